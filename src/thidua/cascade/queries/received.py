"""Which plans a unit has to live by: its own, and those of the superiors that reached it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from thidua.cascade.models import Rollout
from thidua.documents.models import Delivery, Direction, Document, DocumentStatus
from thidua.org.actor import Actor, standing
from thidua.org.models import Post, Tree, Unit
from thidua.org.queries import day_within
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import Phase, Plan

FROZEN = (DocumentStatus.ISSUED, DocumentStatus.RECEIVED)


def plan_in_force(unit: Unit, day: date) -> Plan | None:
    """The plan by which `unit` lives on `day`: its own, else the nearest superior's it received.

    Of several the newest; two questions to the database.
    """
    return next(iter(plans_lived_by(unit, day)), None)


def phases_for(unit: Unit, day: date) -> list[Phase]:
    """The phases of the plan in force, in their order; none without a plan."""
    plan = plan_in_force(unit, day)
    return list(plan.phases.all()) if plan else []


def plans_lived_by(unit: Unit, day: date) -> list[Plan]:
    """Every issued plan that holds `day` for the unit: its own first, then the nearest above.

    What its union issued or received holds for a group too, even where nobody sent it on.
    """
    keys = superiors_of(unit, day)
    # A group lives with its union, by what its union lives by.
    together = [unit.key] if unit.kind.keeps_register else [unit.key, *keys[:1]]
    own = Q(document__unit__key__in=together, document__status__in=FROZEN)
    plans = Plan.objects.filter(
        own | _delivered(Unit.objects.filter(key__in=together), keys),
        starts_on__lte=day,
        ends_on__gte=day,
    ).select_related("document__unit__kind", "document__issuer")
    return nearest_first(plans, keys)


def received_plans(unit: Unit, day: date) -> QuerySet[Plan]:
    """The plans of superiors that reached the unit, in any year, the newest first."""
    keys = superiors_of(unit, day)
    taken_in = Q(document__unit=unit, document__direction=Direction.IN)
    return (
        Plan.objects.filter(taken_in | _delivered(Unit.objects.filter(pk=unit.pk), keys))
        .select_related("document__unit__kind", "document__issuer", "timetable")
        .order_by("-document__dated", "-pk")
    )


def plans_to_link(rollout: Rollout) -> QuerySet[Plan]:
    """The unit's own plans of those years that carry out no superior's yet, the newest first."""
    years = Q(starts_on=None) | Q(
        starts_on__lte=rollout.plan.ends_on or date.max,
        ends_on__gte=rollout.plan.starts_on or date.min,
    )
    return (
        Plan.objects.filter(
            years,
            document__unit=rollout.unit_id,
            document__direction=Direction.OUT,
            rollout__isnull=True,
        )
        .exclude(document__status=DocumentStatus.DISCARDED)
        .select_related("document")
        .order_by("-document__dated", "-pk")
    )


def is_receiver(plan: Plan, unit: Unit, day: date) -> bool:
    """Has the plan of a superior reached this unit, through the system or on paper?"""
    return received_plans(unit, day).filter(pk=plan.pk).exists()


def deliveries_of(plan: Plan, unit: Unit) -> QuerySet[Delivery]:
    """By which lines the paper came to the unit; none for one that it took in itself."""
    return Delivery.objects.filter(
        recipient__document=plan.document_id, unit=unit, sent_at__isnull=False
    ).order_by("sent_at", "pk")


def superiors_of(unit: Unit, day: date) -> list[str]:
    """The keys of the units above on that day, and of those it stood under before; nearest first.

    What a former superior has sent holds until a new one sends its own plan: a unit that is moved
    in the middle of a year goes on with the phases it has launched.
    """
    rows = unit.placements.filter(tree=Tree.LINE, starts_on__lte=day).order_by("-starts_on")
    paths = list(rows.values_list("path", flat=True)) or [unit.path_on(day)]
    keys = superior_keys(paths[0])
    for path in paths[1:]:
        keys = _woven(keys, superior_keys(path))
    return keys


def _woven(now: list[str], before: list[str]) -> list[str]:
    """Those of before stand in front of the first that stands above then and now."""
    common = next((key for key in before if key in now), None)
    left = before if common is None else before[: before.index(common)]
    place = len(now) if common is None else now.index(common)
    return [*now[:place], *left, *now[place:]]


def superior_keys(path: str) -> list[str]:
    """The keys of the units above, the direct superior first."""
    return path.strip("/").split("/")[-2::-1]


def nearest_first(plans: Iterable[Plan], keys: list[str]) -> list[Plan]:
    """Own plans, then those of the direct superior and upwards; the newest first among equals.

    A paper of a body that the system does not know stands behind all that it knows.
    """
    by_day = sorted(
        plans, key=lambda plan: (plan.document.dated or date.min, plan.pk), reverse=True
    )
    return sorted(by_day, key=lambda plan: _distance(plan.document, keys))


def _distance(paper: Document, keys: list[str]) -> int:
    if paper.direction == Direction.IN:
        return 1 + (_place(paper.issuer.key, keys) if paper.issuer else len(keys))
    known = paper.unit.key in keys
    return 1 + _place(paper.unit.key, keys) if known else 0


def _place(key: str, keys: list[str]) -> int:
    return keys.index(key) if key in keys else len(keys)


def _delivered(units: QuerySet[Unit], keys: list[str]) -> Q:
    """Filter: issued by one of the superiors, and sent to one of the units."""
    sent = Delivery.objects.filter(unit__in=units, sent_at__isnull=False)
    return Q(
        document__in=sent.values("recipient__document"),
        document__status=DocumentStatus.ISSUED,
        document__unit__key__in=keys,
    )


def units_visible_to(actor: Actor) -> QuerySet[Unit]:
    """Units whose way with a plan they may look at: where they read papers, and all below."""
    return Unit.objects.filter(actor.reach(Right.DOCUMENT_READ, "placements__"))


def units_to_act_on(actor: Actor) -> QuerySet[Unit]:
    """Those, and the units that their term has left: the policy then says why not.

    Between opening a page and pressing its button a term may end.
    """
    left = Post.objects.filter(person__user=actor.user, ends_on__lte=actor.day)
    seen = actor.reach(Right.DOCUMENT_READ, "placements__") | Q(pk__in=left.values("unit"))
    return Unit.objects.filter(seen)


@remembered
def plans_watched(actor: Actor) -> QuerySet[Plan]:
    """The issued plans whose carrying out below they may see: of their units and those below."""
    return Plan.objects.filter(
        actor.reach(Right.DOCUMENT_READ, "document__unit__placements__"),
        document__status=DocumentStatus.ISSUED,
    ).select_related("document__unit__kind", "timetable")


def receivers_below(plan: Plan, day: date) -> QuerySet[Delivery]:
    """What was sent to the units that stand below the issuer on `day`; units by name.

    Of an issuer that has ended, to those of its last day.
    """
    issuer = plan.document.unit
    day = day_within(issuer, day)
    below = standing(day, issuer.path_on(day), "unit__placements__")
    return (
        Delivery.objects.filter(below, recipient__document=plan.document_id, sent_at__isnull=False)
        .exclude(unit=issuer)
        .select_related("unit")
        .order_by("unit__alphabetical", "sent_at", "pk")
    )
