"""The plans go down: days are set, units acknowledge, make plans of their own and launch."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.cascade import actions as cascade
from thidua.cascade.actions import Decision
from thidua.cascade.contents import contents_of
from thidua.cascade.models import Choice, Rollout
from thidua.core.days import next_working_day
from thidua.documents import actions as documents
from thidua.org.actor import Actor
from thidua.org.rights import Right
from thidua.oversight.sample.opening import open_at
from thidua.oversight.sample.pictures import hall
from thidua.oversight.sample.stage import AFTERNOON, Deed, Stage, day_in, holder, moment, named
from thidua.oversight.sample.tables import Row, table
from thidua.plans import actions as plans
from thidua.plans.models import Plan


def deeds(stage: Stage) -> Iterator[Deed]:
    for row in table("life/plans.csv"):
        day = date.fromisoformat(row["set_on"])
        yield Deed(day, partial(_set_days, stage, row, day))
    for row in table("life/ways.csv"):
        if opened := day_in(row["opened"]):
            yield Deed(opened, partial(_open, stage, row, opened))
        if acknowledged := day_in(row["acknowledged"]):
            yield Deed(acknowledged, partial(_acknowledge, stage, row, acknowledged))
    for row in table("life/own_plans.csv"):
        yield from _own_plan(stage, row)
    for row in table("life/ways.csv"):
        if launched := day_in(row["launched"]):
            yield Deed(launched, partial(_launch, stage, row, launched))


def _set_days(stage: Stage, row: Row, day: date) -> None:
    cascade.set_timetable(
        plan=stage.plans[row["plan"]],
        acknowledge_by=day_in(row["acknowledge_by"]),
        own_plan_by=day_in(row["own_plan_by"]),
        launch_by=day_in(row["launch_by"]),
        by=named(row["officer"], day),
        at=moment(day, AFTERNOON),
    )


def _open(stage: Stage, row: Row, day: date) -> None:
    open_at(stage.plans[row["plan"]].document, [stage.units[row["unit"]]], day)


def _acknowledge(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    cascade.acknowledge(
        plan=stage.plans[row["plan"]],
        unit=unit,
        by=holder(Right.CASCADE_HANDLE, unit, day),
        at=moment(day, AFTERNOON),
    )


def _own_plan(stage: Stage, row: Row) -> Iterator[Deed]:
    """Begun, submitted and, where the table says so, signed, issued and sent on one day."""
    begun, submitted = date.fromisoformat(row["begun"]), date.fromisoformat(row["submitted"])
    yield Deed(begun, partial(_begin, stage, row, begun))
    yield Deed(submitted, partial(_submit, stage, row, submitted))
    if signed := day_in(row["signed"]):
        yield Deed(signed, partial(_sign_and_issue, stage, row, signed))
        read = next_working_day(signed)
        yield Deed(read, partial(_is_read_above, stage, row, read))


def _begin(stage: Stage, row: Row, day: date) -> None:
    rollout = _rollout(stage, row)
    chosen = [one for one in table("life/own_contents.csv") if one["unit"] == row["unit"]]
    contents = contents_of(list(rollout.plan.clauses.order_by("position")))
    by_number = {int(one["content"]): one for one in chosen if one["content"]}
    cascade.begin_own_plan(
        rollout=rollout,
        title=row["title"],
        decisions=[
            _decision(content.clause.pk, by_number.get(number))
            for number, content in enumerate(contents, 1)
        ],
        added=[one["words"] for one in chosen if one["choice"] == Choice.ADDED],
        by=_drafter(rollout, day),
        at=moment(day, AFTERNOON),
    )


def _decision(clause: int, row: Row | None) -> Decision:
    if row is None:
        return Decision(clause, Choice.KEPT)
    if row["choice"] == Choice.LEFT_OUT:
        return Decision(clause, Choice.LEFT_OUT, reason=row["words"])
    return Decision(clause, Choice.ADAPTED, text=row["words"])


def _submit(stage: Stage, row: Row, day: date) -> None:
    rollout, own = _begun(stage, row)
    plans.submit_plan(plan=own, by=_drafter(rollout, day), at=moment(day, AFTERNOON))


def _sign_and_issue(stage: Stage, row: Row, day: date) -> None:
    rollout, own = _begun(stage, row)
    by = holder(Right.DOCUMENT_SIGN, rollout.unit, day)
    documents.sign_document(document=own.document, by=by, at=moment(day, AFTERNOON))
    at = moment(day, AFTERNOON)
    stage.plans[row["unit"]] = plans.issue_plan(plan=own, dated=day, reserved=None, by=by, at=at)


def _is_read_above(stage: Stage, row: Row, day: date) -> None:
    own = stage.plans[row["unit"]].document
    open_at(own, [stage.plans[row["plan"]].document.unit], day)


def _rollout(stage: Stage, row: Row) -> Rollout:
    return Rollout.objects.select_related("plan", "unit", "own_plan__document").get(
        plan=stage.plans[row["plan"]], unit=stage.units[row["unit"]]
    )


def _begun(stage: Stage, row: Row) -> tuple[Rollout, Plan]:
    rollout = _rollout(stage, row)
    if rollout.own_plan is None:
        raise LookupError(f"{rollout.unit} has begun no plan")
    return rollout, rollout.own_plan


def _drafter(rollout: Rollout, day: date) -> Actor:
    return holder(Right.PLAN_DRAFT, rollout.unit, day, lowest=True)


def _launch(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    cascade.launch(
        phase=stage.phase(row["unit"], day),
        unit=unit,
        launched_on=day,
        place=row["place"],
        note=row["note"],
        picture=hall() if row["picture"] else None,
        by=holder(Right.CASCADE_HANDLE, unit, day),
        at=moment(day, AFTERNOON),
    )
