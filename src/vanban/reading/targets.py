"""Measurable promises: ``100% … giao ước thi đua``, ``ít nhất một sáng kiến``, ``tất cả … đều``."""

from __future__ import annotations

from bisect import bisect_left
from itertools import zip_longest
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.clauses import clause_end, clause_start
from vanban.reading.figures import Figure, figures_in
from vanban.reading.model import Target
from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found
from vanban.reading.quotes import quotes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_PROMISING = spaced(
    r"\b(?:phuong huong|chi tieu|muc tieu|ke hoach nam|nhiem vu trong tam"
    r"|nhiem vu (?:\w+ ){0,4}(?:nam|cuoi|toi|quy|thang)|dang ky|giao uoc|cam ket)\b"
)
_LEAD = spaced(
    r"(?<!\w)(?:tập trung|chỉ tiêu)(?: (?:là|vào|các việc|các nội dung|sau|gồm|cụ thể))*\s*:"
)
"""What is listed behind such words is promised."""
_PROMISE = spaced(
    r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|phải đạt|yêu cầu|chỉ tiêu|cam kết|ít nhất|tối thiểu"
    r"|không dưới|vận động|trở lên|quyết tâm)(?!\w)"
)
_FACT = spaced(
    r"(?<!\w)(?:(?:đã|mới|hiện|chỉ|vừa|còn|được) (?:chỉ |mới |đã )?(?:đạt|có|thu|thực hiện"
    r"|hoàn thành|giảm|tăng)|(?:năm|thời gian|vừa) qua|chiếm|đã|mất khoảng|chỉ|bằng"
    r"|trong đó có) [^,;]{0,40}$"
)
_COMPARED = spaced(r"[^.;,]{0,40}(?<!\w)(?:so với|số được giao|cùng kỳ)")
_VOTE = spaced(r"[^.;,]{0,40}(?<!\w)(?:nhất trí|tán thành|đồng ý|biểu quyết|giơ tay|số phiếu)")
_TELLING = frozenset(
    {"Báo cáo", "Biên bản", "Tin bài", "Tờ trình", "Quyết định", "Giấy mời", "Quy chế"}
)
"""Kinds that tell what was; only what they say of the future is a promise."""
_MIXED = frozenset({"Công văn", "Thông báo", "Lời phát động", "Lời kêu gọi"})


def read_targets(paper: Paper, outline: Outline, doc_type: str | None) -> list[Found[Target]]:
    """The promises of a document. In a report only what it says of the future is one."""
    promised = {
        below.place for node in outline.headed(_PROMISING.search) for below in outline.within(node)
    }
    found: dict[str, Found[Target]] = {}
    for node in outline.nodes:
        is_promised = node.place in promised or _LEAD.search(node.block.text) is not None
        if doc_type in _TELLING and not is_promised and not _PROMISE.search(node.block.text):
            continue
        strict = doc_type in _TELLING | _MIXED and not is_promised
        for target in _targets_of(paper, node, promised=is_promised, strict=strict):
            found.setdefault(target.value.text, target)
    return list(found.values())


def _targets_of(
    paper: Paper, node: Node, *, promised: bool, strict: bool
) -> Iterator[Found[Target]]:
    span = (node.words_start, node.block.span[1])
    quoted = [quote.outer for quote in quotes_in(paper.text, *span)]
    figures = [
        figure
        for figure in figures_in(paper, span, promised=promised)
        if not _is_quoted(figure.span, quoted)
    ]
    starts = [clause_start(paper, figure.span, span[0]) for figure in figures]
    for figure, start, following in zip_longest(figures, starts, starts[1:]):
        limit = following if following and following > figure.span[1] else span[1]
        clause = (start, clause_end(paper, figure.span[1], limit))
        if _is_fact(paper, clause, figure.span, strict=strict):
            continue
        found = paper.found(clause, _confidence(figure, strict=strict))
        text = found.value.rstrip(" ,").removesuffix(" và").rstrip(" ,")
        end = found.span[1] - (len(found.value) - len(text))
        target = Target(text, figure.value, figure.unit)
        yield Found(target, (found.span[0], end), found.confidence)


def _confidence(figure: Figure, *, strict: bool) -> float:
    if strict or not figure.sure:
        return GUESS
    return CLEAR if figure.unit == "%" else DERIVED


def _is_fact(paper: Paper, clause: Span, figure: Span, *, strict: bool) -> bool:
    """What was reached is told, not promised; a letter that asks says so."""
    words = paper.text[slice(*clause)]
    if _FACT.search(paper.text, clause[0], figure[0]):
        return not _PROMISE.search(words)
    if _VOTE.match(paper.text, figure[1], clause[1]):
        return True
    if _COMPARED.match(paper.text, figure[1], clause[1]):
        return not _PROMISE.search(words)
    return strict and not _PROMISE.search(words) and "100%" not in words


def _is_quoted(place: Span, quoted: list[Span]) -> bool:
    before = bisect_left(quoted, place) - 1
    return before >= 0 and place[0] < quoted[before][1]
