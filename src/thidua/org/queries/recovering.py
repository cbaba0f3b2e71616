"""Requests to take a second factor away, or to do without one. Nothing here writes."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import FactorRecovery, FactorWaiver, User
from thidua.org.queries.accounts import GIVING

KNOWN_FOR = timedelta(days=14)
"""As long as a slip is good: who comes in again, by whatever way, reads what happened."""


def recoveries_visible_to(actor: Actor) -> QuerySet[FactorRecovery]:
    """Those of accounts one looks after, the waiting ones first."""
    rows = FactorRecovery.objects.filter(actor.reach_by(GIVING)).distinct()
    named = rows.select_related("user__person", "unit", "asked_by__person", "decided_by__person")
    return named.order_by(F("decided_at").desc(nulls_first=True), "-asked_at", "-pk")


def recovery_to_know_of(user: User, at: datetime) -> FactorRecovery | None:
    """What its owner is told of: a request that waits, or what was carried out lately."""
    rows = FactorRecovery.objects.filter(user=user).exclude(confirmed=False)
    known = rows.filter(Q(confirmed=None) | Q(decided_at__gte=at - KNOWN_FOR))
    return known.select_related("asked_by__person", "decided_by__person").order_by("-pk").first()


def waiting_for(actor: Actor) -> QuerySet[FactorRecovery]:
    """Those that wait for somebody else than who asked."""
    others = recoveries_visible_to(actor).filter(confirmed=None)
    return others.exclude(asked_by=actor.user).exclude(user=actor.user)


def waivers_visible_to(actor: Actor) -> QuerySet[FactorWaiver]:
    """Those of accounts one looks after, the waiting ones first."""
    rows = FactorWaiver.objects.filter(actor.reach_by(GIVING)).distinct()
    named = rows.select_related("user__person", "unit", "asked_by__person", "decided_by__person")
    return named.order_by(F("decided_at").desc(nulls_first=True), "-asked_at", "-pk")


def waivers_waiting_for(actor: Actor) -> QuerySet[FactorWaiver]:
    """Those that wait for somebody else than who asked."""
    others = waivers_visible_to(actor).filter(confirmed=None)
    return others.exclude(asked_by=actor.user).exclude(user=actor.user)
