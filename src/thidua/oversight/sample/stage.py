"""Who acts in the sample year, on which day, and in which order everything happens."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.conf import settings

from thidua.core.dated import in_force
from thidua.core.days import SATURDAY
from thidua.org.actor import Actor
from thidua.org.models import Post, Unit, User
from thidua.org.rights import Right
from thidua.oversight.sample.tables import row_of
from thidua.plans.models import Phase, Plan

MORNING = time(8, 30)
AFTERNOON = time(16, 40)
LATEST = date(2024, 3, 15)
"""The last day of the sample year; the posts of that day are those of all its days."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody does on a day."""

    day: date
    do: Callable[[], object]


def carry_out(deeds: Iterable[Deed]) -> None:
    """Day by day; what falls on one day stays in the order in which it was written down."""
    for deed in sorted(deeds, key=lambda one: one.day):
        deed.do()


@dataclass(frozen=True, slots=True)
class Stage:
    """The units by the codes of the tables, and the plans by the code of their issuer."""

    units: Mapping[str, Unit]
    plans: dict[str, Plan] = field(default_factory=dict)
    """Issued so far, also by the units below."""
    _phases: dict[int, list[Phase]] = field(default_factory=dict)

    def last_day(self, plan: str) -> date:
        """The last working day on which anything happens under a plan: before its sample day."""
        day = date.fromisoformat(row_of("life/plans.csv", "plan", plan)["until"])
        while (day := day - timedelta(days=1)).weekday() >= SATURDAY:
            pass
        return day

    def phase(self, unit: str, day: date) -> Phase:
        """The phase in which the unit stands on that day, of the plan by which it lives."""
        plan = self.plan_for(unit)
        if plan.pk not in self._phases:
            self._phases[plan.pk] = list(plan.phases.all())
        running = (one for one in self._phases[plan.pk] if one.starts_on <= day <= one.ends_on)
        return next(running)

    def plan_for(self, unit: str) -> Plan:
        """Its own, else that of the nearest unit above with one. Rooms ask the database."""
        while unit not in self.plans:
            unit = row_of("units.csv", "code", unit)["under"]
        return self.plans[unit]


def day_in(cell: str) -> date | None:
    """The day that a cell of a table names, if it names one."""
    return date.fromisoformat(cell) if cell else None


def moment(day: date, hour: time = MORNING) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(settings.TIME_ZONE))


@cache
def _account(username: str) -> Actor:
    user = User.objects.select_related("person").get(username=username)
    return Actor.of(user, LATEST)


def named(username: str, day: date) -> Actor:
    """The account of that name on that day. Nobody changes posts within the sample year."""
    return replace(_account(username), day=day)


@cache
def _posts() -> dict[int, list[Post]]:
    """By unit the posts of those who have an account, the highest first."""
    found: dict[int, list[Post]] = defaultdict(list)
    held = Post.objects.filter(in_force(LATEST), person__user__isnull=False)
    for post in held.select_related("kind", "person__user").order_by("kind__rank", "pk"):
        found[post.unit_id].append(post)
    return found


def holder(right: Right, unit: Unit, day: date, *, lowest: bool = False) -> Actor:
    """The highest post of the unit that has an account and may do this, or the lowest."""
    able = [post for post in _posts()[unit.pk] if right in post.kind.grants()]
    if not able:
        raise LookupError(f"nobody in {unit} holds {right}")
    return named(able[-1 if lowest else 0].person.user.username, day)


def forget() -> None:
    """Let go of the accounts of an installation that was taken away, as tests do."""
    _account.cache_clear()
    _posts.cache_clear()
