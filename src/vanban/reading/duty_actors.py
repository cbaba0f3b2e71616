"""Whose duty it is: asked in the sentence, its subject, or named above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.actors import subject_at, verb_ahead
from vanban.reading.markers import Rank
from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found

if TYPE_CHECKING:
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

SENTENCE = spaced(r"[^\s.;](?:[^.;]|[.;](?!\s|$))*")
_AS_FOR = spaced(r"(?:doi voi|trach nhiem cua|viec cua|nhiem vu cua) ")
_ASKED = spaced(r"\b(?:de nghi|yeu cau|giao|phan cong) (?!uoc\b|ban\b|luu\b|tiep\b|dich\b)")
_NO_REQUEST = spaced(r"(?i)(?:(?:hồ sơ|danh sách|đơn|văn bản|giấy) đề nghị|(?<!\w)giáo) $")
_COMMA = spaced(r", ")
_OWNED = spaced(r"\bcua (?=\w)")
_SEVERAL = spaced(r"(?:cac|moi|tung|cong doan|cdcs|ldld) ")
_SENT = spaced(r"\b(?:gui|nop|ve)\b")


def who_must(
    paper: Paper, outline: Outline, node: Node, place: tuple[int, int, int]
) -> Found[str] | None:
    """Asked in the sentence, its subject, whose report it is, the paragraph's, the heading's."""
    start, verb, end = place
    return (
        _asked(paper, start, verb)
        or subject_at(paper, start, end, label=True)
        or _after_time(paper, start, verb, end)
        or _owner(paper, verb, end)
        or _subject_before(paper, node, start)
        or _subject_of_heading(paper, outline, node)
        or _asked_above(paper, outline, node)
    )


def _asked(paper: Paper, start: int, stop: int) -> Found[str] | None:
    for asked in _ASKED.finditer(paper.folded, start, stop):
        if _NO_REQUEST.search(paper.text, start, asked.end()):
            continue
        verb = verb_ahead().search(paper.text, asked.end(), stop)
        end = verb.start() if verb else stop
        if end > asked.end():
            return paper.found((asked.end(), end), CLEAR)
    return None


def _after_time(paper: Paper, start: int, verb: int, end: int) -> Found[str] | None:
    """``Sau khi kết thúc mỗi đợt, các tổ công đoàn báo cáo …``"""
    for comma in _COMMA.finditer(paper.text, start, verb):
        if who := subject_at(paper, comma.end(), end):
            return who
    return None


def _owner(paper: Paper, start: int, end: int) -> Found[str] | None:
    """``Báo cáo kết quả của các cụm gửi về …``"""
    for owned in _OWNED.finditer(paper.folded, start, end):
        if not _SEVERAL.match(paper.folded, owned.end()):
            continue
        sent = _SENT.search(paper.folded, owned.end(), end)
        who = subject_at(paper, owned.end(), sent.end() if sent else end)
        if sent is not None and who is not None:
            return paper.found((owned.end(), min(sent.start(), who.span[1])), DERIVED)
    return None


def _subject_before(paper: Paper, node: Node, start: int) -> Found[str] | None:
    """The nearest sentence above in the same paragraph that begins with somebody."""
    above = [
        s.span() for s in SENTENCE.finditer(paper.text, node.words_start, start) if s.end() <= start
    ]
    for first, last in reversed(above):
        if who := subject_at(paper, first, last, label=True):
            return who
    return None


def _subject_of_heading(paper: Paper, outline: Outline, node: Node) -> Found[str] | None:
    """``2. Đối với các công đoàn cơ sở``: what stands below is theirs."""
    above = [n for n in outline.nodes if n.block.heading and n.place < node.place < n.stop]
    if not above or not above[-1].block.depth or above[-1].block.depth == 1:
        return None
    heading = above[-1]
    skipped = _AS_FOR.match(paper.folded, heading.words_start)
    start = skipped.end() if skipped else heading.words_start
    words = paper.text[start : heading.block.span[1]].rstrip(" :.\n")
    is_somebody = skipped or subject_at(paper, start, len(paper.text), label=True)
    return paper.found((start, start + len(words)), GUESS) if is_somebody else None


def _asked_above(paper: Paper, outline: Outline, node: Node) -> Found[str] | None:
    """``… đề nghị các trường:`` leads in the list that holds the duty."""
    if node.rank < Rank.LETTER:
        return None
    for above in reversed(outline.nodes[: node.place]):
        start, end = above.words_start, above.block.span[1]
        if paper.text[end - 1 : end] == ":":
            asked = _asked(paper, start, end)
            words = paper.text[slice(*asked.span)].rstrip(" :") if asked else ""
            return paper.found((asked.span[0], asked.span[0] + len(words))) if asked else None
        if above.rank != node.rank:
            return None
    return None
