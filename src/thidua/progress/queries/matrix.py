"""Units by steps: how far each unit has got with a plan, what is late, who is silent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.db.models import Max
from django.utils import timezone

from thidua.audit.kept import kept_while_slow
from thidua.cascade.models import Timetable
from thidua.cascade.queries import StepRow, steps_of
from thidua.core.dated import in_force
from thidua.core.days import next_working_day
from thidua.documents.models import DocumentStatus
from thidua.org.models import Placement, Tree, Unit
from thidua.plans.models import Phase, Plan
from thidua.pledges.queries import shares
from thidua.pledges.share import Share
from thidua.progress.models import Reminder, Step
from thidua.progress.queries.contacts import Channel, Contact, last_contacts
from thidua.reports.models import Period
from thidua.reports.queries import ReportState, states_among
from vanban.language.vietnamese import sort_key

SILENCE = timedelta(days=14)
"""Without a sign of life for so long, a unit that is overdue is called silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One unit, by its short name.

    `late` says by how many days which step is overdue; `silent` counts days, or is 0.
    """

    unit: Unit
    name: str
    way: StepRow
    share: Share
    report: ReportState | None
    late: dict[Step, int] = field(default_factory=dict)
    contact: Contact | None = None
    silent: int = 0
    reminded: date | None = None

    @property
    def worst(self) -> int:
        """The days of the step that is overdue longest."""
        return max(self.late.values(), default=0)

    def done(self, step: Step) -> bool:
        """Is nothing left to do with this step? What nobody has asked for yet counts as done."""
        way = self.way
        match step:
            case Step.RECEIVED:
                return bool(way.opened_on or way.acknowledged_on)
            case Step.ACKNOWLEDGED:
                return way.acknowledged_on is not None
            case Step.OWN_PLAN:
                return own_plan_issued(way)
            case Step.LAUNCHED:
                return way.launched_on is not None
            case Step.PLEDGED:
                return self.share.missing == 0
        return self.report is None or not self.report.waits_below


@dataclass(frozen=True, slots=True)
class Matrix:
    """Everything the page of a plan shows; `unsent` report directly but never got it.

    `counted_at` is known of what is kept.
    """

    plan: Plan
    day: date
    phase: Phase | None
    period: Period | None
    rows: list[Row]
    unsent: list[str]
    counted_at: datetime | None = None


def own_plan_issued(way: StepRow) -> bool:
    """A draft is the affair of the unit; it does not count."""
    return way.own_plan is not None and way.own_plan.document.status == DocumentStatus.ISSUED


def kept_matrix(plan: Plan, day: date, at: datetime) -> Matrix:
    """`matrix_of`, kept while somebody looks through its pages and nobody does anything.

    That of a country, which takes seconds, is kept for a while whatever is done.
    """
    return kept_while_slow(
        f"matrix:{plan.pk}:{day}", lambda: replace(matrix_of(plan, day), counted_at=at)
    )


def matrix_of(plan: Plan, day: date) -> Matrix:
    """The rows of every unit below that got the plan: late ones first, then by name.

    A fixed number of questions, however many units.
    """
    ways = steps_of(plan, day)
    issuer = plan.document.unit_id
    ids = [way.unit.pk for way in ways]
    places = _places([issuer, *ids], day)
    phase = phase_on(plan, day)
    signed = shares(ids, phase.starts_on, phase.ends_on, day, plan) if phase else {}
    reports = states_among(plan, day, ids)
    heard = _heard(places, issuer, ways, day)
    reminded = _last_reminders(plan, ids, day)
    days = _days(getattr(plan, "timetable", None))
    rows = [
        _row(
            Row(
                unit=way.unit,
                name=places[way.unit.pk].name if way.unit.pk in places else way.unit.name,
                way=way,
                share=signed.get(way.unit.pk, Share()),
                report=reports.get(way.unit.pk),
                contact=_last(way, heard.get(way.unit.pk)),
                reminded=reminded.get(way.unit.pk),
            ),
            days,
            day,
        )
        for way in ways
    ]
    rows.sort(key=lambda row: (not row.silent, -row.worst, _by_name(row.name)))
    period = next((state.period for state in reports.values()), None)
    unsent = sorted(
        (state.unit_name for unit, state in reports.items() if unit not in set(ids)), key=_by_name
    )
    return Matrix(plan, day, phase, period, rows, unsent)


def phase_on(plan: Plan, day: date) -> Phase | None:
    """The phase that runs, else the last that has begun, else the first."""
    phases = sorted(plan.phases.all(), key=lambda phase: phase.starts_on)
    running = [phase for phase in phases if phase.starts_on <= day <= phase.ends_on]
    begun = [phase for phase in phases if phase.starts_on <= day]
    return next(iter([*running[:1], *begun[-1:], *phases[:1]]), None)


def reminded_on(plan: Plan, unit_ids: Collection[int], day: date) -> dict[int, datetime]:
    """Which of these units were reminded about this plan on that day, and when last."""
    start = timezone.make_aware(datetime.combine(day, time.min))
    rows = Reminder.objects.filter(
        plan=plan, unit__in=unit_ids, sent_at__gte=start, sent_at__lt=start + timedelta(days=1)
    )
    return dict(rows.order_by().values_list("unit").annotate(Max("sent_at")))


def _row(row: Row, days: dict[Step, date | None], day: date) -> Row:
    """The row with what is overdue in it, and for how long the unit has been silent."""
    dues = {
        Step.RECEIVED: next_working_day(row.way.sent_on),
        **days,
        Step.REPORTED: row.report.due_on if row.report else None,
    }
    late = {
        step: (day - due).days
        for step, due in dues.items()
        if due is not None and due < day and not row.done(step)
    }
    heard = row.contact.day if row.contact else row.way.sent_on
    silent = (day - heard).days if late and day - heard >= SILENCE else 0
    return replace(row, late=late, silent=silent)


@dataclass(frozen=True, slots=True)
class Place:
    path: str
    name: str


def _places(unit_ids: Collection[int], day: date) -> dict[int, Place]:
    """Where the units stand, and how they are called in short."""
    rows = Placement.objects.filter(
        in_force(day), in_force(day, "unit__names__"), tree=Tree.LINE, unit__in=unit_ids
    )
    return {
        unit: Place(path, short)
        for unit, path, short in rows.values_list("unit_id", "path", "unit__names__short_name")
    }


def _heard(
    places: Mapping[int, Place], issuer: int, ways: Sequence[StepRow], day: date
) -> dict[int, Contact]:
    """Signs of life since the plan was first sent."""
    if not ways or issuer not in places:
        return {}
    since = min(way.sent_on for way in ways)
    paths = {unit: place.path for unit, place in places.items() if unit != issuer}
    return last_contacts(places[issuer].path, paths, since, day)


@lru_cache(maxsize=10_000)
def _by_name(name: str) -> str:
    return sort_key(name)


def _days(timetable: Timetable | None) -> dict[Step, date | None]:
    if timetable is None:
        return {}
    return {
        Step.ACKNOWLEDGED: timetable.acknowledge_by,
        Step.OWN_PLAN: timetable.own_plan_by,
        Step.LAUNCHED: timetable.launch_by,
    }


def _last(way: StepRow, contact: Contact | None) -> Contact | None:
    """Opening the paper is a sign of life too."""
    opened = Contact(way.opened_on, Channel.OPENED) if way.opened_on else None
    known = [one for one in (contact, opened) if one]
    return max(known, key=lambda one: one.day, default=None)


def _last_reminders(plan: Plan, unit_ids: Collection[int], day: date) -> dict[int, date]:
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    rows = Reminder.objects.filter(plan=plan, unit__in=unit_ids, sent_at__lt=end)
    last = rows.order_by().values_list("unit").annotate(Max("sent_at"))
    return {unit: timezone.localtime(moment).date() for unit, moment in last}
