"""Text taken over from the superior's plan or from last year's, word for word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vanban.language.forms import fold
from vanban.reading.model import Block, Finding, Reading, Severity

RULE = "copied-text"
"""The rule id of these findings; it needs the other documents, so `check` does not know it."""

_SHINGLE = 5
_ENOUGH_WORDS = 25
"""Shorter paragraphs are formulas that every paper has."""
_ALIKE = 0.8
_WHOLE = 0.6
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Passage:
    words: int
    shingles: frozenset[tuple[str, ...]]


def copied(reading: Reading, others: Mapping[str, str]) -> tuple[Finding, ...]:
    """Paragraphs that stand nearly word for word in one of `others` (name to show → text).

    To take over is no slip, so every finding is a question; where most of the document is taken
    over, one finding about the whole speaks for all. A year or a number that was changed does not
    make a paragraph another one.
    """
    known = {name: _shingles(text) for name, text in others.items()}
    found = list(_copied_blocks(reading, known))
    long = sum(_passage(block).words >= _ENOUGH_WORDS for block in reading.blocks)
    if len(found) > 2 and len(found) >= _WHOLE * long:
        names = sorted({name for _block, name, _share in found})
        said = f"{len(found)} trong {long} đoạn gần như nguyên văn của {', '.join(names)}?"
        return (Finding(RULE, Severity.ASK, said),)
    return tuple(
        Finding(
            RULE,
            Severity.ASK,
            f"Đoạn này giống {name} {share:.0%}: giữ nguyên hay viết lại cho đơn vị?",
            block.span,
        )
        for block, name, share in found
    )


def _copied_blocks(
    reading: Reading, known: Mapping[str, frozenset[tuple[str, ...]]]
) -> Iterator[tuple[Block, str, float]]:
    for block in reading.blocks:
        passage = _passage(block)
        if passage.words < _ENOUGH_WORDS:
            continue
        shares = {name: _share(passage, shingles) for name, shingles in known.items()}
        name = max(shares, key=lambda one: shares[one], default=None)
        if name is not None and shares[name] >= _ALIKE:
            yield block, name, shares[name]


def _share(passage: _Passage, shingles: frozenset[tuple[str, ...]]) -> float:
    return len(passage.shingles & shingles) / len(passage.shingles)


def _passage(block: Block) -> _Passage:
    return _Passage(len(_WORD.findall(block.text)), _shingles(block.text))


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words, numbers made alike."""
    words = ["0" if word.isdigit() else word for word in _WORD.findall(fold(text))]
    return frozenset(tuple(words[start : start + _SHINGLE]) for start in range(len(words) - 4))
