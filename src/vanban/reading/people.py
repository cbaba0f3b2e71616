"""Where a plan applies, who takes part, and with whom it is carried out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found
from vanban.reading.words import audiences, pattern_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from vanban.reading.model import Span
    from vanban.reading.outline import Outline
    from vanban.reading.paper import Paper

_PROPER = spaced(r"(?: [^\W\d_a-zà-ỹđ][\w-]*)+")
_SCOPE_LABEL = spaced(r"(?:ve )?pham vi(?: (?:ap dung|thuc hien|to chuc|trien khai))?\s*:\s*")
_AUDIENCE_LABEL = spaced(r"(?:ve )?doi tuong(?: (?:ap dung|tham gia|thi dua|thuc hien))?\s*:\s*")
_RULES = spaced(r"quy che $")


@cache
def _scope() -> re.Pattern[str]:
    areas = pattern_of(catalogue.column("areas", "name"))
    return spaced(
        r"(?P<scope>(?:khoi [^,.;:()]{2,40}? )?"
        r"(?:tren (?:dia ban|pham vi)|trong (?:toan|pham vi)|toan)"
        rf" (?:toan |ca )?(?:{areas})\b|(?:trong |pham vi )?ca nuoc\b)"
    )


@cache
def _participants() -> re.Pattern[str]:
    people = audiences()
    return spaced(
        r"\b(?P<cue>trong|cua|den|toi|doi voi|cho|dong vien|van dong) (?:cac |toan the )?"
        rf"(?P<people>(?:nu )?{people}(?:(?:\s*,\s*| va |\s*[–-]\s*| )(?:nu )?{people})*)"
    )


@cache
def _partner() -> re.Pattern[str]:
    partners = pattern_of(catalogue.column("partners", "term"))
    return spaced(
        rf"\bphoi hop(?: (?:chat che|dong bo|tot))?(?: cung)?(?: voi)?(?: cac)? "
        rf"(?P<partner>(?:{partners})"
        r"(?: (?:(?:dong|cung) cap|nha truong|co quan|don vi|cong ty|doanh nghiep))?"
        r"(?:, (?:co quan|don vi|doanh nghiep|truong hoc)\b)*)\b"
    )


def scope_of(paper: Paper, spans: Iterable[Span], outline: Outline) -> Found[str] | None:
    """The area the document says it is for: where it says *phạm vi*, else the first it names."""
    if said := _labelled(paper, outline, _SCOPE_LABEL):
        return said
    for span in spans:
        match = _scope().search(paper.folded, *span)
        if match is not None:
            proper = _PROPER.match(paper.text, match.end(), span[1])
            return paper.found((match.start(), proper.end() if proper else match.end()), CLEAR)
    return None


def _labelled(paper: Paper, outline: Outline, label: re.Pattern[str]) -> Found[str] | None:
    for node in outline.nodes:
        match = label.match(paper.folded, node.words_start, node.block.span[1])
        if match is not None and match.end() < node.block.span[1]:
            words = paper.text[match.end() : node.block.span[1]].rstrip(" .;\n")
            return paper.found((match.end(), match.end() + len(words)), DERIVED)
    return None


def participants_of(paper: Paper, spans: Iterable[Span], outline: Outline) -> Found[str] | None:
    """The people the plan speaks to, in the first stretch that names them.

    One plain word after a weak cue (*của cán bộ*) is hardly the whole audience.
    """
    for span in spans:
        for match in _participants().finditer(paper.folded, *span):
            words = paper.text[slice(*match.span("people"))]
            if paper.text[match.end() :][:1].isalnum() or _is_name(words):
                continue
            several = "," in words or " và " in words or any(w.isupper() for w in words.split())
            strong = match["cue"] in {"trong", "doi voi"}
            if several or strong:
                return paper.found(match.span("people"), CLEAR if several and strong else DERIVED)
    return _labelled(paper, outline, _AUDIENCE_LABEL)


def _is_name(words: str) -> bool:
    """``Công đoàn Viên`` chức: capitals inside are part of a body's name."""
    return any(word[0].isupper() and not word.isupper() for word in words.split()[1:])


def partner_of(paper: Paper, span: Span) -> Found[str] | None:
    """With whom it is carried out."""
    for match in _partner().finditer(paper.folded, *span):
        before = paper.folded[max(0, match.start() - 9) : match.start()]
        if not _RULES.search(before):
            is_alone = "," not in match["partner"]
            return paper.found(match.span("partner"), DERIVED if is_alone else GUESS)
    return None
