"""A plan of ours as a paper: the words of its clauses in the form in which they are printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.plans.models import Clause, Plan
from vanban.language.forms import one_line
from vanban.reading.markers import marker_of
from vanban.reading.model import Block, Reading, Span
from vanban.reading.paper import Paper
from vanban.writing.composition import Composition, compose
from vanban.writing.model import OfficialDocument
from vanban.writing.profiles import Profile, profile_for

OF_THE_OFFICE = frozenset(
    {"missing-number", "draft-number", "missing-date", "missing-signature", "missing-end-mark"}
)
"""Rules about what is added when a draft is signed and issued; the drafter need not care."""


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a plan in one text, and where in it each clause stands."""

    text: str
    places: tuple[Span, ...]

    def clause_at(self, span: Span) -> int | None:
        """The place of the clause that holds all of `span`."""
        for place, (start, end) in enumerate(self.places):
            if start <= span[0] and span[1] <= end:
                return place
        return None


def official(plan: Plan, clauses: Sequence[Clause], recipients: Sequence[str]) -> OfficialDocument:
    """The plan as the writers of Word and PDF take it; a draft has no number, day or signer."""
    paper = plan.document
    return OfficialDocument(
        parent_body=paper.parent_name or None,
        issuing_body=paper.issuer_name or None,
        full_number=paper.full_number or None,
        symbol=paper.symbol or None,
        place=paper.place or None,
        date=paper.dated,
        doc_type=paper.type_name or None,
        title=paper.title or None,
        blocks=tuple(
            Block(clause.depth, clause.marker, clause.text, heading=clause.heading)
            for clause in clauses
        ),
        recipients=tuple(recipients),
        signature=tuple(paper.signature),
        signer_name=paper.signer_name or None,
        mark=None,
        numbered=paper.unit.kind.keeps_register,
    )


def profile_of(plan: Plan, today: date) -> Profile:
    """The layout of the day of the paper; of today for a draft."""
    return profile_for(plan.document.dated or today)


def written(document: OfficialDocument, profile: Profile) -> Written:
    """Everything that will be printed, in the order in which it is read."""
    printed = compose(document, profile)
    state = (profile.head_line, profile.motto) if profile.prints_state_title else ()
    # Room left for the pen at the end of a line is not read, and would shift what follows.
    parts = [part.strip() for part in (*state, *_head(printed)) if part]
    start = sum(len(part) + len(_GAP) for part in parts)
    places = []
    for paragraph in printed.paragraphs:
        places.append((start, start + len(paragraph.text)))
        start += len(paragraph.text) + len(_GAP)
    parts += [paragraph.text for paragraph in printed.paragraphs]
    parts += [part for part in _foot(printed) if part]
    return Written(_GAP.join(parts), tuple(places))


def _head(printed: Composition) -> list[str]:
    return [
        printed.superior,
        printed.issuer,
        printed.number,
        printed.subject,
        printed.place_date,
        printed.doc_type,
        printed.title,
    ]


def _foot(printed: Composition) -> list[str]:
    recipients = "\n".join(("Nơi nhận:", *printed.recipients)) if printed.recipients else ""
    return [recipients, *printed.signature, printed.mark, printed.signer]


def paragraphs(typed: str) -> list[tuple[str, str]]:
    """Typed text as marker and words, one pair for every line that is not empty."""
    found = []
    for line in Paper.of(typed).lines:
        if not line.text:
            continue
        marker = marker_of(line)
        printed = marker.printed if marker else ""
        words = line.text[marker.length :] if marker else line.text
        found.append((printed, one_line(words)))
    return found


def seen_in(text: Written, reading: Reading) -> list[tuple[int, bool]]:
    """For every clause how deep it stands and whether it is a heading, as the reader saw it.

    Only that: whatever the reader makes of the words, those of the clause stay.
    """
    found = []
    for start, end in text.places:
        block = next((one for one in reading.blocks if start <= one.span[0] < end), None)
        found.append((block.depth, block.heading) if block else (0, False))
    return found


_GAP = "\n\n"
"""Paragraphs are set apart by an empty line, so that the reader does not join them."""
