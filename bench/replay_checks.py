"""What must hold before and after a decision; each function answers with what is wrong."""

# ruff: noqa: S608 -- statements of our own; nobody types anything into them

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from replay_facts import (
    COLUMNS,
    Sums,
    asked,
    names_on,
    papers_of,
    rolled_up,
    totals_as_it_was,
    totals_with_records,
)

from thidua.awards.queries import awards_of, book_units
from thidua.core.dated import in_force
from thidua.org.actor import Actor
from thidua.org.models import Placement, Tree, Unit, User
from thidua.org.queries import members_of, units_within
from thidua.pledges.queries import shares
from thidua.progress.queries.totals import totals_of
from thidua.reports.models import Period
from thidua.reports.queries.totals import verify_totals

RECORDS = ("pledges", "activities", "reports", "figures", "awards", "certificates")
LEFT_OPEN = {
    "members in force": """org_membership WHERE unit_id IN (TABLE ending)
        AND (ends_on IS NULL OR ends_on > %(on)s)""",
    "posts in force": """org_post WHERE unit_id IN (TABLE ending)
        AND (ends_on IS NULL OR ends_on > %(on)s)""",
    "places in the tree": """org_placement WHERE unit_id IN (TABLE ending) AND tree = 'line'
        AND (ends_on IS NULL OR ends_on > %(on)s)""",
    "sheets that take signatures": """pledges_sheet WHERE unit_id IN (TABLE ending)
        AND closed_at IS NULL""",
    "nominations that an ended unit should decide": """awards_nomination
        WHERE status IN ('draft', 'returned', 'submitted') AND decided_by_id IN (TABLE ending)""",
    "open reports that living units owe an ended one in a round that runs": """reports_report one
        JOIN reports_period round ON round.id = one.period_id
        WHERE one.status <> 'accepted' AND round.ends_on >= %(on)s
        AND one.superior_id IN (TABLE ending) AND one.unit_id NOT IN (TABLE ending)""",
    "unopened papers that no keeper got": """documents_delivery one
        JOIN org_unit unit ON unit.id = one.unit_id
        JOIN documents_recipient line ON line.id = one.recipient_id
        WHERE one.opened_at IS NULL AND one.unit_id IN (TABLE ending) AND NOT EXISTS (
            SELECT 1 FROM documents_delivery other
            JOIN documents_recipient also ON also.id = other.recipient_id
            WHERE also.document_id = line.document_id AND other.unit_id = unit.kept_by_id)
        AND NOT EXISTS (SELECT 1 FROM documents_document paper
            WHERE paper.id = line.document_id AND paper.unit_id = unit.kept_by_id)""",
    "ended units without a keeper": """org_unit WHERE id IN (TABLE ending)
        AND (kept_by_id IS NULL OR NOT EXISTS (SELECT 1 FROM org_placement place
            WHERE place.unit_id = org_unit.id AND place.tree = 'kept'
            AND place.ends_on IS NULL))""",
    "keepers that have ended themselves": """org_unit WHERE id IN (TABLE ending)
        AND kept_by_id IN (TABLE ending)""",
}


@dataclass
class Seen:
    """Everything about the days before, as our statements and as the application tell it."""

    was: dict[dt.date, Sums]
    names: dict[dt.date, str]
    papers: str
    rolled: set[tuple[Any, ...]]
    told: dict[tuple[int, dt.date], Any]
    signed: dict[int, Any]
    inside: dict[tuple[int, dt.date], tuple[int, int]]


def seen(path: str, units: Sequence[Unit], days: Sequence[dt.date]) -> Seen:
    cache.clear()
    last = days[-1]
    return Seen(
        was={day: totals_as_it_was(path, day) for day in days},
        names={day: names_on(path, day) for day in days},
        papers=papers_of(path),
        rolled=rolled_up(path),
        told={(one.pk, day): totals_of(one, day, last).then for one in units for day in days},
        signed=dict(shares([one.pk for one in units], dt.date(last.year, 1, 1), last, last)),
        inside={
            (one.pk, day): (units_within(one, day).distinct().count(), members_of(one, day).count())
            for one in units[1:4]
            for day in days
        },
    )


def changed(before: Seen, after: Seen) -> Iterator[str]:
    """What is told otherwise about the days before."""
    for name in ("was", "names", "papers", "rolled", "told", "signed", "inside"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{name}: {_first_difference(old, new)}"


def told_right(seen_: Seen, units: Iterable[Unit], days: Iterable[dt.date]) -> Iterator[str]:
    """The application's numbers of a day are those that our statements add up."""
    for unit in units:
        for day in days:
            yield from _same(seen_.told[unit.pk, day], seen_.was[day][unit.path_on(day)], unit, day)


def today_is_the_sum(
    scope: Unit, path: str, before: Sums, leaving: int, established: int, on: dt.date
) -> Iterator[str]:
    """By the new tree: nothing lost but who leaves; every number the sum of its parts."""
    now = totals_with_records(path, on)
    was, here = (dict(zip(COLUMNS, sums[path], strict=True)) for sums in (before, now))
    for name in RECORDS:
        if was[name] != here[name]:
            yield f"{name} of {scope}: {was[name]} before, {here[name]} after"
    if here["members"] != was["members"] - leaving:
        yield f"members: {was['members']} - {leaving} is not {here['members']}"
    if here["units"] != was["units"] + established:
        yield f"units with those that ended: {was['units']} + {established}, not {here['units']}"
    living = _directly_below(path, on)
    parts = [totals_of(unit, on, on).then for unit in living]
    whole = totals_of(scope, on, on).then
    for unit, part in zip(living, parts, strict=True):
        yield from _same(part, now[unit.path_on(on)], unit, on)
    yield from _same(whole, now[path], scope, on)
    yield from _added(whole, parts, _beside(path, now, living, on))


def left_open(on: dt.date) -> Iterator[str]:
    """What should have ended or gone on, and has not."""
    for name, rows in LEFT_OPEN.items():
        count = asked(f"SELECT count(*) FROM {rows}".replace("%(on)s", "%(day)s"), "", on)[0][0]
        if count:
            yield f"{name}: {count}"


def sums_hold(path: str) -> Iterator[str]:
    """Every stored sum of every round is what its parts add up to."""
    for period in Period.objects.filter(unit_path__startswith=path):
        yield from (f"{period}: {gap}" for gap in verify_totals(period))


def pages_tell(units: Iterable[Unit], user: User, words: str) -> Iterator[str]:
    """Page and history of an ended unit name it, its keeper and the decision."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    for unit in units:
        unit.refresh_from_db()
        keeper = unit.kept_by.name if unit.kept_by else "?"
        for name, told in (("unit", (unit.name, keeper)), ("unit_history", (unit.name, words))):
            answer = client.get(reverse(f"org:{name}", args=[unit.pk]))
            page = answer.content.decode()
            yield from (
                f"{name} of {unit}: {answer.status_code}, without “{word}”"
                for word in told
                if answer.status_code != HTTPStatus.OK or word not in page
            )


def books_pass_on(books: dict[int, int], year: int, on: dt.date) -> Iterator[str]:
    """Whoever reads the book of the keeper opens that of the ended unit, with all its lines."""
    for unit in Unit.objects.filter(pk__in=books, kept_by__isnull=False).select_related("kept_by"):
        posts = unit.kept_by.posts.filter(ends_on=None, person__user__isnull=False)
        readers = User.objects.filter(person__posts__in=posts)
        if not any(book_units(Actor.of(user, on)).filter(pk=unit.pk) for user in readers):
            yield f"nobody of {unit.kept_by} opens the book of {unit}"
        if awards_of(unit, year).count() != books[unit.pk]:
            yield f"the book of {unit} has other lines"


def _same(told: Any, sums: tuple[int, ...], unit: Unit, day: dt.date) -> Iterator[str]:
    ours = dict(zip(COLUMNS, sums, strict=True))
    for name in ("reports", "activities", "awards"):
        if getattr(told, name) != ours[name]:
            yield f"{unit}, {day}: {getattr(told, name)} {name} told, {ours[name]} counted"
    units = sum(told.kinds.values())
    if units > ours["units"]:
        yield f"{unit}, {day}: {units} units told, {ours['units']} counted"


def _added(whole: Any, parts: Sequence[Any], beside: dict[str, int]) -> Iterator[str]:
    for name in ("reports", "activities", "awards"):
        total = sum(getattr(part, name) for part in parts) + beside[name]
        if getattr(whole, name) != total:
            yield f"{name}: {getattr(whole, name)} told, the parts make {total}"
    members = sum(part.members for part in parts)
    if whole.members != members:
        yield f"members: {whole.members} told, the parts make {members}"


def _beside(path: str, now: Sums, living: Sequence[Unit], on: dt.date) -> dict[str, int]:
    """What the province recorded itself, and what it keeps of units that ended."""
    whole = dict(zip(COLUMNS, now[path], strict=True))
    for unit in living:
        for name, number in zip(COLUMNS, now[unit.path_on(on)], strict=True):
            whole[name] -= number
    return whole


def _directly_below(path: str, on: dt.date) -> list[Unit]:
    one_step = Placement.objects.filter(
        in_force(on), tree=Tree.LINE, path__regex=f"^{path}[^/]+/$", path__startswith=path
    )
    return list(Unit.objects.filter(pk__in=one_step.values("unit")).order_by("pk"))


def _first_difference(old: Any, new: Any) -> str:
    if not isinstance(old, dict):
        return "differs"
    keys = [key for key in old.keys() | new.keys() if old.get(key) != new.get(key)]
    if keys and isinstance(old.get(keys[0]), dict):
        return f"{keys[0]}: {_first_difference(old[keys[0]], new.get(keys[0], {}))}"
    return f"{len(keys)} differ, such as {keys[0]}: {old.get(keys[0])} and {new.get(keys[0])}"
