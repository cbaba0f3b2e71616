"""Writing what was read into the rows of a plan. Called by the actions of this room only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Model

from thidua.documents.models import Document
from thidua.documents.naming import folded_number
from thidua.plans import queries
from thidua.plans.models import Citation, Clause, Commemoration, Duty, Phase, Plan, Target
from thidua.plans.structure import (
    ClauseValues,
    PhaseValues,
    clauses_of,
    fields_of,
    phases_of,
)
from vanban.reading.model import Commemoration as Day
from vanban.reading.model import Reading


def write_clauses(plan: Plan, reading: Reading) -> None:
    """The paragraphs of a new plan, each under the one it stands under."""
    values = clauses_of(reading.blocks, reading)
    set_clauses(plan, values, [None] * len(values))


def set_clauses(plan: Plan, values: list[ClauseValues], kept: Sequence[int | None]) -> None:
    """Bring the clauses into line with `values`; `kept` says which row goes on as which paragraph.

    A row stays with its words wherever they move, so that an open page never means another one.
    """
    # Children of a deleted row would go with it: all parents are set anew below.
    plan.clauses.update(parent=None)
    plan.clauses.exclude(pk__in=[pk for pk in kept if pk]).delete()
    plan.clauses.update(position=F("position") + _OUT_OF_THE_WAY)
    rows_by_pk = plan.clauses.in_bulk()
    rows = [Clause(plan=plan) if pk is None else rows_by_pk[pk] for pk in kept]
    for place, (row, value) in enumerate(zip(rows, values, strict=True)):
        row.position = place
        row.depth, row.heading, row.content = value.depth, value.heading, value.content
        row.marker, row.text = _clip(row, "marker", value.marker), value.text
    Clause.objects.bulk_update(
        [row for row in rows if row.pk],
        ["position", "depth", "marker", "text", "heading", "content"],
    )
    Clause.objects.bulk_create([row for row in rows if not row.pk])
    _set_parents(rows, values)


def _set_parents(rows: Sequence[Clause], values: Sequence[ClauseValues]) -> None:
    """One statement for each parent: all of them know their keys by now."""
    below: dict[int, list[int]] = defaultdict(list)
    for row, value in zip(rows, values, strict=True):
        if value.parent is not None:
            row.parent = rows[value.parent]
            below[value.parent].append(row.pk)
    for parent, children in below.items():
        Clause.objects.filter(pk__in=children).update(parent=rows[parent])


def write_structure(plan: Plan, reading: Reading, *, day: date) -> None:
    """Everything that is understood from the text, anew; what an officer corrected stays."""
    plan.theme = _clip(plan, "theme", reading.theme)
    plan.year_label = _clip(plan, "year_label", reading.year_or_school_year)
    plan.fields = fields_of(reading)
    if "phases" not in plan.kept:
        _write_phases(plan, phases_of(reading, day))
    if "commemorations" not in plan.kept:
        plan.commemorations.filter(phase=None).delete()
        _write_days(plan, None, reading.commemorations)
    if "targets" not in plan.kept:
        _write_targets(plan, reading)
    if "reporting_duties" not in plan.kept:
        _write_duties(plan, reading)
    if "citations" not in plan.kept:
        _write_citations(plan, reading)
    plan.save(update_fields=["theme", "year_label", "fields"])
    _write_period(plan)


def add_row(plan: Plan, part: str, values: Mapping[str, Any]) -> None:
    """One phase, target or duty that somebody adds by hand; `values` as the forms name them."""
    if part == "phases":
        _add_phase(plan, values)
    elif part == "targets":
        Target.objects.create(
            plan=plan,
            position=plan.targets.count(),
            text=values["text"],
            value=_figure(values["value"]),
            unit=(values["unit"] or "")[:50],
        )
    else:
        words = {name: (values[name] or "")[:300] for name in ("who", "to", "when")}
        Duty.objects.create(plan=plan, position=plan.duties.count(), **words)


def _add_phase(plan: Plan, values: Mapping[str, Any]) -> None:
    """In the order of the days; a phase that the system set for the whole year gives way."""
    plan.phases.filter(whole=True).delete()
    fresh = Phase(plan=plan, starts_on=values["start"], ends_on=values["end"])
    fresh.name = _clip(fresh, "name", values["name"])
    fresh.theme = _clip(fresh, "theme", values["theme"])
    fresh.position = plan.phases.count() + _PHASES_OUT_OF_THE_WAY
    fresh.save()
    rows = sorted(plan.phases.all(), key=lambda phase: (phase.starts_on, phase.position))
    plan.phases.update(position=F("position") + _PHASES_OUT_OF_THE_WAY)
    for place, row in enumerate(rows):
        row.position = place
    Phase.objects.bulk_update(rows, ["position"])
    _write_period(plan)


def _write_period(plan: Plan) -> None:
    """A plan runs from the first day of its phases to the last."""
    days = [(phase.starts_on, phase.ends_on) for phase in plan.phases.all()]
    plan.starts_on = min(start for start, _end in days)
    plan.ends_on = max(end for _start, end in days)
    plan.save(update_fields=["starts_on", "ends_on"])


def _write_phases(plan: Plan, phases: list[PhaseValues]) -> None:
    plan.phases.all().delete()
    for place, phase in enumerate(phases):
        row = Phase(
            plan=plan,
            position=place,
            starts_on=phase.starts_on,
            ends_on=phase.ends_on,
            whole=phase.whole,
        )
        row.name, row.theme = _clip(row, "name", phase.name), _clip(row, "theme", phase.theme)
        row.save()
        _write_days(plan, row, phase.commemorations)


def _write_days(plan: Plan, phase: Phase | None, days: tuple[Day, ...]) -> None:
    known = plan.commemorations.count()
    Commemoration.objects.bulk_create(
        Commemoration(
            plan=plan,
            phase=phase,
            position=known + place,
            name=day.name[:500],
            day=day.day,
            month=day.month,
            base_year=day.base_year,
            ordinal=day.ordinal,
        )
        for place, day in enumerate(days)
    )


def _write_targets(plan: Plan, reading: Reading) -> None:
    plan.targets.all().delete()
    Target.objects.bulk_create(
        Target(
            plan=plan,
            position=place,
            text=target.text,
            value=_figure(target.value),
            unit=(target.unit or "")[:50],
        )
        for place, target in enumerate(reading.targets)
    )


def _write_duties(plan: Plan, reading: Reading) -> None:
    plan.duties.all().delete()
    Duty.objects.bulk_create(
        Duty(
            plan=plan,
            position=place,
            who=(duty.who or "")[:300],
            to=(duty.to or "")[:300],
            when=(duty.when or "")[:300],
        )
        for place, duty in enumerate(reading.reporting_duties)
    )


def _figure(value: float | None) -> Decimal | None:
    """The figure as the column holds it; one that no plan can mean is no figure."""
    if value is None or abs(value) > _TOO_LARGE:
        return None
    figure = Decimal(str(value)).quantize(_HUNDREDTH)
    return figure if abs(figure) < _TOO_LARGE else None


def _write_citations(plan: Plan, reading: Reading) -> None:
    numbers = [citation.number or "" for citation in reading.citations]
    held = queries.held_papers(plan.document.unit, numbers)
    plan.citations.all().delete()
    Citation.objects.bulk_create(
        Citation(
            plan=plan,
            position=place,
            kind=(citation.kind or "")[:100],
            number=(citation.number or "")[:60],
            dated=citation.date,
            issuer=(citation.issuer or "")[:300],
            quote=citation.quote,
            document=_paper(held.get(folded_number(citation.number or ""), []), citation.date),
        )
        for place, citation in enumerate(reading.citations)
    )


def link_citations(paper: Document) -> None:
    """Plans of the unit that cited this paper before it was in the archive lead to it from now."""
    if not paper.number_fold or not paper.frozen:
        return
    waiting = Citation.objects.filter(plan__document__unit=paper.unit, document=None)
    for citation in waiting.exclude(number=""):
        same = folded_number(citation.number) == paper.number_fold
        if same and citation.dated in {None, paper.dated}:
            citation.document = paper
            citation.save(update_fields=["document"])


def _paper(papers: list[Document], dated: date | None) -> Document | None:
    """The one paper with that number, or the one of that day where the number came back."""
    same_day = [paper for paper in papers if dated is None or paper.dated == dated]
    return same_day[0] if len(same_day) == 1 else None


def _clip(row: Model, field: str, value: Any) -> str:
    """The value cut to what the column holds: a damaged file may have a title of pages."""
    text = value or ""
    limit = getattr(row._meta.get_field(field), "max_length", None)
    return str(text)[:limit]


_TOO_LARGE = 10**12
_HUNDREDTH = Decimal("0.01")
_OUT_OF_THE_WAY = 1_000_000
_PHASES_OUT_OF_THE_WAY = 10_000
