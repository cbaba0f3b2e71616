"""The four clean plans, field by field, against what careful people read in them."""

import json
import re

import pytest

from vanban.reading.as_json import as_json

from .documents import CLEAN, PLANS, TRUTH, reading


def truth(plan: str) -> dict[str, object]:
    return json.loads((TRUTH / f"{plan}.json").read_text(encoding="utf-8"))


ADDED_SINCE = {"deed"}
"""Members of values that the expected readings, made before, do not judge."""


def judged(value: object) -> object:
    if isinstance(value, list):
        return [judged(item) for item in value]
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key not in ADDED_SINCE}
    return value


CASES = [(plan, key) for plan in CLEAN for key in truth(plan)]


@pytest.mark.parametrize(("plan", "key"), CASES)
def test_reads_what_stands_in_the_plan(plan, key):
    assert judged(as_json(reading(plan))[key]) == truth(plan)[key]


@pytest.mark.parametrize("plan", CLEAN)
def test_truth_covers_every_field_that_is_read(plan):
    computed = {"text", "spans", "confidence", "findings"}
    added = {"co_issuers", "addressees", "distribution", "cosignatories", "matches", "repairs"}

    assert set(as_json(reading(plan))) - computed - added == set(truth(plan))


def test_a_plan_recognised_with_the_wrong_language_keeps_its_skeleton():
    damaged = as_json(reading("004"))
    expected = truth("004")

    assert [item["number"] for item in damaged["sections"]] == ["I", "II"]
    assert len(damaged["content_items"]) == len(expected["content_items"])
    assert len(damaged["recipients"]) == len(expected["recipients"])
    assert damaged["year_or_school_year"] == expected["year_or_school_year"]
    assert damaged["citations"][0]["number"] == expected["citations"][0]["number"]
    assert damaged["citations"][0]["date"] == expected["citations"][0]["date"]
    assert [item["value"] for item in damaged["targets"]] == [100, 100]


def test_the_transcript_has_the_lines_and_the_numbers_of_the_damaged_file():
    """But for one *là* that was recognised as 14."""
    damaged = (PLANS / "004.txt").read_text(encoding="utf-8").split("\n")
    transcript = (TRUTH / "004.txt").read_text(encoding="utf-8").split("\n")
    numbers = [re.findall(r"(?<!\w)\d+(?!\w)", line) for line in damaged]
    numbers[68] = []

    assert [re.findall(r"(?<!\w)\d+(?!\w)", line) for line in transcript] == numbers
