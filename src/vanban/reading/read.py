"""Text → `Reading`: every part of the reader is asked once and the answers are gathered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.reading.bodies import bodies_of_letterhead, issuing_body_in, parent_body_in
from vanban.reading.citations import CitedFound, read_citations
from vanban.reading.commemorations import read_commemorations
from vanban.reading.contents import read_content_items, read_sections
from vanban.reading.criteria import read_criteria
from vanban.reading.duties import read_duties
from vanban.reading.kind import kind_in_text, kind_of_symbol
from vanban.reading.letterhead import Letterhead, read_letterhead
from vanban.reading.model import Phase, Reading, Signatory, Span
from vanban.reading.movements import movements_of, slogans_of
from vanban.reading.named import Named, names_in
from vanban.reading.outline import Outline, outline_of
from vanban.reading.paper import Found, Paper
from vanban.reading.people import participants_of, partner_of, scope_of, year_of, years_of
from vanban.reading.phases import PhaseFound, read_phases
from vanban.reading.places import Places
from vanban.reading.recipients import read_recipients
from vanban.reading.signature import SignatureFound, read_signature
from vanban.reading.tail import Tail, read_tail
from vanban.reading.targets import read_targets
from vanban.reading.theme import theme_of

if TYPE_CHECKING:
    from vanban.reading.model import Commemoration, Criterion


def read_text(text: str) -> Reading:
    """Read a document from its raw text, Markdown marks and all. Never raises.

    `Reading.text` is the normalised text that every span counts in; `findings` stays empty.
    """
    return _gathered(_Document.of(Paper.of(text)))


@dataclass(frozen=True, slots=True)
class _Document:
    """A document cut into head, body, tail and annex, with what several fields need."""

    paper: Paper
    head: Letterhead
    outline: Outline
    tail: Tail
    annex: Outline
    names: list[Named]
    citations: list[CitedFound]
    year: Found[str] | None

    @classmethod
    def of(cls, paper: Paper) -> _Document:
        head = read_letterhead(paper)
        tail = read_tail(paper, head.body_start)
        outline = outline_of(paper, head.body_start, tail.start)
        return cls(
            paper=paper,
            head=head,
            outline=outline,
            tail=tail,
            annex=outline_of(paper, tail.end, len(paper.text)),
            names=names_in(paper, _span(head.title), outline),
            citations=read_citations(paper, [n.block.span for n in outline.nodes]),
            year=year_of(paper, _span(head.title), _preamble(outline), _span(head.date)),
        )

    @property
    def opening(self) -> list[Span]:
        """Title, preamble, closing: where a document says what it is about."""
        title = [self.head.title.span] if self.head.title else []
        return [*title, _preamble(self.outline), *(n.block.span for n in self.outline.closing)]

    @property
    def years(self) -> tuple[int, ...]:
        return years_of(self.year.value if self.year else None)


def _span(found: Found[object] | None) -> Span | None:
    return found.span if found else None


def _preamble(outline: Outline) -> Span:
    nodes = outline.preamble
    return (nodes[0].block.span[0], nodes[-1].block.span[1]) if nodes else (0, 0)


def _gathered(document: _Document) -> Reading:
    at = Places()
    paper, head, outline = document.paper, document.head, document.outline
    issuing, parent = _bodies(document)
    phases = _phases_of(document)
    theme = theme_of(paper, outline, document.names, [phase.span for phase in phases])
    doc_type = at.one("doc_type", _kind(document))
    return Reading(
        issuing_body=at.one("issuing_body", issuing),
        parent_body=at.one("parent_body", parent),
        full_number=at.one("full_number", head.full_number),
        number=at.one("number", head.number),
        symbol=at.one("symbol", head.symbol),
        place=at.one("place", head.place),
        date=at.one("date", head.date),
        doc_type=doc_type,
        title=at.one("title", head.title),
        theme=at.one("theme", theme),
        slogans=at.many("slogans", slogans_of(document.names)),
        scope=at.one("scope", scope_of(paper, document.opening)),
        participants=at.one("participants", participants_of(paper, document.opening)),
        criteria=at.many("criteria", _criteria(document)),
        partner=at.one("partner", partner_of(paper, (head.body_start, document.tail.start))),
        year_or_school_year=at.one("year_or_school_year", document.year),
        citations=at.many("citations", [cited.citation for cited in document.citations]),
        sections=at.many("sections", read_sections(outline)),
        content_items=at.many("content_items", read_content_items(paper, outline)),
        phases=_phases(at, phases),
        commemorations=at.many("commemorations", _other_days(document, phases)),
        movements_named=at.many("movements_named", movements_of(document.names)),
        targets=at.many("targets", read_targets(paper, outline, doc_type)),
        reporting_duties=at.many("reporting_duties", read_duties(paper, outline)),
        recipients=at.many("recipients", read_recipients(document.tail)),
        signatory=_signatory(at, read_signature(document.tail)),
        text=paper.text,
        spans=at.spans,
        confidence=at.confidence,
        blocks=outline.blocks + document.annex.blocks,
    )


def _phases_of(document: _Document) -> list[PhaseFound]:
    today = document.head.date.value if document.head.date else None
    return read_phases(document.paper, document.outline, document.names, document.years, today)


def _bodies(document: _Document) -> tuple[Found[str] | None, Found[str] | None]:
    """Issuing body and superior: what the letterhead lacks, the sentences may tell."""
    paper, head, outline = document.paper, document.head, document.outline
    issuing, parent = bodies_of_letterhead(paper, head.capitals)
    if issuing is None:
        issuing = issuing_body_in(paper, outline.preamble + outline.closing)
    if parent is None:
        own = issuing.value if issuing else None
        parent = parent_body_in(paper, outline.preamble, document.citations, own)
    return issuing, parent


def _kind(document: _Document) -> Found[str] | None:
    nodes = document.outline.preamble + document.outline.closing
    return (
        document.head.doc_type
        or kind_of_symbol(document.head.symbol)
        or kind_in_text(document.paper, nodes)
    )


def _criteria(document: _Document) -> list[Found[Criterion]]:
    paper = document.paper
    return read_criteria(paper, document.outline) + read_criteria(paper, document.annex)


def _other_days(document: _Document, phases: list[PhaseFound]) -> list[Found[Commemoration]]:
    """The days named outside the phases."""
    inside = [phase.span for phase in phases]
    spans = [document.head.title.span] if document.head.title else []
    spans += [
        node.block.span
        for node in document.outline.nodes
        if not any(start <= node.block.span[0] < end for start, end in inside)
    ]
    return read_commemorations(document.paper, spans, document.years)


def _phases(at: Places, phases: list[PhaseFound]) -> tuple[Phase, ...]:
    read = []
    for place, phase in enumerate(phases):
        path = f"phases[{place}]"
        at.one(path, Found(phase.name.value, phase.span, phase.name.confidence))
        read.append(
            Phase(
                name=at.one(f"{path}.name", phase.name) or "",
                start=at.one(f"{path}.start", phase.start),
                end=at.one(f"{path}.end", phase.end),
                theme=at.one(f"{path}.theme", phase.theme),
                commemorations=at.many(f"{path}.commemorations", phase.commemorations),
            )
        )
    return tuple(read)


def _signatory(at: Places, found: SignatureFound) -> Signatory:
    return Signatory(
        authority_line=at.one("signatory.authority_line", found.authority_line),
        post=at.one("signatory.post", found.post),
        name=at.one("signatory.name", found.name),
        mark=at.one("signatory.mark", found.mark),
    )
