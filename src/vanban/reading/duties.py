"""Who reports or hands in what, to whom, and when."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.deadlines import deadline_in
from vanban.reading.duty_actors import SENTENCE, who_must
from vanban.reading.model import ReportingDuty
from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found
from vanban.reading.words import committees, pattern_of, unions

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_ADDRESSEE_ENDS = spaced(
    r"[,;.:(/]| (?:de|cung|truoc|cham|muon|theo|qua|dinh ky|vao|sau|khi|bang|va|tong hop|xem|ve"
    r"|ket qua|hang|moi|ngay|trong|kem|thu|xong|de kip|nham|gom|lam|xet)\b"
)
_NOT_A_DUTY = spaced(
    r"(?i)(?<!\w)(?:để|các|trong|với|nội dung|mẫu|số|bản|nghe|hội nghị|đã|tổng hợp|khi|thông qua"
    r"|viết|giúp|chưa) $"
)
"""Asked of the printed words: *cơ sở gửi* folds to the same as *số gửi*."""
_AND = spaced(r", | va ")
_SILENT_KINDS = frozenset({"Báo cáo", "Biên bản", "Tin bài", "Tờ trình", "Giấy mời"})
"""They tell of reports, they do not ask for them."""
_LONGEST_DEED = 90
_ABOUT_IT = spaced(r"bao cao|\bgui\b|\bnop\b")
"""A paragraph without these has no such duty; most are passed over at once."""


@cache
def _report() -> re.Pattern[str]:
    """Where a duty to report begins."""
    papers = pattern_of(catalogue.column("handed_in", "name"))
    return spaced(
        r"\b(?:(?:tong ket|so ket|hoan thanh|hoan tat|gui|nop)(?:,| va)? )?bao cao\b(?! vien\b)"
        rf"|\b(?:gui|nop)(?: \w+){{0,4}}? (?:{papers})\b"
        rf"|\b(?:{papers})\b[^.;:]{{0,60}}?\b(?:gui|nop)\b(?! bao cao)"
        r"|\b(?:gui|nop) ve\b"
    )


@cache
def _addressee() -> re.Pattern[str]:
    rows = catalogue.rows("addressees")
    plain = pattern_of(tuple(row["opening"] for row in rows if not row["proper"]))
    proper = pattern_of(tuple(row["opening"] for row in rows if row["proper"]))
    return spaced(
        rf"\b(?P<cue>(?:ve|cho|voi|len|gui|den|bao cao|nop|toi) )(?:cho |ve |den )?"
        rf"(?P<to>{committees()}|{unions()}|(?:{plain})\b|(?P<proper>(?:{proper})\b))"
    )


def read_duties(
    paper: Paper, outline: Outline, doc_type: str | None = None
) -> list[Found[ReportingDuty]]:
    """The duties to report that the body lays on somebody."""
    if doc_type in _SILENT_KINDS:
        return []
    found: dict[tuple[str | None, str | None, str | None], Found[ReportingDuty]] = {}
    for node in outline.nodes:
        for duty in _duties_of(paper, outline, node):
            value = duty.value
            found.setdefault((value.who, value.to, value.when), duty)
    return list(found.values())


def _duties_of(paper: Paper, outline: Outline, node: Node) -> Iterator[Found[ReportingDuty]]:
    if not _ABOUT_IT.search(paper.folded, node.words_start, node.block.span[1]):
        return
    for sentence in SENTENCE.finditer(paper.text, node.words_start, node.block.span[1]):
        start, end = sentence.span()
        begun = [
            match
            for match in _report().finditer(paper.folded, start, end)
            if not _NOT_A_DUTY.search(paper.text, start, match.start())
        ]
        begun = [m for n, m in enumerate(begun) if n == 0 or _is_next(paper, begun[n - 1], m)]
        stops = [*(match.start() for match in begun[1:]), end]
        for match, stop in zip(begun, stops, strict=False):
            duty = _duty(paper, outline, node, match, (start, stop))
            if duty is not None:
                yield duty


def _is_next(paper: Paper, last: re.Match[str], match: re.Match[str]) -> bool:
    """``Báo cáo kết quả gửi …`` is one deed, ``gửi kế hoạch …, báo cáo …`` are two."""
    return _AND.search(paper.folded, last.end(), match.start()) is not None


def _duty(
    paper: Paper, outline: Outline, node: Node, match: re.Match[str], sentence: Span
) -> Found[ReportingDuty] | None:
    start, end = sentence
    to = _to(paper, match.start(), end)
    when = deadline_in(paper, (match.start(), end)) or deadline_in(paper, sentence)
    who = who_must(paper, outline, node, (start, match.start(), end))
    if not _is_duty(paper, match, who, to, when):
        return None
    duty = ReportingDuty(
        who.value if who else None,
        to.value if to else None,
        when.value if when else None,
        _deed(paper, match.start(), end, to, when),
    )
    return Found(duty, sentence, _confidence(who, to, when))


def _confidence(who: Found[str] | None, to: Found[str] | None, when: Found[str] | None) -> float:
    if who and to and when:
        return CLEAR
    return DERIVED if who and (to or when) else GUESS


def _is_duty(
    paper: Paper,
    match: re.Match[str],
    who: Found[str] | None,
    to: Found[str] | None,
    when: Found[str] | None,
) -> bool:
    """Two of the three must be said; a paper that is handed in needs to whom or when."""
    if who is not None and (to is not None or when is not None):
        return to is None or who.value != to.value
    begins = paper.text[match.start()].isupper()
    return when is not None and (to is not None or begins)


def _to(paper: Paper, start: int, limit: int) -> Found[str] | None:
    for match in _addressee().finditer(paper.folded, start, limit):
        if match["proper"] and not paper.text[match.start("proper")].isupper():
            continue
        ends = _ADDRESSEE_ENDS.search(paper.folded, match.end("to"), limit)
        return paper.found((match.start("to"), ends.start() if ends else limit), CLEAR)
    return None


def _deed(
    paper: Paper, start: int, end: int, to: Found[str] | None, when: Found[str] | None
) -> str | None:
    """From the verb to the addressee or the time, whichever comes first."""
    stops = [found.span[0] for found in (to, when) if found and found.span[0] > start]
    stop = min([*stops, end, start + _LONGEST_DEED])
    words = paper.quote((start, stop)).rstrip(" ,.;:(/")
    for tail in (" về", " cho", " với", " lên", " gửi", " đến", " tới", " vào"):
        words = words.removesuffix(tail)
    return words or None
