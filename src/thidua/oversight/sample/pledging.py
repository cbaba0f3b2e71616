"""Sheets are opened; members sign on their phones, leaders record lists signed on paper."""

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import partial

from thidua.org.models import Person
from thidua.org.queries import members_of
from thidua.org.rights import Right
from thidua.oversight.sample.pictures import signed_paper
from thidua.oversight.sample.stage import AFTERNOON, Deed, Stage, holder, moment
from thidua.oversight.sample.tables import Row, table
from thidua.pledges import actions as pledges
from thidua.pledges.models import Pledge, Sheet
from thidua.pledges.prefill import purpose
from thidua.pledges.roll import TAIL, Given
from thidua.pledges.wording import Wording

AFTER_OPENING = (0, 4)
"""On which days after the opening members sign by themselves."""
OFFICES = ("bd-vc", "lc-ct")
PROMISING = 0.6
"""So large a part of those who sign writes down a deed of their own."""


def deeds(stage: Stage) -> Iterator[Deed]:
    for row in table("life/sheets.csv"):
        opened = date.fromisoformat(row["opened"])
        yield Deed(opened, partial(_open, stage, row, opened))
    for row in table("life/lists.csv"):
        signed = date.fromisoformat(row["signed_on"])
        yield Deed(signed, partial(_record, stage, row, signed))
    for row in table("life/sheets.csv"):
        yield from _signatures(stage, row)


def _open(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    by = holder(Right.PLEDGE_KEEP, unit, day)
    phase = stage.phase(row["unit"], day)
    words = next(one for one in table("life/pledge_words.csv") if one["plan"] == row["plan"])
    pledges.open_sheet(
        unit=unit,
        phase=phase,
        wording=Wording(
            title=words["title"],
            words=words["words"],
            purpose=purpose(),
            contact=f"{by.user}, {by.posts[0].name}, {unit}",
        ),
        opens_on=day,
        closes_on=date.fromisoformat(row["closes"]),
        by=by,
        at=moment(day),
    )


def _record(stage: Stage, row: Row, day: date) -> None:
    """A list holds the first of the recorder's members who have not signed yet."""
    recorder = stage.units[row["recorder"]]
    sheet = _sheet(stage, row["unit"])
    signed = Pledge.objects.filter(sheet=sheet, person__isnull=False).values("person")
    free = members_of(recorder, day).exclude(pk__in=signed).order_by("code")
    pledges.record_list(
        sheet=sheet,
        persons=list(free.values_list("pk", flat=True)[: int(row["names"])]),
        signed_on=day,
        picture=signed_paper(),
        by=holder(Right.PLEDGE_KEEP, recorder, day),
        at=moment(day, AFTERNOON),
    )


def _signatures(stage: Stage, row: Row) -> Iterator[Deed]:
    """Those who sign on their phones, in about equal parts on each of the days."""
    opened, count = date.fromisoformat(row["opened"]), int(row["by_themselves"])
    last = min(date.fromisoformat(row["closes"]), stage.last_day(row["plan"]))
    days = [opened + timedelta(days=after) for after in AFTER_OPENING]
    days = [day for day in days if day <= last]
    for place, day in enumerate(days):
        share = count // len(days) + (place < count % len(days))
        if share:
            yield Deed(day, partial(_sign, stage, row, day, share))
    for place in range(int(row["unknown"])):
        yield Deed(days[-1], partial(_sign_unknown, stage, row, days[-1], place))


def _sign(stage: Stage, row: Row, day: date, count: int) -> None:
    sheet, draw = _sheet(stage, row["unit"]), _draw(row, day)
    code, promises = sheet.codes.select_related("sheet__unit").get(), _promises(row)
    for place, person in enumerate(draw.sample(_left_for_phones(stage, row, sheet, day), count)):
        pledges.sign(
            code=code,
            given=_given(person, by_name=place % 3 == 0),
            deed=draw.choice(promises) if draw.random() < PROMISING else "",
            once="",
            at=moment(day, time(9 + place // 20, place % 20 * 3)),
        )


def _left_for_phones(stage: Stage, row: Row, sheet: Sheet, day: date) -> list[Person]:
    """Who has not signed and stands on no list that comes later."""
    kept: set[int] = set()
    for listed in table("life/lists.csv"):
        if listed["unit"] == row["unit"]:
            members = members_of(stage.units[listed["recorder"]], day).order_by("code")
            kept |= set(members.values_list("pk", flat=True)[: int(listed["names"])])
    signed = Pledge.objects.filter(sheet=sheet, person__isnull=False).values("person")
    free = members_of(sheet.unit, day).exclude(pk__in=signed).exclude(pk__in=kept)
    return list(free.order_by("code"))


def _sign_unknown(stage: Stage, row: Row, day: date, place: int) -> None:
    """A name in the manner of phones, without diacritics, and digits that fit nobody."""
    sheet = _sheet(stage, row["unit"])
    pledges.sign(
        code=sheet.codes.get(),
        given=Given(("Nguyen Thi Hong Van", "Tran Duc Thang")[place], ("0417", "8826")[place]),
        deed="",
        once="",
        at=moment(day, time(20, 15 + place)),
    )


def _given(person: Person, *, by_name: bool) -> Given:
    return Given(person.name, person.phone[-TAIL:]) if by_name else Given(person.code)


def _promises(row: Row) -> list[str]:
    place = "office" if row["plan"] in OFFICES else "school"
    return [one["words"] for one in table("life/promises.csv") if one["place"] == place]


def _draw(row: Row, day: date) -> random.Random:
    """The same people on every machine."""
    return random.Random(f"{row['unit']} {day}")  # noqa: S311 -- made-up people, not secrets


def _sheet(stage: Stage, unit: str) -> Sheet:
    return Sheet.objects.select_related("unit", "phase").get(unit=stage.units[unit])
