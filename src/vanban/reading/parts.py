"""The values of a document that take several parts of it: its bodies, days and signers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.reading.bodies import issuing_body_in, parent_body_in
from vanban.reading.commemorations import read_commemorations
from vanban.reading.criteria import read_criteria
from vanban.reading.named_bodies import BodiesFound, bodies_of_letterhead, is_joint
from vanban.reading.phases import read_phases

if TYPE_CHECKING:
    from vanban.reading.document import Document
    from vanban.reading.model import Commemoration, Criterion, Span
    from vanban.reading.paper import Found
    from vanban.reading.phase_found import PhaseFound


def bodies_of(document: Document) -> BodiesFound:
    """Issuing body and superior: what the letterhead lacks, the sentences may tell."""
    paper, head, outline = document.paper, document.head, document.outline
    kind = head.doc_type.value if head.doc_type else None
    joint = is_joint(kind, head.symbol.value if head.symbol else None)
    printed = bodies_of_letterhead(paper, head.capitals, joint=joint)
    issuing, parent = printed.issuing, printed.parent
    if issuing is None:
        issuing = issuing_body_in(paper, outline.preamble + outline.closing)
    if parent is None and not printed.others:
        own = issuing.value if issuing else None
        parent = parent_body_in(paper, outline.preamble, document.citations, own)
    return BodiesFound(issuing, parent, printed.others)


def phases_of(document: Document) -> list[PhaseFound]:
    """The stretches of the plan's time."""
    kind = document.kind.value if document.kind else None
    today = document.dated.today
    return read_phases(
        document.paper, document.outline, document.names, document.years, today, kind
    )


def criteria_of(document: Document) -> list[Found[Criterion]]:
    """What is scored by, in the body or in the annex."""
    paper = document.paper
    return read_criteria(paper, document.outline) + read_criteria(paper, document.annex)


def days_outside(document: Document, phases: list[PhaseFound]) -> list[Found[Commemoration]]:
    """The days named outside the phases."""
    inside = [phase.span for phase in phases]
    spans = [document.head.title.span] if document.head.title else []
    for node in document.outline.nodes:
        spans += _outside(node.block.span, inside)
    return read_commemorations(document.paper, spans, document.years)


def _outside(span: Span, inside: list[Span]) -> list[Span]:
    """What of a paragraph stands in no phase; one may begin in its middle."""
    start, pieces = span[0], []
    for first, last in sorted(inside):
        if first < span[1] and last > start:
            pieces.append((start, first))
            start = max(start, last)
    return [piece for piece in (*pieces, (start, span[1])) if piece[1] > piece[0]]
