"""A document cut into head, body, tail and annex, with what several fields need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.reading.citations import CitedFound, read_citations
from vanban.reading.kind import kind_in_text, kind_of_symbol
from vanban.reading.letterhead import Letterhead, read_letterhead
from vanban.reading.named import Named, names_in
from vanban.reading.outline import Outline, outline_of
from vanban.reading.tail import Tail, read_tail
from vanban.reading.when import Dated, date_of
from vanban.reading.years import year_of, years_of

if TYPE_CHECKING:
    from vanban.reading.model import Span
    from vanban.reading.paper import Found, Paper


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of a document, each read once."""

    paper: Paper
    head: Letterhead
    outline: Outline
    tail: Tail
    annex: Outline
    names: list[Named]
    citations: list[CitedFound]
    dated: Dated
    kind: Found[str] | None
    year: Found[str] | None

    @classmethod
    def of(cls, paper: Paper) -> Document:
        """Cut a text into its parts."""
        head = read_letterhead(paper)
        tail = read_tail(paper, head.body_start)
        outline = outline_of(paper, head.body_start, tail.start)
        title, preamble = _span(head.title), _preamble(outline)
        citations = read_citations(paper, [n.block.span for n in outline.nodes])
        cited = [found.citation.span for found in citations]
        dated = date_of(paper, head, tail, preamble)
        year = year_of(paper, title, preamble, _span(dated.date), cited)
        return cls(
            paper=paper,
            head=head,
            outline=outline,
            tail=tail,
            annex=outline_of(paper, tail.end, len(paper.text)),
            names=names_in(paper, title, outline),
            citations=citations,
            dated=dated.with_year(year),
            kind=_kind(paper, head, outline),
            year=year,
        )

    @property
    def opening(self) -> list[Span]:
        """Title, preamble, closing: where a document says what it is about."""
        title = [self.head.title.span] if self.head.title else []
        return [*title, _preamble(self.outline), *(n.block.span for n in self.outline.closing)]

    @property
    def body(self) -> Span:
        """From behind the letterhead to the recipients or the signature."""
        return self.head.body_start, self.tail.start

    @property
    def years(self) -> tuple[int, ...]:
        """The year, or the two of a school year, that the document is for."""
        return years_of(self.year.value if self.year else None)


def _kind(paper: Paper, head: Letterhead, outline: Outline) -> Found[str] | None:
    """The kind as printed, else from the symbol, else from the document's own sentences."""
    printed = head.doc_type or kind_of_symbol(head.symbol)
    if head.is_press:
        return None
    return printed or kind_in_text(paper, outline.preamble + outline.closing)


def _span(found: Found[object] | None) -> Span | None:
    return found.span if found else None


def _preamble(outline: Outline) -> Span:
    nodes = outline.preamble
    return (nodes[0].block.span[0], nodes[-1].block.span[1]) if nodes else (0, 0)
