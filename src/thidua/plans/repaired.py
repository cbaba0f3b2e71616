"""Words that were recognised wrongly and restored, and what the officer decided about each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from thidua.plans.edits import Edit
from vanban.reading.model import Span


class Repaired(Protocol):
    """A restored word as the library gives it."""

    @property
    def span(self) -> Span: ...
    @property
    def seen(self) -> str: ...
    @property
    def word(self) -> str: ...
    @property
    def others(self) -> tuple[str, ...]: ...
    @property
    def confidence(self) -> float: ...
    @property
    def doubtful(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """One restored word. `key` names its place among all; `chosen` is the officer's word, if any.

    `span` counts in the text as it was read; `now` in the text with every change.
    """

    key: str
    span: Span
    seen: str
    word: str
    others: tuple[str, ...]
    confidence: float
    doubtful: bool
    chosen: str | None = None
    now: Span = (0, 0)

    @property
    def open(self) -> bool:
        return self.chosen is None

    @property
    def shown(self) -> str:
        return self.word if self.chosen is None else self.chosen

    @property
    def pair(self) -> tuple[str, str, str | None]:
        """Words with the same pair are decided together."""
        return self.seen, self.word, self.chosen


def repairs_as_json(words: Iterable[Repaired]) -> list[dict[str, Any]]:
    """What `Reading.repairs` keeps."""
    return [
        {
            "span": list(one.span),
            "seen": one.seen,
            "word": one.word,
            "others": list(one.others),
            "confidence": round(one.confidence, 3),
            "doubtful": one.doubtful,
        }
        for one in words
    ]


def restored_words(
    repairs: Sequence[Mapping[str, Any]], chosen: Mapping[str, Any], fixed: Sequence[Edit]
) -> list[Restored]:
    """The restored words that stand as such; a word that a fix wrote over is no question more."""
    found = []
    for place, row in enumerate(repairs):
        start, end = row["span"]
        if any(edit.start < end and start < max(edit.end, edit.start + 1) for edit in fixed):
            continue
        decided = chosen.get(str(place))
        found.append(
            Restored(
                key=str(place),
                span=(start, end),
                seen=row["seen"],
                word=row["word"],
                others=tuple(row["others"]),
                confidence=row["confidence"],
                doubtful=row["doubtful"],
                chosen=decided["word"] if decided else None,
            )
        )
    return found


def edits_of(words: Iterable[Restored]) -> list[Edit]:
    """The changes that the chosen words make to the text as it was read."""
    return [
        Edit(*one.span, one.chosen)
        for one in words
        if one.chosen is not None and one.chosen != one.word
    ]


def placed(words: Sequence[Restored], edits: Sequence[Edit]) -> tuple[Restored, ...]:
    """The words with their places in the text as it is now. Both are in order of the text."""
    found = []
    pending, shift = sorted(edits), 0
    for one in words:
        start, _end = one.span
        while pending and pending[0].end <= start and pending[0].start < start:
            shift += pending.pop(0).growth
        found.append(replace(one, now=(start + shift, start + shift + len(one.shown))))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The same word seen and restored the same way, wherever it stands."""

    words: tuple[Restored, ...]

    @property
    def first(self) -> Restored:
        return self.words[0]

    @property
    def count(self) -> int:
        return len(self.words)


def pairs_of(words: Iterable[Restored]) -> list[Pair]:
    """Words grouped by pair: the least sure first, then the most frequent."""
    groups: dict[tuple[str, str, str | None], list[Restored]] = {}
    for one in words:
        groups.setdefault(one.pair, []).append(one)
    found = [Pair(words=tuple(group)) for group in groups.values()]
    return sorted(found, key=lambda pair: (min(w.confidence for w in pair.words), -pair.count))
