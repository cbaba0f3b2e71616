"""Documents referred to: ``Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.dates import points_in
from vanban.language.forms import one_line
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.model import Citation
from vanban.reading.paper import CLEAR, DERIVED, Found
from vanban.reading.words import kind_names, kinds

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import Iterable, Iterator

    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_SYMBOL_PART = r"[/–-]\s?[^\W\d_][\w&]*"
_NUMBER = (
    r"(?P<number>\d{1,5}[a-z]?\s?(?:[/–-]\s?\d{4}\s?)?"
    rf"{_SYMBOL_PART}(?:\s?{_SYMBOL_PART})*)"
)
_DATE = (
    r"\(?(?P<date>(?:ngh?ay )?\d{1,2}"
    r"(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}| thang \d{1,2},? nam \d{4}))\)?"
)
_THEN_DATED = spaced(rf"\s*,?\s*{_DATE}")
_ANOTHER = spaced(r"\s*(?:,|;|va)\s*$")
_OF = spaced(r"\s*,?\s*cua ")
_LONGEST_ISSUER = 120
_LEADS_ON = spaced(r"\s[–-]\s?(?=[^\W\d_])(?![A-ZĐ])")
_KIND_REACH = 100
_FIGURE = spaced(r"\d")
_DAMAGED_SO = 3
"""Between a kind and a number, so few letters are a *số* that was not recognised."""
_WITH_SUBJECT = frozenset({"luat", "bo luat", "phap lenh"})
"""Kinds whose subject, commas and all, stands between name and number."""


@dataclass(frozen=True, slots=True)
class CitedFound:
    """A citation with the place of its quotation and of its issuer."""

    citation: Found[Citation]
    issuer: Found[str] | None


_NUMBERED = spaced(rf"(?<![\w/-])(?P<so>so\s*:?\s*)?{_NUMBER}(?:\s*,?\s*{_DATE})?")
_PLAIN = spaced(rf"(?<!\w)so\s*:?\s*(?P<number>\d{{1,5}}[a-z]?)\s*,?\s*{_DATE}")


@cache
def _issuer_ends() -> re.Pattern[str]:
    """A sign or word that leads on, as printed; *Giáo dục và Đào tạo* goes on over its *và*."""
    tails = "|".join(catalogue.column("name_tails", "after_va"))
    words = "|".join(catalogue.column("issuer_ends", "word"))
    return spaced(rf"[,;.:()\"“”|]|\s[–-]\s| (?:(?:{words})(?!\w)|và(?! (?:{tails})(?!\w))(?!\w))")


@cache
def _kind() -> re.Pattern[str]:
    """A kind, and its subject (of a law) up to the number, no end of a clause in between."""
    return spaced(rf"\b(?P<kind>{kinds()})\b(?=[^.;:()\"“”]*$)")


@cache
def _dated() -> re.Pattern[str]:
    return spaced(rf"\b(?P<kind>{kinds()})\s*,?\s*{_DATE}(?=\s*,?\s*cua\s)")


def read_citations(paper: Paper, spans: Iterable[Span]) -> list[CitedFound]:
    """Every document cited in some paragraphs, each number once, in order of the text."""
    cited: list[CitedFound | None] = []
    for span in spans:
        if not _FIGURE.search(paper.folded, *span):
            continue
        cited += [_numbered(paper, match, span) for match in _numbers(paper, span)]
        cited += [_plain(paper, match, span) for match in _PLAIN.finditer(paper.folded, *span)]
        cited += [
            _unnumbered(paper, match, span) for match in _dated().finditer(paper.folded, *span)
        ]
    found: dict[str, CitedFound] = {}
    in_order = sorted((c for c in cited if c), key=lambda c: c.citation.span)
    for item in _shared(paper, in_order):
        value = item.citation.value
        found.setdefault(value.number or value.quote.casefold(), item)
    return list(found.values())


def _shared(paper: Paper, cited: list[CitedFound]) -> list[CitedFound]:
    """``các Quyết định số 5 …, số 6 … của A``: one kind and one issuer for both."""
    done: list[CitedFound] = []
    for item in cited:
        before = done[-1] if done else None
        gap = paper.folded[before.citation.span[1] : item.citation.span[0]] if before else ""
        if before is None or not _ANOTHER.fullmatch(gap):
            done.append(item)
            continue
        if before.issuer is None and item.issuer is not None and not item.citation.value.kind:
            done[-1] = _with(before, issuer=item.issuer)
        kind = item.citation.value.kind or before.citation.value.kind
        done.append(_with(item, kind=kind))
    return done


def _with(
    item: CitedFound, *, kind: str | None = None, issuer: Found[str] | None = None
) -> CitedFound:
    value = item.citation.value
    citation = replace(
        value,
        kind=kind or value.kind,
        issuer=issuer.value if issuer else value.issuer,
    )
    return CitedFound(
        Found(citation, item.citation.span, item.citation.confidence), issuer or item.issuer
    )


def _plain(paper: Paper, match: re.Match[str], within: Span) -> CitedFound | None:
    """``Kế hoạch số 15 ngày 12/3/2024``: without a symbol it needs a kind and a date."""
    kind = _kind_before(paper, match.start(), after_so=True)
    return _cited(paper, match, within, kind, match["number"]) if kind else None


def _numbers(paper: Paper, span: Span) -> Iterator[re.Match[str]]:
    """Numbers with their symbols; a dash before a small word (``… - về việc``) ends a symbol."""
    for match in _NUMBERED.finditer(paper.folded, *span):
        leads_on = _LEADS_ON.search(paper.text, *match.span("number"))
        if leads_on is None:
            yield match
        elif shorter := _NUMBERED.match(paper.folded, match.start(), leads_on.start()):
            yield shorter


def _numbered(paper: Paper, match: re.Match[str], within: Span) -> CitedFound | None:
    """A number is one only after *số* or the name of a kind, and with a symbol in capitals."""
    printed = paper.text[slice(*match.span("number"))]
    kind = _kind_before(paper, match.start(), after_so=match["so"] is not None)
    if kind is None and match["so"] is None:
        return None
    if not any(letter.isupper() for letter in printed):
        return None
    return _cited(paper, match, within, kind, "".join(printed.split()))


def _kind_before(paper: Paper, place: int, *, after_so: bool) -> Span | None:
    start = max(0, place - _KIND_REACH)
    before = paper.folded[start:place]
    last = None
    for match in _kind().finditer(before):
        last = match
    if last is None:
        return None
    between = before[last.end() :].strip()
    is_law = last["kind"] in _WITH_SUBJECT
    if len(between) > _DAMAGED_SO and not (after_so and (is_law or "," not in between)):
        return None
    return start + last.start(), start + last.end()


def _unnumbered(paper: Paper, match: re.Match[str], within: Span) -> CitedFound | None:
    return _cited(paper, match, within, match.span("kind"), None)


def _cited(
    paper: Paper, match: re.Match[str], within: Span, kind: Span | None, number: str | None
) -> CitedFound:
    end = match.end() if match["date"] else match.end("number")
    issuer = _issuer(paper, end, within[1])
    dated = match.span("date") if match["date"] else None
    if issuer is not None:
        end = issuer.span[1]
    elif kind is not None:
        issuer = _issuer(paper, kind[1], match.start())
    if dated is None and (later := _THEN_DATED.match(paper.folded, end, within[1])):
        dated, end = later.span("date"), later.end()
    span = (kind[0] if kind else match.start(), end)
    citation = Citation(
        kind=kind_names()[one_line(paper.folded[slice(*kind)])] if kind else None,
        number=number,
        date=_date(paper, dated) if dated else None,
        issuer=issuer.value if issuer else None,
        quote=paper.quote(span),
    )
    return CitedFound(Found(citation, span, CLEAR if kind else DERIVED), issuer)


def _date(paper: Paper, span: Span) -> dt.date | None:
    points = points_in(paper.text[slice(*span)])
    return points[0].first() if points else None


def _issuer(paper: Paper, start: int, end: int) -> Found[str] | None:
    """The words after ``của``: a name ends at a sign or a word that leads on."""
    begins = _OF.match(paper.folded, start, end)
    if begins is None:
        return None
    limit = min(end, begins.end() + _LONGEST_ISSUER)
    ends = _issuer_ends().search(paper.text, begins.end(), limit)
    found = paper.found((begins.end(), ends.start() if ends else limit), CLEAR)
    return found if found.value else None
