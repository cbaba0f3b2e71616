"""Plans, periods and reports for tests, made through the actions where people would press."""

from datetime import date

from factories import CHAIR, DAY, NOON, OFFICER, UserFactory, actor_as
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.documents.naming import set_folds
from thidua.plans.models import Phase, Plan
from thidua.reports import actions
from thidua.reports.forms import figure_name, words_name
from thidua.reports.models import Report
from thidua.rulebook.models import Indicator

FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)
DUE = date(2024, 4, 5)


def issued_plan(unit, title="Phát động phong trào thi đua năm 2024"):
    """A plan the unit issued, with two phases."""
    paper = Document(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.OUT,
        status=DocumentStatus.ISSUED,
        type_name="Kế hoạch",
        title=title,
        full_number="05/KH-CĐGD",
        issuer=unit,
        issuer_name=unit.name,
        dated=FIRST,
        drafted_by=UserFactory(),
        created_at=NOON,
        issued_at=NOON,
    )
    set_folds(paper)
    paper.save()
    plan = Plan.objects.create(
        document=paper,
        year_label="2024",
        starts_on=FIRST,
        ends_on=date(2024, 12, 31),
        edited_by=paper.drafted_by,
        edited_at=NOON,
    )
    Phase.objects.create(plan=plan, position=1, name="Đợt 1", starts_on=FIRST, ends_on=LAST)
    Phase.objects.create(
        plan=plan,
        position=2,
        name="Đợt 2",
        starts_on=date(2024, 4, 1),
        ends_on=date(2024, 12, 31),
    )
    return plan


def opened(unit, phase=1, due=DUE, by=None, plan=None):
    """A period of the plan's phase, or of its year for `phase=None`."""
    plan = plan or Plan.objects.filter(document__unit=unit).first() or issued_plan(unit)
    return actions.open_period(
        plan=plan,
        phase=plan.phases.get(position=phase) if phase else None,
        due=actions.Due(reports=due),
        by=by or actor_as(OFFICER, unit, "Phạm Thu Hà"),
        at=NOON,
    )


def indicator(code):
    return Indicator.objects.get(code=code)


def typed(period, figures=None, words=None):
    """What is typed, by codes; everything that is required has something."""
    figures = {"IND-002": 50, "IND-020b": 0} | (figures or {})
    parts = {part.code: part for part in period.form.parts.all()}
    texts = {code: "Đã làm." for code, part in parts.items() if part.required} | (words or {})
    return actions.Typed(
        figures={indicator(code).pk: value for code, value in figures.items()},
        words={parts[code].pk: text for code, text in texts.items()},
    )


def saved(period, unit, by=None, figures=None, words=None, version=0):
    return actions.save_report(
        period=period,
        unit=unit,
        version=version,
        typed=typed(period, figures, words),
        by=by or actor_as(CHAIR, unit, "Đỗ Thị Hạnh"),
        at=NOON,
    )


def submitted(period, unit, by=None, figures=None):
    by = by or actor_as(CHAIR, unit, "Đỗ Thị Hạnh")
    report = saved(period, unit, by, figures)
    return actions.submit_report(report=report, version=report.version, by=by, at=NOON)


def accepted(period, unit, by, figures=None):
    report = submitted(period, unit, figures=figures)
    return actions.accept_report(report=report, by=by, at=NOON)


def form_data(report_or_none, period, **values):
    """What a browser sends for a report, with the digests of an unwritten page."""
    data = {"version": report_or_none.version if report_or_none else 0}
    codes = {"IND-002": "50", "IND-020b": "0"} | values
    for code, value in codes.items():
        name = words_name(code) if not code.startswith("IND") else figure_name(code)
        data[name] = value
    for part in period.form.parts.filter(required=True):
        data.setdefault(words_name(part.code), "Đã làm.")
    return data


def fresh(report):
    return Report.objects.get(pk=report.pk)
