"""What the units did, entered on the day it was done."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.activities.actions import Entry, record_activity
from thidua.activities.models import ActivityKind
from thidua.files.actions import keep_picture
from thidua.files.models import Picture
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.oversight.sample.pictures import picture_called
from thidua.oversight.sample.stage import AFTERNOON, Deed, Stage, holder, moment
from thidua.oversight.sample.tables import Row, table
from thidua.plans.models import Plan


def deeds(stage: Stage) -> Iterator[Deed]:
    for row in table("life/activities.csv"):
        day = date.fromisoformat(row["done_on"])
        yield Deed(day, partial(_record, stage, row, day))


def _record(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    by, at = holder(Right.ACTIVITY_RECORD, unit, day), moment(day, AFTERNOON)
    pictures = [_picture(row, unit, by)] if row["picture"] else []
    entry = _entry(row, day, stage.plan_for(row["unit"]))
    record_activity(unit=unit, entry=entry, pictures=pictures, by=by, at=at)


def _entry(row: Row, day: date, plan: Plan) -> Entry:
    kind = ActivityKind.objects.get(code=row["kind"])
    measures = {measure.code: measure for measure in kind.measures.all()}
    counts = dict(pair.split("=") for pair in row["counts"].split())
    contents = plan.clauses.filter(content=True).order_by("position")
    return Entry(
        kind=kind,
        title=row["title"],
        done_on=day,
        counts={measures[code]: int(value) for code, value in counts.items()},
        clause=contents[int(row["content"]) - 1],
        place=row["place"],
        partner=row["partner"],
    )


def _picture(row: Row, unit: Unit, by: Actor) -> Picture:
    data, name = picture_called(row["picture"])
    return keep_picture(data=data, filename=name, unit=unit, by=by, at=moment(by.day, AFTERNOON))
