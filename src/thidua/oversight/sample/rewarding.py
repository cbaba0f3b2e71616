"""Units put people forward; councils meet and raise their hands."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.awards import actions as awards
from thidua.awards.models import Nomination
from thidua.awards.subjects import Subject
from thidua.councils import actions as councils
from thidua.councils.models import Council, SeatRole, Session
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.org.rights import Right
from thidua.oversight.sample.stage import AFTERNOON, Deed, Stage, day_in, holder, moment, named
from thidua.oversight.sample.tables import Row, row_of, table
from thidua.rulebook.models import AwardKind


def deeds(stage: Stage) -> Iterator[Deed]:
    for row in table("life/councils.csv"):
        day = date.fromisoformat(row["set_up"])
        yield Deed(day, partial(_set_up, stage, row, day))
    for row in table("life/nominations.csv"):
        day = day_in(row["submitted"]) or stage.last_day(row["decider"])
        yield Deed(day, partial(_nominate, stage, row, day))
        if answered := day_in(row["answered"]):
            yield Deed(answered, partial(_answer, stage, row, answered))
    for row in table("life/sessions.csv"):
        opened = date.fromisoformat(row["opened"])
        yield Deed(opened, partial(_convene, stage, row, opened))
        if closed := day_in(row["closed"]):
            yield Deed(closed, partial(_meet, stage, row, closed))


def subject_of(stage: Stage, unit: Unit, cell: str) -> Subject:
    """*unit*: itself; a code of a unit; or the code of a member."""
    if cell == "unit":
        return Subject(unit=unit)
    if cell in stage.units:
        return Subject(unit=stage.units[cell])
    return Subject(person=Person.objects.get(code=cell))


def nominations_of(stage: Stage, heading: str, code: str) -> list[tuple[Row, Nomination]]:
    """Those whose row of the table names a session, or a decision."""
    rows = [row for row in table("life/nominations.csv") if row[heading] == code]
    return [(row, _nomination(stage, row)) for row in rows]


def _nominate(stage: Stage, row: Row, day: date) -> None:
    unit, decider = stage.units[row["unit"]], stage.units[row["decider"]]
    by = holder(Right.AWARD_NOMINATE, unit, day)
    wanted = awards.Wanted(
        decided_by=decider,
        phase=stage.phase(row["decider"], day),
        kind=AwardKind.objects.get(code=row["kind"]),
        subject=subject_of(stage, unit, row["subject"]),
        merit=row["merit"],
        achievements=row["achievements"],
    )
    one = awards.start_nomination(unit=unit, wanted=wanted, by=by, at=moment(day))
    if row["submitted"]:
        awards.submit_nomination(nomination=one, by=by, at=moment(day, AFTERNOON))


def _answer(stage: Stage, row: Row, day: date) -> None:
    """Sent back, or not proposed, before any council."""
    answers = {"return": awards.return_nomination, "decline": awards.decline_nomination}
    answers[row["answer"]](
        nomination=_nomination(stage, row),
        reason=row["remark"],
        by=holder(Right.AWARD_REVIEW, stage.units[row["decider"]], day, lowest=True),
        at=moment(day, AFTERNOON),
    )


def _set_up(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    roles = {row[role]: SeatRole(role) for role in ("chair", "deputy", "secretary")}
    roles |= dict.fromkeys(row["members"].split(";"), SeatRole.MEMBER)
    sitting = Person.objects.filter(posts__unit=unit, name__in=roles).distinct()
    councils.set_up_council(
        unit=unit,
        name=row["name"],
        basis=row["basis"],
        starts_on=date.fromisoformat(row["since"]),
        seats={person.pk: roles[person.name] for person in sitting},
        by=named(row["keeper"], day),
        at=moment(day),
    )


def _convene(stage: Stage, row: Row, day: date) -> None:
    """Prepare a meeting and put the nominations on its agenda."""
    by = _keeper(row, day)
    session = councils.open_session(
        council=_council(row),
        held_on=date.fromisoformat(row["held"]),
        place=row["place"],
        by=by,
        at=moment(day),
    )
    put = [one for _row, one in nominations_of(stage, "session", row["code"])]
    awards.put_before_council(nominations=put, session=session, by=by, at=moment(day, AFTERNOON))


def _meet(stage: Stage, row: Row, day: date) -> None:
    """Attendance, hands, minutes."""
    session = Session.objects.get(council=_council(row), held_on=row["held"])
    by, at = _keeper(row, day), moment(day, AFTERNOON)
    seats = list(session.council.seats.select_related("person"))
    leading = {seat.role: seat.pk for seat in seats}
    councils.record_attendance(
        session=session,
        present=[seat.pk for seat in seats if seat.person.name != row["absent"]],
        chaired_by=leading[SeatRole.CHAIR],
        kept_by=leading[SeatRole.SECRETARY],
        by=by,
        at=at,
    )
    for asked, nomination in nominations_of(stage, "session", row["code"]):
        _count(asked, nomination, by)
    councils.close_session(session=session, notes=row["notes"], by=by, at=at)


def _count(row: Row, nomination: Nomination, by: Actor) -> None:
    if nomination.item is None:
        raise LookupError(f"{nomination} is on no agenda")
    agree, disagree, abstain = map(int, row["hands"].split("-"))
    councils.count_hands(
        item=nomination.item,
        agree=agree,
        disagree=disagree,
        abstain=abstain,
        remark=row["remark"],
        by=by,
        at=moment(by.day, AFTERNOON),
    )


def _nomination(stage: Stage, row: Row) -> Nomination:
    subject = subject_of(stage, stage.units[row["unit"]], row["subject"])
    return Nomination.objects.select_related("item", "kind", "unit").get(
        unit=stage.units[row["unit"]], person=subject.person, subject_unit=subject.unit
    )


def _council(row: Row) -> Council:
    return Council.objects.get(name=row_of("life/councils.csv", "code", row["council"])["name"])


def _keeper(row: Row, day: date) -> Actor:
    return named(row_of("life/councils.csv", "code", row["council"])["keeper"], day)
