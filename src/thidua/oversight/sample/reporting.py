"""Reports are asked for, written, sent back, mended and accepted; who is late is reminded."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from thidua.org.actor import Actor
from thidua.org.rights import Right
from thidua.oversight.sample.stage import AFTERNOON, Deed, Stage, day_in, holder, moment, named
from thidua.oversight.sample.tables import Row, row_of, table
from thidua.progress.actions import remind_units
from thidua.progress.models import Step
from thidua.reports import actions as reports
from thidua.reports.models import Form, Period, PeriodKind, Report
from thidua.reports.stretch import Stretch
from thidua.rulebook.models import Indicator

WOMEN = "IND-002b"


def deeds(stage: Stage) -> Iterator[Deed]:
    for row in table("life/periods.csv"):
        day = date.fromisoformat(row["opened"])
        yield Deed(day, partial(_open, stage, row, day))
    for row in table("life/reports.csv"):
        for step, do in STEPS:
            if day_of_step := day_in(row[step]):
                yield Deed(day_of_step, partial(do, stage, row, day_of_step))
    for row in table("life/reminders.csv"):
        day = date.fromisoformat(row["day"])
        yield Deed(day, partial(_remind, stage, row, day))


def _open(stage: Stage, row: Row, day: date) -> None:
    reports.open_request(
        plan=stage.plans[row["plan"]],
        stretch=Stretch(
            name=row["name"],
            first=date.fromisoformat(row["first"]),
            last=date.fromisoformat(row["last"]),
        ),
        due=reports.Due(reports=date.fromisoformat(row["due"]), summary=day_in(row["summary_due"])),
        by=_officer(row["plan"], day),
        at=moment(day),
    )


def _save(stage: Stage, row: Row, day: date, *, version: int = 0) -> None:
    unit, period = stage.units[row["unit"]], _period(stage, row)
    reports.save_report(
        period=period,
        unit=unit,
        version=version,
        typed=_typed(row, period.form, again=version > 0),
        by=_writer(stage, row, day),
        at=moment(day),
    )


def _submit(stage: Stage, row: Row, day: date) -> None:
    report = _report(stage, row)
    by = _writer(stage, row, day)
    reports.submit_report(report=report, version=report.version, by=by, at=moment(day, AFTERNOON))


def _return(stage: Stage, row: Row, day: date) -> None:
    report = _report(stage, row)
    said = {one["about"]: one["reason"] for one in table("life/returns.csv") if _same(one, row)}
    indicators = Indicator.objects.filter(code__in=said)
    parts = report.period.form.parts.filter(code__in=said)
    reports.return_report(
        report=report,
        reasons=reports.Reasons(
            figures={one.pk: said[one.code] for one in indicators},
            words={one.pk: said[one.code] for one in parts},
        ),
        by=_officer(_plan(row), day),
        at=moment(day, AFTERNOON),
    )


def _resubmit(stage: Stage, row: Row, day: date) -> None:
    _save(stage, row, day, version=_report(stage, row).version)
    _submit(stage, row, day)


def _accept(stage: Stage, row: Row, day: date) -> None:
    """From below by the officer; the unit's own summary by whoever signs for it."""
    report = _report(stage, row)
    at = moment(day, AFTERNOON)
    if report.summary:
        by = holder(Right.DOCUMENT_SIGN, stage.units[row["unit"]], day)
        reports.close_with_summary(report=report, consent=reports.Consent(), by=by, at=at)
    else:
        reports.accept_report(report=report, by=_officer(_plan(row), day), at=at)


STEPS = (
    ("saved", _save),
    ("submitted", _submit),
    ("returned", _return),
    ("resubmitted", _resubmit),
    ("accepted", _accept),
)


def _remind(stage: Stage, row: Row, day: date) -> None:
    remind_units(
        plan=stage.plans[row["plan"]],
        step=Step(row["step"]),
        unit_ids=[stage.units[code].pk for code in row["units"].split()],
        words=row["words"],
        by=_officer(row["plan"], day),
        at=moment(day, AFTERNOON),
    )


def _typed(row: Row, form: Form, *, again: bool) -> reports.Typed:
    """The women on the list, and words for every part; mended words come with the second try."""
    women = Indicator.objects.get(code=WOMEN)
    counted = row_of("units.csv", "code", row["unit"])["women"]
    return reports.Typed(
        figures={women.pk: Decimal(counted)} if counted else {},
        words={part.pk: _words(row, part.code, again=again) for part in form.parts.all()},
    )


def _words(row: Row, part: str, *, again: bool) -> str:
    """What the unit itself wrote, else one of what such units write, by its place in the table."""
    own = [one for one in table("life/words_of.csv") if _same(one, row) and one["part"] == part]
    if own and (again or not row["resubmitted"]):
        return own[0]["words"]
    usual = [
        one["words"]
        for one in table("life/narratives.csv")
        if (one["plan"], one["part"]) == (_plan(row), part)
    ]
    return usual[table("life/reports.csv").index(row) % len(usual)]


def _writer(stage: Stage, row: Row, day: date) -> Actor:
    """Whoever writes for the unit; a summary is written by one and signed by another."""
    return holder(Right.REPORT_WRITE, stage.units[row["unit"]], day, lowest=True)


def _report(stage: Stage, row: Row) -> Report:
    return Report.objects.select_related("period__form").get(
        period=_period(stage, row), unit=stage.units[row["unit"]]
    )


def _period(stage: Stage, row: Row) -> Period:
    asked = row_of("life/periods.csv", "code", row["period"])
    return Period.objects.select_related("form", "plan", "unit").get(
        plan=stage.plans[asked["plan"]], kind=PeriodKind.REQUEST, name=asked["name"]
    )


def _plan(row: Row) -> str:
    return row_of("life/periods.csv", "code", row["period"])["plan"]


def _officer(plan: str, day: date) -> Actor:
    return named(row_of("life/plans.csv", "plan", plan)["officer"], day)


def _same(one: Row, other: Row) -> bool:
    return one["unit"] == other["unit"]
