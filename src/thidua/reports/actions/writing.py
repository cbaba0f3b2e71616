"""Writing a report: typed figures, words, and answers to what was doubted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.reports import policies, queries
from thidua.reports.actions.locking import locked, locked_report
from thidua.reports.checks import Weight, remarks_on
from thidua.reports.models import Figure, FormPart, Narrative, Period, Report, Source
from thidua.reports.reporters import superior_of
from thidua.reports.stale import require_current
from thidua.rulebook.models import Indicator

Changes = dict[int, tuple[Decimal | None, Decimal | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody typed: figures by id of the indicator, words by id of the part."""

    figures: Mapping[int, Decimal | None]
    words: Mapping[int, str]


@transaction.atomic
def save_report(
    *, period: Period, unit: Unit, version: int, typed: Typed, by: Actor, at: datetime
) -> Report:
    """Keep what was typed; the first time, the report begins. Without a change nothing is written.

    `version` is that of the page, 0 where nobody had begun. Raises `Stale` when somebody else
    wrote meanwhile.
    """
    report = locked_report(period, unit)
    require(policies.may_write(by, period, unit, report))
    require_current(report, version)
    if report is None:
        report = _begun(period, unit, by, at)
    figures = _keep_figures(report, typed.figures)
    parts = _keep_words(report, typed.words)
    if figures or parts:
        report.version += 1
        report.edited_by, report.edited_at = by.user, at
        report.save(update_fields=["version", "edited_by", "edited_at"])
        told: dict[str, Any] = {"changes": _named(figures), "parts": parts, "about": period.name}
        record("report.saved", on=report, by=by, unit=unit, at=at, **told)
    return report


def _begun(period: Period, unit: Unit, by: Actor, at: datetime) -> Report:
    superior = None if unit.pk == period.unit_id else superior_of(unit, period.ends_on)
    if superior is None and unit.pk != period.unit_id:
        if unit.kept_by_id is None:
            raise DomainError(_("Không tìm thấy đơn vị cấp trên nhận báo cáo này."))
        superior = period.unit
    report = Report.objects.create(
        period=period,
        unit=unit,
        unit_path=unit.path_on(by.day),
        unit_name=unit.named_on(by.day).name,
        superior=superior,
        edited_at=at,
        edited_by=by.user,
    )
    record("report.begun", on=report, by=by, unit=unit, at=at)
    return report


def _named(figures: Changes) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """The same by the names of the indicators, for the trail."""
    if not figures:
        return {}
    names = Indicator.objects.filter(pk__in=figures).values_list("pk", "name")
    return {name: figures[key] for key, name in names}


def _keep_figures(report: Report, figures: Mapping[int, Decimal | None]) -> Changes:
    """What was typed before and what is typed now, where it is not the same."""
    known = {one.indicator_id: one for one in report.figures.all()}
    changed: Changes = {}
    for indicator, value in figures.items():
        figure = known.get(indicator) or Figure(report=report, indicator_id=indicator)
        if (figure.own, figure.source) == (value, Source.TYPED) or (
            figure.pk is None and value is None
        ):
            continue
        changed[indicator] = (figure.own, value)
        figure.own, figure.source, figure.below = value, Source.TYPED, None
        figure.save()
    return changed


def _keep_words(report: Report, words: Mapping[int, str]) -> list[str]:
    """The titles of the parts that read differently now."""
    known = {one.part_id: one for one in report.narratives.all()}
    changed = []
    for part, text in words.items():
        narrative = known.get(part) or Narrative(report=report, part_id=part)
        if narrative.text == text:
            continue
        narrative.text = text
        narrative.save()
        changed.append(part)
    if not changed:
        return []
    return list(FormPart.objects.filter(pk__in=changed).values_list("title", flat=True))


@transaction.atomic
def keep_doubted(*, report: Report, code: str, by: Actor, at: datetime) -> Report:
    """Say that a figure which was doubted is right; it is not asked about again as it stands."""
    report = locked(report)
    require(policies.may_write(by, report.period, report.unit, report))
    sheet = queries.sheet_of(report.period, report.unit, report, by.day)
    doubt = next(
        (one for one in remarks_on(sheet) if one.weight == Weight.ASK and one.code == code), None
    )
    cell = sheet.cell(code)
    if doubt is None or cell is None:
        raise DomainError(_("Số này không còn chỗ hỏi lại: nó đã được sửa hoặc đã trả lời."))
    Figure.objects.update_or_create(
        report=report,
        indicator_id=cell.indicator_id,
        defaults={"asked": doubt.answer},
        create_defaults={"asked": doubt.answer, "source": str(cell.kind)},
    )
    record(
        "report.doubt_answered",
        on=report,
        by=by,
        unit=report.unit,
        at=at,
        code=code,
        doubt=doubt.text,
    )
    return report
