"""Numbers of a unit and all below it as of a day, in the organisation of then and of now."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from thidua.activities.models import Activity
from thidua.audit.kept import kept_until_a_deed
from thidua.awards.models import Award
from thidua.core.dated import in_force
from thidua.org.actor import Actor, and_above, within
from thidua.org.models import Headcount, Membership, Placement, Sex, Tree, Unit, UnitKind
from thidua.org.queries import beneath, day_within
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.reports.models import Report, ReportStatus

COUNTING = (
    Right.DOCUMENT_READ,
    Right.CASCADE_WATCH,
    Right.REPORT_REVIEW,
    Right.UNIT_MANAGE,
    Right.PEOPLE_KEEP,
    Right.ACCOUNT_GIVE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit and everything below it as the organisation stood on `placed`, seen on `day`.

    Units and members are those of `day`, wherever they stand on `placed`. What was recorded in the
    year until `day` counts where its unit stands, or, if it has ended, where its records are kept.
    """

    path: str
    placed: date
    day: date

    @property
    def first(self) -> date:
        return date(self.day.year, 1, 1)

    def units(self) -> QuerySet[Placement]:
        """Where the units of the day stood that day."""
        lived = Placement.objects.filter(in_force(self.day), tree=Tree.LINE)
        if self.placed == self.day:
            return lived.filter(path__startswith=self.path)
        return lived.filter(unit__in=self.recording())

    def recording(self) -> "QuerySet[Placement, Any]":
        """The units that stand there, and the ended ones whose records are kept there."""
        return Placement.objects.filter(within(self.placed, self.path, "")).values("unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The numbers of one scope. `unsplit` unions have not said how many of theirs are women."""

    kinds: dict[int, int] = field(default_factory=dict)
    members: int = 0
    women: int = 0
    unsplit: int = 0
    reports: int = 0
    activities: int = 0
    awards: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """`now` is None where nothing in the unit has changed since the day: both are the same."""

    then: Column
    now: Column | None
    kinds: list[UnitKind]

    def by_kind(self) -> list[tuple[UnitKind, int, int]]:
        """Each kind of unit with how many of it there were, then and now."""
        then, now = self.then.kinds, (self.now or self.then).kinds
        return [(one, then.get(one.pk, 0), now.get(one.pk, 0)) for one in self.kinds]


@remembered
def units_counted_for(actor: Actor) -> QuerySet[Unit]:
    """The units whose numbers they may see: whoever reads, follows or looks after them."""
    return Unit.objects.filter(actor.reach_by(COUNTING, "placements__"))


@remembered
def units_read_by(actor: Actor) -> QuerySet[Unit]:
    """The units of which they may also see what was reported, done and given, one by one."""
    return Unit.objects.filter(actor.reach(Right.DOCUMENT_READ, "placements__"))


def scopes_of(unit: Unit, day: date, today: date) -> tuple[Scope, Scope]:
    """Then and now. Of a unit that had ended by the day, then is its last day."""
    day = day_within(unit, day)
    return Scope(unit.path_on(day), day, day), Scope(unit.seat_on(today), today, day)


def totals_of(unit: Unit, day: date, today: date) -> Totals:
    """Both columns, kept while nobody does anything: a province takes a moment to count."""
    key = f"totals:{unit.pk}:{day}:{today}"
    return kept_until_a_deed(key, lambda: _totals(*scopes_of(unit, day, today)))


def _totals(then: Scope, now: Scope) -> Totals:
    columns = _column(then), _column(now) if _moved_since(then, now) else None
    known = set(columns[0].kinds) | set(columns[1].kinds if columns[1] else ())
    kinds = UnitKind.objects.filter(pk__in=known).order_by("rank", "name")
    return Totals(then=columns[0], now=columns[1], kinds=list(kinds))


def _moved_since(then: Scope, now: Scope) -> bool:
    """Whether a place below the unit, of then or of now, began or ended between the days."""
    if (then.path, then.placed) == (now.path, now.placed):
        return False
    inside = Q(path__startswith=then.path) | Q(path__startswith=now.path)
    since = Q(starts_on__gt=then.day) | Q(ends_on__gt=then.day, ends_on__lte=now.placed)
    return then.path != now.path or Placement.objects.filter(inside & since).exists()


def _column(scope: Scope) -> Column:
    places = scope.units().order_by()
    kinds = dict(places.values_list("unit__kind").annotate(Count("pk")))
    unions = sum(kinds.get(pk, 0) for pk in _grassroots().values_list("pk", flat=True))
    members, women, unsplit = _members(scope, unions)
    return Column(
        kinds=kinds,
        members=members,
        women=women,
        unsplit=unsplit,
        reports=reports_in(scope).count(),
        activities=activities_in(scope).count(),
        awards=awards_in(scope).count(),
    )


def _unions(scope: Scope) -> QuerySet[Placement]:
    """Grassroots unions: whose members add up to those of everything above."""
    return scope.units().filter(unit__kind__in=_grassroots().values("pk")).order_by()


def _grassroots() -> QuerySet[UnitKind]:
    return UnitKind.objects.filter(above_grassroots=False, keeps_register=True)


def counts_in(scope: Scope) -> QuerySet[Headcount]:
    """The last count up to the day of every grassroots union."""
    counts = Headcount.objects.filter(unit=OuterRef("unit"), on__lte=scope.day).order_by("-on")
    last = _unions(scope).annotate(last=Subquery(counts.values("pk")[:1]))
    return Headcount.objects.filter(pk__in=last.values("last"))


def _members(scope: Scope, unions: int) -> tuple[int, int, int]:
    """Members and women by the last counts, by the lists of the `unions` that never counted."""
    found = counts_in(scope).aggregate(
        unions=Count("pk"),
        counted=Sum("members"),
        split=Sum("women"),
        unsplit=Count("pk", filter=Q(women=None)),
    )
    members, women = found["counted"] or 0, found["split"] or 0
    if found["unions"] < unions:
        listed, women_listed = _listed(scope)
        members, women = members + listed, women + women_listed
    return members, women, found["unsplit"]


def _listed(scope: Scope) -> tuple[int, int]:
    """Who is on the lists of unions without a count, each once; how many of them are women."""
    counted = Headcount.objects.filter(unit=OuterRef("unit"), on__lte=scope.day)
    paths = set(_unions(scope).filter(~Exists(counted)).values_list("path", flat=True))
    persons = _persons(paths, scope.day)
    return len(persons), sum(sex == Sex.FEMALE for sex in persons.values())


def _persons(paths: set[str], day: date) -> dict[int, str]:
    via = "unit__placements__"
    rows = Membership.objects.filter(
        in_force(day),
        in_force(day, via),
        beneath(paths, via),
        unit__placements__tree=Tree.LINE,
    ).values_list("person", "person__sex", f"{via}path")
    return {person: sex for person, sex, path in rows if not paths.isdisjoint(and_above(path))}


def reports_in(scope: Scope) -> QuerySet[Report]:
    """Reports that were accepted in the year until the day."""
    accepted = Q(accepted_at__gte=_midnight(scope.first))
    accepted &= Q(accepted_at__lt=_midnight(scope.day + timedelta(days=1)))
    return Report.objects.filter(accepted, unit__in=scope.recording(), status=ReportStatus.ACCEPTED)


def activities_in(scope: Scope) -> QuerySet[Activity]:
    """What was done in the year until the day."""
    return Activity.objects.filter(
        unit__in=scope.recording(),
        done_on__range=(scope.first, scope.day),
        cancelled_at=None,
    )


def awards_in(scope: Scope) -> QuerySet[Award]:
    """What persons and units there were given in the year until the day, whoever decided it."""
    return Award.objects.filter(
        nomination__unit__in=scope.recording(),
        decided_on__range=(scope.first, scope.day),
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
