"""Requests to take a second factor away, or to do without one. Nothing here writes."""

from django.db.models import F, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import FactorRecovery, FactorWaiver
from thidua.org.queries.accounts import GIVING


def recoveries_visible_to(actor: Actor) -> QuerySet[FactorRecovery]:
    """Those of accounts one looks after, the waiting ones first."""
    rows = FactorRecovery.objects.filter(actor.reach_by(GIVING)).distinct()
    named = rows.select_related("user__person", "unit", "asked_by__person", "decided_by__person")
    return named.order_by(F("decided_at").desc(nulls_first=True), "-asked_at", "-pk")


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
