"""The five sample plans against the slips that a careful official marks in them."""

import json
import re
from pathlib import Path

import pytest

from vanban.checking.check import check
from vanban.reading.read import read_text

HERE = Path(__file__).parents[1]
PLANS = ("000", "001", "002", "003", "004")
SLIPS = json.loads((HERE / "truth" / "findings.json").read_text(encoding="utf-8"))
WRITING = {
    "abbreviation-letter",
    "abbreviation-variants",
    "blank-before-mark",
    "capital-after-semicolon",
    "capital-name",
    "capital-variants",
    "capital-year",
    "comma-before-name",
    "confusion",
    "doubled-word",
    "hyphen-blanks",
    "impossible-syllable",
    "missing-blank",
    "missing-stop",
    "quote-alone",
    "movement-name",
    "movement-name-word",
}
RULES_OF = {
    "spelling": WRITING,
    "abbreviation-variants": WRITING,
    "missing-part": {"missing-letterhead", "missing-signature"},
    "number-form": {"number-form", "number-blank", "number-line"},
    "anniversary-base-year": {"anniversary-base-year", "anniversary-count"},
    "superseded-movement": {"superseded-movement", "movement-ends"},
}
"""What the readers call a slip, and the rules that speak of it; others have the same name."""

ABOUT_THE_FILE = {"wrong-language"}
"""Right, but no slip of those who wrote the plan."""

NOT_LISTED = {"tone-place", "recipients-mark", "date-zero", "doubtful-word"}
"""What the readers left out on purpose (README.md), neither expected nor wrong."""

ALWAYS_FOUND = {
    "anniversary-count",
    "anniversary-base-year",
    "can-chi-year",
    "numbering-gap",
    "missing-number",
    "missing-date",
    "symbol-issuer",
    "citation-symbol-issuer",
}


LEFT_OUT = ABOUT_THE_FILE | NOT_LISTED


class Plan:
    """One plan, what the checker says of it, and what the readers marked in it."""

    def __init__(self, name):
        self.reading = read_text((HERE / "plans" / f"{name}.txt").read_text(encoding="utf-8"))
        self.findings = [one for one in check(self.reading) if one.rule not in LEFT_OUT]
        self.slips = [(slip, self.place(slip["quote"])) for slip in SLIPS[name]]

    def place(self, quote):
        pattern = r"\s+".join(re.escape(word) for word in quote.split())
        return re.search(pattern, self.reading.text).span()

    def is_marked(self, finding):
        """Did the readers mark it, here or at the first place of the same words?"""
        return any(meets(other, *slip) for other in self.like(finding) for slip in self.slips)

    def like(self, finding):
        return [
            other
            for other in self.findings
            if other.rule == finding.rule and self.words(other) == self.words(finding)
        ]

    def words(self, finding):
        return finding.span and self.reading.text[slice(*finding.span)]


def meets(finding, slip, place):
    """Same kind, and some common characters; a finding about the whole document has no place."""
    if finding.rule not in RULES_OF.get(slip["rule"], {slip["rule"]}):
        return False
    if finding.span is None:
        return True
    return finding.span[0] < place[1] and place[0] < finding.span[1]


@pytest.fixture(scope="module")
def plans():
    return {name: Plan(name) for name in PLANS}


@pytest.mark.parametrize("name", PLANS)
def test_wrong_facts_are_all_found(plans, name):
    plan = plans[name]
    certain = [slip for slip in plan.slips if slip[0]["rule"] in ALWAYS_FOUND]

    missed = [
        slip["quote"]
        for slip, place in certain
        if not any(meets(finding, slip, place) for finding in plan.findings)
    ]
    assert missed == []


def test_nine_of_ten_findings_are_slips_that_the_readers_marked(plans):
    marked = [plan.is_marked(finding) for plan in plans.values() for finding in plan.findings]

    assert sum(marked) / len(marked) >= 0.9


def test_three_of_four_slips_of_the_clean_plans_are_found(plans):
    found = [
        any(meets(finding, *slip) for finding in plans[name].findings)
        for name in PLANS[:4]
        for slip in plans[name].slips
    ]

    assert sum(found) / len(found) >= 0.75


@pytest.mark.parametrize("name", PLANS)
def test_errors_are_wrong_facts_only(plans, name):
    errors = {finding.rule for finding in plans[name].findings if finding.severity == "error"}

    assert errors <= {"anniversary-base-year", "missing-number", "missing-date"}


def test_only_the_damaged_plan_was_recognised_with_the_wrong_language():
    damaged = [
        name
        for name in PLANS
        if any(
            finding.rule == "wrong-language"
            for finding in check(
                read_text((HERE / "plans" / f"{name}.txt").read_text(encoding="utf-8"))
            )
        )
    ]

    assert damaged == ["004"]
