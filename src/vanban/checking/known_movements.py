"""The movements of the catalogue, and which of them a quotation means."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from vanban.checking import data
from vanban.checking.words import words
from vanban.language.forms import fold
from vanban.language.syllables import without_tone
from vanban.reading import catalogue

_INNER = re.compile(r"'([^']+)'")
_BRACKET = re.compile(r"\s*\([^)]*\)")
_ALIKE = 0.92
_SHORTEST = 12
_LONG_NAME = 8
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KnownMovement:
    """A name under which a movement is known: whole, or the part in inner quotation marks."""

    id: str
    name: str
    words: tuple[str, ...]
    end: dt.date | None
    start: dt.date | None = None


_ByWords = dict[tuple[str, ...], KnownMovement]


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, marks and numbers left out."""
    return tuple(word.text for word in words(name))


@lru_cache(maxsize=20_000)
def letters(word: str) -> tuple[str, str | None]:
    """The word without case and without regard to where the tone mark stands."""
    bare, tone, _place = without_tone(word.lower())
    return bare, tone


def same_but_for_accents(found: tuple[str, ...]) -> KnownMovement | None:
    """The name made of the same bare letters; None when it is written as some name is known."""
    alike = _by_bare_letters().get(_joined(found), ())
    printed = [letters(word) for word in found]
    if any([letters(word) for word in known.words] == printed for known in alike):
        return None
    return alike[0] if alike else None


def same_but_for_one_word(found: tuple[str, ...]) -> KnownMovement | None:
    """A long name of which one word was left out or added; shorter ones vary on purpose."""
    if len(found) < _LONG_NAME or _joined(found) in _by_bare_letters():
        return None
    printed = tuple(fold(word) for word in found)
    by_words = _by_words()
    if printed in by_words[1]:
        return by_words[1][printed]
    return next((by_words[0][rest] for rest in _without_one(printed) if rest in by_words[0]), None)


def ended_movement(name: str) -> KnownMovement | None:
    """The movement with an end that is meant; nearly the same letters are enough.

    A name that is known exactly is never taken for another one.
    """
    key = _joined(words_of(name))
    if key in _by_bare_letters():
        known = _by_bare_letters()[key][0]
        return known if known.end else None
    if len(key) < _SHORTEST:
        return None
    near = [(other, known) for other, known in _ended() if _lengths_are_alike(key, other)]
    return _most_alike(key, near) if near else None


def begun_movement(name: str) -> KnownMovement | None:
    """The movement that is known by exactly these words and whose beginning is certain.

    Short names are common property: *Sáng - Xanh - Sạch - Đẹp* was said before any movement.
    """
    if len(words_of(name)) < _LONG_NAME:
        return None
    known = _by_bare_letters().get(_joined(words_of(name)), ())
    return next((one for one in known if one.start), None)


def _lengths_are_alike(one: str, other: str) -> bool:
    """Costs next to nothing; only what passes is compared letter by letter."""
    return 2 * min(len(one), len(other)) >= _ALIKE * (len(one) + len(other))


def _most_alike(key: str, candidates: list[tuple[str, KnownMovement]]) -> KnownMovement | None:
    matcher = SequenceMatcher(b=key, autojunk=False)
    best, found = _ALIKE, None
    for other, known in candidates:
        matcher.set_seq1(other)
        if matcher.quick_ratio() >= best:
            ratio = matcher.ratio()
            if ratio >= best:
                best, found = ratio, known
    return found


@cache
def successor_of(movement: str) -> str | None:
    """Name of the movement that took the place of the one with this id."""
    names = {row["id"]: row["name_vi"] for row in catalogue.rows("movements")}
    followers = {row["id"]: row["successor"] for row in data.rows("successors")}
    return names.get(followers.get(movement, ""))


@cache
def _names() -> tuple[KnownMovement, ...]:
    rows = (row for row in catalogue.rows("movements") if row["confirmed"] != "no")
    return tuple(known for row in rows for known in _names_of(row))


def _names_of(row: Mapping[str, str]) -> Iterator[KnownMovement]:
    whole = _BRACKET.sub("", row["name_vi"])
    for name in (whole, *_INNER.findall(whole)):
        yield KnownMovement(row["id"], whole, words_of(name), _last_day(row["to"]), _first_day(row))


def _first_day(row: Mapping[str, str]) -> dt.date | None:
    """Only full dates of confirmed rows: a start that is guessed must not accuse anybody."""
    if row["confirmed"] != "yes" or row["from"].count("-") < 2:
        return None
    return dt.date.fromisoformat(row["from"])


def _last_day(printed: str) -> dt.date | None:
    """Last day of a day, month or year of the catalogue; None while the movement runs."""
    if not printed:
        return None
    year, month, day = (*(int(part) for part in printed.split("-")), 0, 0)[:3]
    if day:
        return dt.date(year, month, day)
    if month in range(1, 12):
        return dt.date(year, month + 1, 1) - _ONE_DAY
    return dt.date(year, 12, 31)


@cache
def _by_bare_letters() -> Mapping[str, tuple[KnownMovement, ...]]:
    names: dict[str, tuple[KnownMovement, ...]] = {}
    for known in _names():
        key = _joined(known.words)
        names[key] = (*names.get(key, ()), known)
    return names


@cache
def _by_words() -> tuple[_ByWords, _ByWords]:
    """Names by all their words, and by all but one."""
    whole: _ByWords = {}
    shortened: _ByWords = {}
    for known in _names():
        right = tuple(fold(word) for word in known.words)
        whole[right] = known
        shortened.update(dict.fromkeys(_without_one(right), known))
    return whole, shortened


@cache
def _ended() -> tuple[tuple[str, KnownMovement], ...]:
    return tuple((_joined(known.words), known) for known in _names() if known.end)


def _without_one(found: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [found[:index] + found[index + 1 :] for index in range(len(found))]


def _joined(found: tuple[str, ...]) -> str:
    return fold(" ".join(found))
