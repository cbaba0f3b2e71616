"""How the tests of rules ask: a text or a reading in, what one rule says out."""

from vanban.checking.rules import REGISTRY
from vanban.language.forms import plain_text
from vanban.reading.model import Reading


def found(rule, reading):
    """(words marked, replacement) for every finding of one rule."""
    return [
        (
            reading.text[slice(*finding.span)] if finding.span else None,
            finding.fix.text if finding.fix else None,
        )
        for finding in REGISTRY[rule].findings(reading)
    ]


def messages(rule, reading):
    return [finding.message for finding in REGISTRY[rule].findings(reading)]


def said(text, year="2022", **fields):
    """A reading that consists of its text."""
    return Reading(text=plain_text(text), year_or_school_year=year, **fields)
