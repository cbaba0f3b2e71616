"""The whole replay: before, province by province, after, and back again."""

import datetime as dt
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db import transaction
from replay_checks import (
    books_pass_on,
    changed,
    left_open,
    pages_tell,
    seen,
    sums_hold,
    today_is_the_sum,
    told_right,
)
from replay_facts import asked, digests, totals_as_it_was, written_tables
from replay_finish import finished
from replay_preview import differences, prepare
from replay_steps import NUMBER, Watch, carried_out, looked_at, taken_back, written_down
from replay_year import certificates, running_rounds

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.models import Reorganisation, Tree, Unit, User
from thidua.org.queries import topmost_unit, units_within
from thidua.oversight.reorganising.executing import counts_of
from thidua.reports.models import Period

KEEPER = "quantri"
MANY = 5_000
SECONDS = int(os.environ.get("SECONDS", "100000"))
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
TOUCHED = ("org_unit", "org_placement", "org_member", "org_post", "org_succession")
ROOMS = ("activities_", "awards_", "cascade_", "certificates_", "councils_", "documents_")
MORE_ROOMS = ("notify_", "plans_", "pledges_sheet", "reports_period", "reports_report", "stories_")
WRITTEN_BESIDE = {"org_reorganisation", "org_act", "org_step", "audit_auditevent"}
WRITTEN_BESIDE |= {"audit_unsealedevent", "ending", "moving"}
BOOKS = """SELECT unit_id, count(*) FROM awards_award WHERE unit_id IN (TABLE ending)
    AND book_year = extract(year FROM %(day)s::date) GROUP BY 1"""


class Wrong:
    """What was found wrong so far."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, what: str, found: Iterable[str]) -> None:
        told = list(found)
        self.count += len(told)
        print(f"{'wrong' if told else 'right'}: {what}", flush=True)
        for one in told[:10]:
            print(f"    {one}", flush=True)


class Replay:
    """The provinces inside `scope`, one decision each; SECONDS ends the list of provinces."""

    def __init__(self, scope: Unit, provinces: Sequence[Unit]) -> None:
        self.scope, self.provinces = scope, provinces
        self.on, self.user = clock.today(), User.objects.get(username=KEEPER)
        self.by, self.path = Actor.of(self.user, self.on), scope.path_on(self.on)
        self.watch, self.wrong = Watch(), Wrong()
        self.rounds = list[Period]()
        self.done: list[Reorganisation] = []
        self.leaving = self.established = 0
        self.books: dict[int, int] = {}
        self.ended: list[Unit] = []
        self.rows: Counter[str] = Counter()

    def run(self) -> None:
        watch, wrong, on = self.watch, self.wrong, self.on
        watch("opening rounds, certificates", self._fill)
        units, days = self._looked_at(), self._days()
        before = watch("looking", lambda: seen(self.path, units, days))
        wrong("numbers told of days before", told_right(before, units, days))
        eve = totals_as_it_was(self.path, on)
        tables = _tables()
        start = watch("digests", lambda: digests(tables))
        written = set(written_tables())
        self._carry_out()
        print(dict(self.rows), f"peak memory {watch.peak()} MiB", flush=True)
        new = written_tables().keys() - written - WRITTEN_BESIDE
        wrong("tables that are not compared", sorted(new - tables))
        after = watch("looking", lambda: seen(self.path, units, days))
        wrong("days before, after the decisions", changed(before, after))
        numbers = (eve, self.leaving, self.established, on)
        wrong("today", today_is_the_sum(self.scope, self.path, *numbers))
        if len(self.provinces) == 1:
            wrong("sums after", sums_hold(self.path))
        with transaction.atomic():
            wrong("pages of ended units", pages_tell(self.ended, self.user, NUMBER))
            wrong("award books", books_pass_on(self.books, on.year, on))
            wrong("last reports", finished(self.rounds, on))
            transaction.set_rollback(True)
        for one in reversed(self.done):
            taken_back(one, self.by, watch)
        end = watch("digests", lambda: digests(tables))
        wrong("tables after taking it back", _not_equal(start, end))
        self._summary()

    def _fill(self) -> None:
        for province in self.provinces:
            self.rounds += running_rounds(province, self.user, self.on)
            certificates(province, self.user, self.on)
        print(f"{len(self.rounds)} rounds of reports run")

    def _carry_out(self) -> None:
        began = time.monotonic()
        for province in self.provinces:
            print(f"\n## {province}, {self.on}", flush=True)
            one = written_down(province, self.by, self.on, self.watch)
            planned, preview = looked_at(one, self.watch)
            prepare(one)
            counts = counts_of(planned)
            self.wrong("the preview", differences(counts, preview, self.on))
            self.books |= dict(asked(BOOKS, "", self.on))
            self.leaving += preview.leaving
            self.established += counts["established"]
            pks = sorted(planned.ended())
            self.ended += Unit.objects.filter(pk__in=[*pks[:4], *pks[-4:]])
            print(counts, preview.leaving, preview.posts)
            self.rows += carried_out(one, self.by, self.watch)
            self.wrong("what was left open", left_open(self.on))
            self.done.append(one)
            if time.monotonic() - began > SECONDS:
                break

    def _days(self) -> list[dt.date]:
        """The day before, and ends of quarters: all of them where the scope is small enough."""
        ends = [dt.date(self.on.year, month, 1) - dt.timedelta(days=1) for month in (4, 7, 10)]
        few = units_within(self.scope, self.on).count() > MANY
        return [*(ends[-1:] if few else ends), self.on - dt.timedelta(days=1)]

    def _looked_at(self) -> list[Unit]:
        """The scope, what stands directly below it, and some grassroots unions."""
        below = Unit.objects.filter(
            placements__tree=Tree.LINE,
            placements__ends_on=None,
            placements__path__startswith=self.path,
        ).exclude(pk=self.scope.pk)
        uppers = below.filter(kind__above_grassroots=True).order_by("pk")[:100]
        return [self.scope, *uppers, *below.filter(kind__code="cdcs").order_by("key")[:30]]

    def _summary(self) -> None:
        sums: dict[str, list[float]] = {}
        for name, *seconds in self.watch.steps:
            total = sums.setdefault(name, [0.0, 0.0, 0.0])
            sums[name] = [one + more for one, more in zip(total, seconds, strict=True)]
        print(f"\n| {len(self.done)} decisions | wall | here | server |\n| --- | --- | --- | --- |")
        for name, (wall, here, there) in sums.items():
            print(f"| {name} | {wall:.1f} s | {here:.1f} s | {there:.1f} s |")
        print(f"peak memory {self.watch.peak()} MiB")


def replay() -> None:
    """What the command line asks for."""
    settings.ALLOWED_HOSTS = ["*"]
    settings.STORAGES["staticfiles"] = {"BACKEND": PLAIN}
    provinces = _provinces(sys.argv[1:])
    scope = provinces[0] if len(provinces) == 1 else topmost_unit(clock.today())
    whole = Replay(scope, provinces)
    with transaction.atomic():
        whole.run()
        transaction.set_rollback(True)
    print("rolled back")
    sys.exit(1 if whole.wrong.count else 0)


def _provinces(names: list[str]) -> list[Unit]:
    found = Unit.objects.filter(kind__code="ldld_tinh", kept_by=None).order_by("pk")
    if names == ["all"]:
        return list(found)
    return [found.get(name__endswith=name) for name in names]


def _tables() -> set[str]:
    """What units and rooms keep; people, pledges and figures are never written by a decision."""
    names = {row[0] for row in asked("SELECT relname FROM pg_stat_xact_user_tables", "")}
    return {name for name in names if name.startswith((*TOUCHED, *ROOMS, *MORE_ROOMS))}


def _not_equal(start: dict[str, object], end: dict[str, object]) -> list[str]:
    return [
        f"{table}: {start[table]}, {end[table]}" for table in start if start[table] != end[table]
    ]
