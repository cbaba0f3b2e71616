"""A unit's own plan out of a superior's, content by content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.cascade import policies, wording
from thidua.cascade.actions.acknowledging import locked
from thidua.cascade.contents import Content, contents_of
from thidua.cascade.models import Choice, ClauseChoice, Rollout
from thidua.cascade.rearranging import parts_of, rearranged
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents.queries import units_above, units_below
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import actions as plans
from thidua.plans.actions import PaperHead, ReadyWords, Words
from thidua.plans.models import Clause, Plan
from thidua.plans.written import paragraphs


@dataclass(frozen=True, slots=True)
class Decision:
    """What the unit does with one content from above: own words to adapt, a reason to leave out."""

    clause: int
    choice: Choice
    text: str = ""
    reason: str = ""


@transaction.atomic
def begin_own_plan(
    *,
    rollout: Rollout,
    title: str,
    decisions: Sequence[Decision],
    added: Sequence[str],
    once: str = "",
    by: Actor,
    at: datetime,
) -> Plan:
    """A draft of the unit's own plan: contents as chosen, phases and days of the superior's.

    `once` as for `plans.start_plan`. `DomainError` unless every content has one decision.
    """
    rollout = locked(rollout)
    begun = plans.begun_on(once, by)
    if begun is not None:
        return begun
    require(policies.may_begin_own_plan(by, rollout))
    decided = _decided(rollout.plan, decisions)
    kept = {row.clause: words for row, words in decided if words}
    contents = [*kept.values(), *_added(added)]
    _require_some(contents)
    superior, drafter = _superior(rollout.plan), _drafter(rollout.unit, by)
    words, places = wording.own_plan(superior, drafter, contents)
    plan = plans.start_plan(
        unit=rollout.unit,
        head=_head(rollout.unit, title, by),
        ready=ReadyWords(words, wording.recipients(superior, drafter)),
        once=once,
        by=by,
        at=at,
    )
    rows = list(plan.clauses.order_by("position"))
    carriers = {clause: rows[place] for clause, place in zip(kept, places, strict=False)}
    rollout.own_plan = plan
    rollout.save(update_fields=["own_plan"])
    _keep(rollout, [row for row, _words in decided], carriers)
    _record("rollout.own_plan_begun", rollout, decisions, added, by, at)
    return plan


@transaction.atomic
def change_choices(
    *,
    rollout: Rollout,
    version: int,
    decisions: Sequence[Decision],
    added: Sequence[str],
    by: Actor,
    at: datetime,
) -> Plan:
    """Choose anew while the own plan is a draft: its paragraphs follow, everything else stays.

    `version` is the state of the draft that the person saw.
    """
    rollout = locked(rollout)
    require(policies.may_change_choices(by, rollout))
    own = rollout.own_plan
    if own is None:  # the policy has just refused this
        raise AssertionError("choices without a plan")
    decided = _decided(rollout.plan, decisions)
    parts = parts_of(list(own.clauses.order_by("position")), _carried(rollout))
    wanted = [(row.clause, words) for row, words in decided]
    fresh = rearranged(parts, wanted, _added(added))
    _require_some([part.words for part in fresh if part.content])
    words = [one for part in fresh for one in part.words]
    plan = plans.rewrite(plan=own, version=version, words=words, by=by, at=at)
    rows = list(plan.clauses.order_by("position"))
    carriers, place = {}, 0
    for part in fresh:
        if part.above is not None:
            carriers[part.above] = rows[place]
        place += len(part.words)
    _keep(rollout, [row for row, _words in decided], carriers)
    _record("rollout.choices_changed", rollout, decisions, added, by, at)
    return plan


def _decided(
    plan: Plan, decisions: Sequence[Decision]
) -> list[tuple[Decision, list[Words] | None]]:
    """The decisions in the order of the contents, each with the paragraphs it comes to."""
    contents = contents_of(list(plan.clauses.order_by("position")))
    by_clause: dict[int, Decision] = {}
    for row in decisions:
        if row.clause in by_clause:
            raise DomainError(_("Có nội dung được chọn hai lần. Hãy mở lại trang rồi chọn lại."))
        by_clause[row.clause] = row
    if set(by_clause) != {content.clause.pk for content in contents}:
        raise DomainError(
            _("Các lựa chọn không khớp với nội dung của kế hoạch cấp trên. Hãy mở lại trang.")
        )
    return [
        (by_clause[content.clause.pk], _paragraphs(content, by_clause[content.clause.pk]))
        for content in contents
    ]


def _paragraphs(content: Content, row: Decision) -> list[Words] | None:
    words = {"marker": content.clause.marker, "reason": row.reason.strip()}
    if row.choice == Choice.LEFT_OUT:
        if not words["reason"]:
            raise DomainError(_("Chưa ghi lý do không thực hiện nội dung %(marker)s") % words)
        return None
    if row.choice == Choice.KEPT:
        return [Words(one.marker, one.text) for one in (content.clause, *content.below)]
    typed = [Words(*pair) for pair in paragraphs(row.text)]
    if not typed:
        raise DomainError(_("Chưa ghi nội dung điều chỉnh của mục %(marker)s") % words)
    return typed


def _added(lines: Sequence[str]) -> list[list[Words]]:
    return [[Words("", text) for _marker, text in paragraphs(line)] for line in lines if line]


def _require_some(contents: Sequence[Sequence[Words]]) -> None:
    if not contents:
        raise DomainError(
            _("Kế hoạch riêng phải còn ít nhất một nội dung: giữ nguyên, điều chỉnh hay bổ sung.")
        )


def _superior(plan: Plan) -> wording.Superior:
    return wording.Superior(
        plan,
        list(plan.phases.all()),
        list(plan.commemorations.all()),
        list(plan.duties.all()),
        list(plan.clauses.all()),
    )


def _drafter(unit: Unit, by: Actor) -> wording.Drafter:
    name = unit.named_on(by.day)
    groups = [one for one in units_below(unit, by.day) if not one.kind.keeps_register]
    return wording.Drafter(
        name=name.name,
        collective=name.body,
        group=not unit.kind.keeps_register,
        has_groups=bool(groups),
    )


def _head(unit: Unit, title: str, by: Actor) -> PaperHead:
    """The unit's letterhead of the day; a group has neither symbol nor number."""
    name, above = unit.named_on(by.day), units_above(unit, by.day)
    return PaperHead(
        title=title,
        symbol=f"KH-{name.symbol}" if unit.kind.keeps_register else "",
        place=name.place,
        issuer_name=name.name,
        parent_name=above[0].named_on(by.day).name if above else "",
    )


def _carried(rollout: Rollout) -> dict[int, int]:
    """From the unit's own clauses to those that they carry out."""
    rows = rollout.choices.exclude(own_clause=None).values_list("own_clause", "clause")
    return dict(rows)


def _keep(rollout: Rollout, decisions: Sequence[Decision], carriers: dict[int, Clause]) -> None:
    rollout.choices.all().delete()
    ClauseChoice.objects.bulk_create(
        ClauseChoice(
            rollout=rollout,
            clause_id=row.clause,
            own_clause=carriers.get(row.clause),
            left_out=row.choice == Choice.LEFT_OUT,
            reason=row.reason.strip() if row.choice == Choice.LEFT_OUT else "",
        )
        for row in decisions
    )


def _record(
    event: str,
    rollout: Rollout,
    decisions: Sequence[Decision],
    added: Sequence[str],
    by: Actor,
    at: datetime,
) -> None:
    counts: dict[str, Any] = {
        str(choice): sum(1 for row in decisions if row.choice == choice)
        for choice in (Choice.KEPT, Choice.ADAPTED, Choice.LEFT_OUT)
    }
    record(
        event,
        on=rollout,
        by=by,
        unit=rollout.unit,
        at=at,
        plan=rollout.plan_id,
        own_plan=rollout.own_plan_id,
        added=len(added),
        **counts,
    )
