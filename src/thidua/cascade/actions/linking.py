"""A plan that the unit had already written is said to carry out the superior's."""

from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher

from django.db import transaction

from thidua.audit.actions import record
from thidua.cascade import policies
from thidua.cascade.actions.acknowledging import locked
from thidua.cascade.contents import Content, contents_of
from thidua.cascade.models import ClauseChoice, Rollout
from thidua.core.verdict import require
from thidua.documents.naming import folded
from thidua.org.actor import Actor
from thidua.plans.models import Plan

ALIKE = 0.6
"""Below this share of common words two contents are told to be different ones."""


@transaction.atomic
def link_own_plan(*, rollout: Rollout, own: Plan, by: Actor, at: datetime) -> Rollout:
    """Join the two plans; each content of the superior's is looked for in the unit's words.

    What is not found there counts as not chosen yet, never as left out: only a person says that.
    """
    rollout = locked(rollout)
    own = Plan.objects.select_for_update(of=("self",)).select_related("document").get(pk=own.pk)
    require(policies.may_link(by, rollout, own))
    rollout.own_plan = own
    rollout.save(update_fields=["own_plan"])
    rollout.choices.all().delete()
    above = contents_of(list(rollout.plan.clauses.order_by("position")))
    below = contents_of(list(own.clauses.order_by("position")))
    pairs = matched(above, below)
    ClauseChoice.objects.bulk_create(
        ClauseChoice(rollout=rollout, clause=one.clause, own_clause=other.clause)
        for one, other in pairs
    )
    record(
        "rollout.linked",
        on=rollout,
        by=by,
        unit=rollout.unit,
        at=at,
        plan=rollout.plan_id,
        own_plan=own.pk,
        found=len(pairs),
    )
    return rollout


@transaction.atomic
def unlink_own_plan(*, rollout: Rollout, by: Actor, at: datetime) -> Rollout:
    """Part the two plans again; both stay as they are."""
    rollout = locked(rollout)
    require(policies.may_unlink(by, rollout))
    own = rollout.own_plan_id
    rollout.own_plan = None
    rollout.save(update_fields=["own_plan"])
    rollout.choices.all().delete()
    record("rollout.unlinked", on=rollout, by=by, unit=rollout.unit, at=at, own_plan=own)
    return rollout


def matched(above: Sequence[Content], below: Sequence[Content]) -> list[tuple[Content, Content]]:
    """For each content of the superior's the own one that is most like it, each taken once."""
    alike = sorted(
        (
            (_likeness(one, other), place, number)
            for place, one in enumerate(above)
            for number, other in enumerate(below)
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    taken: dict[int, int] = {}
    for share, place, number in alike:
        if share >= ALIKE and place not in taken and number not in taken.values():
            taken[place] = number
    return [(above[place], below[number]) for place, number in sorted(taken.items())]


def _likeness(one: Content, other: Content) -> float:
    """Of the whole contents, or of their first sentences where one of them says more below."""
    return max(_alike(one.words, other.words), _alike(one.clause.text, other.clause.text))


def _alike(one: str, other: str) -> float:
    words = folded(one).split(), folded(other).split()
    return SequenceMatcher(None, *words, autojunk=False).ratio()
