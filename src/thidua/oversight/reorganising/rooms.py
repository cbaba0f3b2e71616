"""All rooms that keep things of units: what hangs on some units, and following an act."""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from thidua.activities.queries import held_by as activities_of
from thidua.awards.actions import follow_act as awards_follow
from thidua.awards.queries import held_by as awards_of
from thidua.cascade.queries import held_by as rollouts_of
from thidua.certificates.queries import held_by as certificates_of
from thidua.councils.actions import follow_act as councils_follow
from thidua.councils.queries import held_by as councils_of
from thidua.documents.actions import follow_act as documents_follow
from thidua.documents.queries import held_by as documents_of
from thidua.notify.actions import follow_act as notices_follow
from thidua.notify.queries import held_by as notices_of
from thidua.org.happened import Happened, Holding
from thidua.org.journal import Journal
from thidua.plans.queries import held_by as plans_of
from thidua.pledges.actions import follow_act as pledges_follow
from thidua.pledges.queries import held_by as pledges_of
from thidua.reports.actions import follow_act as reports_follow
from thidua.reports.queries import held_by as reports_of
from thidua.stories.queries import held_by as stories_of

ROOMS: tuple[Callable[[Collection[int], date], list[Holding]], ...] = (
    documents_of,
    plans_of,
    councils_of,
    rollouts_of,
    pledges_of,
    activities_of,
    awards_of,
    certificates_of,
    stories_of,
    reports_of,
    notices_of,
)
STOPPING = (documents_of, councils_of, awards_of)
"""The rooms whose things can keep a unit from ending; the others never fill `Holding.blocks`."""

FOLLOWERS: tuple[Callable[[Happened, Journal], None], ...] = (
    notices_follow,
    documents_follow,
    councils_follow,
    pledges_follow,
    awards_follow,
    reports_follow,
)
"""In this order; rooms that are not here have nothing that moves."""


def held_by(units: Collection[int], day: date) -> list[Holding]:
    """Everything that belongs to these units, room by room."""
    return [one for room in ROOMS for one in room(units, day)] if units else []


def blocking(units: Collection[int], day: date) -> list[str]:
    """Why these units cannot end yet; empty when nothing stands against it."""
    found = [one for room in STOPPING for one in room(units, day)] if units else []
    return [one.blocks for one in found if one.blocks]


def follow(happened: Iterable[Happened], journal: Journal) -> None:
    """Let every room do its part, inside the transaction that changed the units."""
    for one in happened:
        for room in FOLLOWERS:
            room(one, journal)
