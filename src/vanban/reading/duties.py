"""Who reports to whom, and when."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.contents import subject_of
from vanban.reading.model import ReportingDuty
from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found
from vanban.reading.words import committees, unions, verbs

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_SENTENCE = spaced(r"[^\s](?:[^.;]|[.;](?!\s|$))*")
_WHEN = spaced(
    r"\b(?:dinh ky (?:(?:hang|moi) )?(?:\d+ )?(?:thang|quy|nam)(?:\s*,\s*(?:\d+ thang|nam|quy))*"
    r"|(?:truoc|cham nhat|vao) (?:la )?(?:ngay|het ngay|het thang|thang) [\d/.\s]*\d"
    r"(?: (?:thang|nam) \d+)*"
    r"(?: hang (?:nam|thang|quy)| thang (?:cuoi|dau|sau)[^.;,:(/]*)?"
    r"|(?:sau (?:moi|khi)|ket thuc|cung voi bao cao|khi ket thuc)\s[^.;,:(]*"
    r"|(?:hang|moi) (?:thang|quy|nam)\b|(?:6|9|3) thang\s*(?:,|va)\s*(?:ca )?nam\b)"
)
_WHEN_ENDS = spaced(r"(?<!voi) (?:bao cao|gui|ve (?:cong|lien|ban)|de (?:kip|tong|theo|bao)|qua)\b")
_ADDRESSEE_ENDS = spaced(
    r"[,;.:(/]| (?:de|cung|truoc|cham|theo|qua|dinh ky|vao|sau|khi|bang|va|tong hop|xem|ve"
    r"|ket qua|hang)\b"
)
_AS_FOR = spaced(r"doi voi ")
_ASKED = spaced(r"\b(?:de nghi|yeu cau|giao|phan cong) ")
_NOT_A_DUTY = spaced(r"(?i)\b(?:để|các|trong|với|nội dung|mẫu|số|bản) $")
"""Asked of the printed words: *cơ sở gửi* folds to the same as *số gửi*."""


@cache
def _report() -> re.Pattern[str]:
    """The verb, with the body that gets the report where it follows at once."""
    body = rf"(?:{committees()}|{unions()})"
    of_what = r"(?:(?:ket qua|tinh hinh|bang van ban)\b[^.;:]{0,80}?\s*)?"
    return spaced(
        rf"\b(?:bao cao {of_what}(?:(?:ve|cho|voi|len|gui|den) )?(?P<to>{body})"
        rf"|gui (?:[^.;:]{{0,40}}\s)?bao cao\s[^.;:]{{0,80}}?\s*(?:ve|cho|den) (?P<sent_to>{body})"
        r"|bao cao (?:ket qua|tinh hinh)\b)"
    )


@cache
def _verb() -> re.Pattern[str]:
    return spaced(rf",? (?={verbs()})")


def read_duties(paper: Paper, outline: Outline) -> list[Found[ReportingDuty]]:
    """The duties to report that the body lays on somebody."""
    found: dict[ReportingDuty, Found[ReportingDuty]] = {}
    for node in outline.nodes:
        for duty in _duties_of(paper, outline, node):
            found.setdefault(duty.value, duty)
    return list(found.values())


def _duties_of(paper: Paper, outline: Outline, node: Node) -> Iterator[Found[ReportingDuty]]:
    for sentence in _SENTENCE.finditer(paper.text, node.words_start, node.block.span[1]):
        match = _report().search(paper.folded, *sentence.span())
        if match is None or _NOT_A_DUTY.search(paper.text, sentence.start(), match.start()):
            continue
        who = _who(paper, outline, node, (sentence.start(), match.start()))
        to = _addressee(paper, match, sentence.end())
        when = _when(paper, sentence.span())
        if who is None or (to is None and when is None):
            continue
        duty = ReportingDuty(who.value, to.value if to else None, when.value if when else None)
        yield Found(duty, sentence.span(), CLEAR if to and when else DERIVED)


def _who(paper: Paper, outline: Outline, node: Node, span: Span) -> Found[str] | None:
    """Asked in the sentence itself, else the subject of the paragraph, else the heading above."""
    for asked in _ASKED.finditer(paper.folded, *span):
        if asked[0].startswith("giao") and "á" in paper.text[slice(*asked.span())].lower():
            continue
        verb = _verb().search(paper.folded, asked.end(), span[1])
        end = verb.start() if verb else span[1]
        if end > asked.end():
            return paper.found((asked.end(), end), CLEAR)
    return subject_of(paper, node) or _subject_of_heading(paper, outline, node)


def _subject_of_heading(paper: Paper, outline: Outline, node: Node) -> Found[str] | None:
    """``2. Đối với các công đoàn cơ sở``: what stands below is theirs."""
    above = [n for n in outline.nodes if n.block.heading and n.place < node.place < n.stop]
    if not above or not above[-1].block.depth or above[-1].block.depth == 1:
        return None
    heading = above[-1]
    skipped = _AS_FOR.match(paper.folded, heading.words_start)
    start = skipped.end() if skipped else heading.words_start
    words = paper.text[start : heading.block.span[1]].rstrip(" :.\n")
    return paper.found((start, start + len(words)), GUESS)


def _addressee(paper: Paper, match: re.Match[str], limit: int) -> Found[str] | None:
    start = max(match.start("to"), match.start("sent_to"))
    if start < 0:
        return None
    ends = _ADDRESSEE_ENDS.search(paper.folded, start, limit)
    return paper.found((start, ends.start() if ends else limit), CLEAR)


def _when(paper: Paper, sentence: Span) -> Found[str] | None:
    match = _WHEN.search(paper.folded, *sentence)
    if match is None:
        return None
    ends = _WHEN_ENDS.search(paper.folded, match.start() + 4, match.end())
    found = paper.found((match.start(), ends.start() if ends else match.end()), CLEAR)
    bare = found.value.rstrip(" ./")
    return Found(
        bare,
        (found.span[0], found.span[0] + len(paper.text[slice(*found.span)].rstrip(" ./"))),
        CLEAR,
    )
