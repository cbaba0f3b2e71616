"""How the tests of rules ask: a text or a reading in, what one rule says out."""

from vanban.checking.check import rules
from vanban.language.forms import plain_text
from vanban.reading.model import Reading

RULES = {rule.id: rule for rule in rules()}


def found(rule, reading):
    """(words marked, replacement) for every finding of one rule."""
    return [
        (
            reading.text[slice(*finding.span)] if finding.span else None,
            finding.fix.text if finding.fix else None,
        )
        for finding in RULES[rule].findings(reading)
    ]


def messages(rule, reading):
    return [finding.message for finding in RULES[rule].findings(reading)]


def said(text, year="2022", **fields):
    """A reading that consists of its text."""
    return Reading(text=plain_text(text), year_or_school_year=year, **fields)
