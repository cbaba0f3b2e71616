"""When is a value that was read the value that stands in the truth? The rules of the bench.

Numbers, symbols, dates, years: equal. Names and titles: equal, long ones nearly so, after folding
case, white space, quotation marks, dashes, closing marks and the place of the tone. Lists: sets
whose members are paired; a pair needs its words nearly equal and its figures equal.
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

NEAR = 0.9
LONG = 20
"""Shorter words, such as names, must be equal: one letter makes another name of them."""
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}

EXACT = ("full_number", "number", "symbol", "date", "year_or_school_year", "doc_type")
WORDED = ("issuing_body", "parent_body", "place", "title", "theme", "scope", "participants")
SIGNATORY = ("authority_line", "post", "name", "mark")
PHASE = {"start": True, "end": True, "name": False, "theme": False}
"""The members of a phase; true where only equality will do."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One value: `right`, `wrong` (read, but not so) or `missed` (it stands there, unread)."""

    field: str
    verdict: str
    path: str | None = None


@functools.cache
def normal(text: str) -> str:
    """What is left of a text when the differences that do not matter are gone."""
    text = unicodedata.normalize("NFD", text).casefold()
    words = (_without_tone_place(word) for word in re.split(r"\s+", text))
    text = re.sub(r"[\"“”„'‘’*]", "", " ".join(words))
    text = re.sub(r"\s*[-\u2010-\u2015]\s*", "-", text)
    return text.strip(" .,;:-/…")


def _without_tone_place(word: str) -> str:
    """*hòa* and *hoà* alike: the tone goes to the end of the word."""
    tones = "".join(sorted(sign for sign in word if sign in TONES))
    return "".join(sign for sign in word if sign not in TONES) + tones


def alike(one: str | None, other: str | None) -> bool:
    """Nearly the same words?"""
    if one is None or other is None:
        return one is other
    words = normal(one), normal(other)
    return words[0] == words[1] or (min(map(len, words)) >= LONG and likeness(*words) >= NEAR)


@functools.lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for equal; below `NEAR` the figure is only a bound."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    bound = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if bound >= NEAR else min(bound, NEAR - 0.01)


def judged(truth: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Judgement]:
    """Every value of a reading against the truth; keys that the truth lacks are not judged."""
    unknown = set(truth.get("unknown", ()))
    for judgement in _all(truth, read):
        if judgement.field not in unknown:
            yield judgement


def _all(truth: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Judgement]:
    for field in (*EXACT, *WORDED, "partner"):
        if field in truth:
            same = _equal if field in EXACT else alike
            yield from _one(field, field, truth[field], read[field], same)
    for field, same in _MEMBERS.items():
        if field in truth:
            yield from _many(field, field, truth[field], read[field], same)
    for field, compared in _STRUCTURED.items():
        if field in truth:
            yield from compared(truth[field], read[field])


def _signature(true: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Judgement]:
    for member in SIGNATORY:
        path = f"signatory.{member}"
        yield from _one(path, path, true[member], read[member], alike)


def _equal(one: object, other: object) -> bool:
    return one == other


def _one(
    field: str, path: str, true: Any, read: Any, same: Callable[[Any, Any], bool]
) -> Iterator[Judgement]:
    if true is not None and read is not None and same(true, read):
        yield Judgement(field, "right", path)
        return
    if read is not None:
        yield Judgement(field, "wrong", path)
    if true is not None:
        yield Judgement(field, "missed")


def _many(
    field: str,
    path: str,
    true: Sequence[Any],
    read: Sequence[Any],
    same: Callable[[Any, Any], bool],
) -> Iterator[Judgement]:
    open_ = list(true)
    for place, value in enumerate(read):
        match = next((one for one in open_ if same(one, value)), None)
        verdict = "wrong" if match is None else "right"
        if match is not None:
            open_.remove(match)
        yield Judgement(field, verdict, f"{path}[{place}]")
    for _ in open_:
        yield Judgement(field, "missed")


def _phases(true: Sequence[Any], read: Sequence[Any]) -> Iterator[Judgement]:
    open_ = list(true)
    for place, phase in enumerate(read):
        match = max(open_, key=lambda one: _closeness(one, phase), default=None)
        if match is None or not _closeness(match, phase):
            match = None
        else:
            open_.remove(match)
        yield from _phase(f"phases[{place}]", match, phase)
    for phase in open_:
        yield from _phase("", phase, None)


def _closeness(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    dates = sum(one[end] is not None and one[end] == other[end] for end in ("start", "end"))
    return 2 * dates + alike(one["name"], other["name"])


def _phase(
    path: str, true: Mapping[str, Any] | None, read: Mapping[str, Any] | None
) -> Iterator[Judgement]:
    for member, exact in PHASE.items():
        same = _equal if exact else alike
        values = [one[member] if one else None for one in (true, read)]
        yield from _one(f"phases.{member}", f"{path}.{member}", *values, same)
    days = [one["commemorations"] if one else [] for one in (true, read)]
    yield from _many("phases.commemorations", f"{path}.commemorations", *days, _same_day)


def _same_day(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    figures = ("day", "month", "base_year", "ordinal")
    return all(one[key] == other[key] for key in figures) and alike(one["name"], other["name"])


def _same_citation(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    worded = alike(one["kind"], other["kind"]) and alike(one["issuer"], other["issuer"])
    return one["number"] == other["number"] and one["date"] == other["date"] and worded


def _same_section(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["number"] == other["number"] and alike(one["heading"], other["heading"])


def _same_item(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["number"] == other["number"] and alike(one["text"], other["text"])


def _same_target(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    units = [normal(target["unit"] or "") for target in (one, other)]
    same_unit = any(f"{a} ".startswith(f"{b} ") for a, b in (units, units[::-1]))
    same_words = alike(one["text"], other["text"]) or _ends_with(one["text"], other["text"])
    return one["value"] == other["value"] and same_unit and same_words


def _ends_with(one: str, other: str) -> bool:
    """The same promise with or without its subject before the verb."""
    shorter, longer = sorted((normal(one), normal(other)), key=len)
    return len(shorter) >= LONG and longer.endswith(shorter)


def _same_duty(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(alike(one[key], other[key]) for key in ("who", "to", "when"))


def _same_criterion(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["points"] == other["points"] and alike(one["text"], other["text"])


def _dates_of_citations(true: Sequence[Any], read: Sequence[Any]) -> Iterator[Judgement]:
    """The days of cited documents by themselves, whatever else of the citation is right."""

    def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        return one["number"] == other["number"] and one["date"] == other["date"]

    dated = [[one for one in values if one["date"]] for values in (true, read)]
    for judgement in _many("citations.date", "", *dated, same):
        yield Judgement(judgement.field, judgement.verdict)


_MEMBERS: dict[str, Callable[[Any, Any], bool]] = {
    "slogans": alike,
    "criteria": _same_criterion,
    "citations": _same_citation,
    "sections": _same_section,
    "content_items": _same_item,
    "commemorations": _same_day,
    "movements_named": alike,
    "targets": _same_target,
    "reporting_duties": _same_duty,
    "recipients": alike,
}
_STRUCTURED: dict[str, Callable[[Any, Any], Iterator[Judgement]]] = {
    "signatory": _signature,
    "citations": _dates_of_citations,
    "phases": _phases,
}
FIELDS = (
    *EXACT,
    *WORDED,
    "partner",
    *(f"signatory.{member}" for member in SIGNATORY),
    *_MEMBERS,
    "citations.date",
    *(f"phases.{member}" for member in PHASE),
    "phases.commemorations",
)
DATES = ("date", "citations.date", "phases.start", "phases.end")
"""The fields under "phases and dates"."""
