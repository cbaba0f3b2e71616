"""Plans that are lived by, and activities recorded under them."""

from datetime import date

from documents.papers import issued
from factories import DAY, NOON, OFFICER, actor_as
from thidua.activities.actions import Entry, record_activity
from thidua.activities.models import Activity, ActivityKind
from thidua.activities.reference import load_reference as load_activities
from thidua.files.actions import keep_picture
from thidua.org.models import Unit
from thidua.plans.models import Clause, Phase, Plan
from thidua.rulebook.reference import load_reference as load_rulebook


def load_kinds() -> None:
    load_rulebook()
    load_activities()


def plan_of(unit: Unit, lines=(), **head) -> Plan:
    """The issued plan of a unit for 2024, with two phases and a gap of a week between them."""
    paper = issued(unit, lines, **head)
    plan = Plan.objects.create(
        document=paper,
        starts_on=date(2024, 1, 1),
        ends_on=date(2024, 12, 31),
        edited_by=paper.drafted_by,
        edited_at=NOON,
    )
    for position, (first, last) in enumerate(
        [(date(2024, 1, 1), date(2024, 5, 24)), (date(2024, 6, 1), date(2024, 12, 31))], 1
    ):
        Phase.objects.create(
            plan=plan, position=position, name=f"Đợt {position}", starts_on=first, ends_on=last
        )
    Clause.objects.create(
        plan=plan, position=1, depth=1, marker="1.", text="Chăm lo đoàn viên", content=True
    )
    return plan


def kind(code: str = "tuyen_truyen") -> ActivityKind:
    return ActivityKind.objects.get(code=code)


def entry(code: str = "tuyen_truyen", *, counts=(("buoi", 1), ("luot", 40)), **said) -> Entry:
    one = kind(code)
    measures = {measure.code: measure for measure in one.measures.all()}
    known = {"title": "Học Nghị quyết Đại hội XIII Công đoàn Việt Nam", "done_on": DAY}
    return Entry(
        kind=one, counts={measures[name]: value for name, value in counts}, **(known | said)
    )


def recorded(unit: Unit, code: str = "tuyen_truyen", *, pictures=(), by=None, **said) -> Activity:
    by = by or actor_as(OFFICER, unit, "Phạm Thu Hà")
    kept = [
        keep_picture(data=data, filename="anh.jpg", unit=None, by=by, at=NOON) for data in pictures
    ]
    return record_activity(unit=unit, entry=entry(code, **said), pictures=kept, by=by, at=NOON)
