"""What the archive of a unit knows: cited papers, sound texts, earlier corrections."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models.fields.json import KT

from thidua.documents.models import (
    FROZEN,
    Document,
    ReadingStatus,
)
from thidua.documents.models import Reading as ReadingRow
from thidua.documents.naming import folded, folded_number
from thidua.documents.places import place_of
from thidua.documents.queries import documents_visible_to
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.lessons import Lesson
from thidua.plans.models import Clause, Example
from vanban.reading.model import Citation as ReadCitation


def held_papers(unit: Unit, numbers: Iterable[str]) -> dict[str, list[Document]]:
    """The frozen papers in the hands of `unit` that bear one of these numbers, by folded number."""
    found: dict[str, list[Document]] = {}
    wanted = {folded_number(number) for number in numbers if number}
    held = Document.objects.filter(unit=unit, number_fold__in=wanted, status__in=FROZEN)
    for paper in held.select_related("unit", "plan"):
        found.setdefault(paper.number_fold, []).append(paper)
    return found


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper of the archive that a citation means, and in what its day differs, if it does."""

    paper: Document
    url: str
    other_day: date | None = None


def cited_papers(unit: Unit, citations: Sequence[ReadCitation], actor: Actor) -> dict[str, Cited]:
    """For each citation that means a paper of the archive of `unit`: that paper, by field path."""
    held = held_papers(unit, [one.number or "" for one in citations])
    seen = set(documents_visible_to(actor).filter(pk__in=_keys(held)).values_list("pk", flat=True))
    found = {}
    for place, one in enumerate(citations):
        papers = [p for p in held.get(folded_number(one.number or ""), []) if p.pk in seen]
        same = [paper for paper in papers if one.date is None or paper.dated == one.date]
        paper = same[0] if len(same) == 1 else papers[0] if len(papers) == 1 else None
        if paper is not None:
            other = paper.dated if one.date and paper.dated != one.date else None
            found[f"citations[{place}]"] = Cited(paper, place_of(paper), other)
    return found


def _keys(held: dict[str, list[Document]]) -> list[int]:
    return [paper.pk for papers in held.values() for paper in papers]


def archive_texts(unit: Unit) -> list[str]:
    """The latest sound texts of a unit's own documents, to restore damaged words from.

    What was recognised badly itself is left out: it would teach the damage.
    """
    accepted = ReadingRow.objects.filter(unit=unit, status=ReadingStatus.ACCEPTED)
    sound = accepted.filter(data__repaired=False, scanned=False).order_by("-read_at")
    texts = list(
        sound.annotate(printed=KT("data__text")).values_list("printed", flat=True)[:_TEXTS]
    )
    ours = Clause.objects.filter(plan__document__unit=unit, plan__document__status__in=FROZEN)
    written = ours.exclude(plan__document__reading__isnull=False).order_by("-plan_id", "position")
    return [*texts, "\n".join(written.values_list("text", flat=True)[:_CLAUSES])]


def lessons_for(unit: Unit, printed: str) -> list[Lesson]:
    """What this unit was taught about the papers of an issuer, the latest first.

    The issuer is known by the name it was given in the end, or by one that was misread before.
    """
    known = Example.objects.filter(unit=unit).order_by("-taught_at", "-pk")
    name = folded(printed)[:200]
    misread = known.filter(field="issuing_body", read_fold=name).first() if name else None
    issuers = {name, misread.issuer_fold} if misread else {name}
    if not printed:
        issuers = {folded(unit.name)[:200]}
    rows = known.filter(issuer_fold__in=issuers)
    return [Lesson(row.field, row.read, row.said, row.context) for row in rows]


_TEXTS, _CLAUSES = 100, 2_000
