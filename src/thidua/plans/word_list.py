"""Restored words as the page of a reading lists them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.plans.marks import anchor
from thidua.plans.open_list import Sheet
from thidua.plans.repaired import Pair, Restored, pairs_of
from thidua.plans.understanding import Understood

PAIRS = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """A degree of sureness from which on all restored words can be taken at once."""

    value: str
    label: str
    count: int


SURE, FAIRLY, ALL = "0.9", "0.7", "0"


def open_words(now: Understood, *, everything: bool) -> list[Restored]:
    """The restored words nobody has decided about: the doubtful ones, or all."""
    return [one for one in now.words if one.open and (one.doubtful or everything)]


def decided_pairs(now: Understood) -> list[Pair]:
    """What was decided about restored words, the latest decision last."""
    return pairs_of(one for one in now.words if not one.open)


def choices(now: Understood) -> list[Choice]:
    """How many restored words each degree of sureness would take."""
    waiting = open_words(now, everything=True)
    named = (
        (SURE, _("Chữ chắc")),
        (FAIRLY, _("Chữ chắc và khá chắc")),
        (ALL, _("Mọi chữ còn lại")),
    )
    return [
        Choice(value, label, sum(1 for one in waiting if one.confidence >= float(value)))
        for value, label in named
    ]


def words_around(now: Understood, one: Restored) -> tuple[str, str]:
    """A few words of the line on either side of a restored word."""
    text, (start, end) = now.reading.text, one.now
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    return text[max(first, start - _AROUND) : start], text[end : min(last, end + _AROUND)]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A pair of seen and restored words as the list shows it, with its first place."""

    pair: Pair
    before: str
    after: str
    word: str
    code: str
    called: str
    href: str


def word_rows(pairs: Sequence[Pair], sheet: Sheet) -> Iterator[WordRow]:
    for pair in pairs:
        first = pair.first
        before, after = words_around(sheet.now, first)
        start = first.now[0]
        code, word = sureness(first)
        href = f"{sheet.elsewhere(start)}#s-{anchor(first.now)}"
        yield WordRow(pair, before, after, word, code, sheet.called(start), href)


def sureness(one: Restored) -> tuple[str, str]:
    """In words, never as a percentage."""
    if not one.open:
        return "ok", _("Bạn đã xem")
    if one.confidence >= float(SURE):
        return "ok", _("Chắc")
    return "half", _("Khá chắc") if one.confidence >= float(FAIRLY) else _("Nên xem")


_AROUND = 60
