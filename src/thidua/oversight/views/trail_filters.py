"""What the trail is asked for by its address, and what the page shows of it again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from thidua.core.asked import asked_number
from thidua.core.folded import folded
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.oversight.forms.trail import TrailForm
from thidua.oversight.queries import trail as queries
from thidua.oversight.queries.trail import Asked
from thidua.oversight.trail_rooms import rooms

MOST_UNITS = 20
SEARCHED_DAYS = 90
"""So far back words are searched for when no day is given."""


def asked_of(request: Request, given: Any) -> tuple[Asked, dict[str, Any]]:
    """The filters, and what the page needs to show them again."""
    form = TrailForm(given or None, rooms=rooms(), auto_id="loc-%s")
    said = form.cleaned_data if form.is_valid() else {}
    unit, units = _unit(request, given.get("unit", ""), said.get("place", ""))
    asked = Asked(
        unit=unit,
        who=said.get("who", ""),
        room=said.get("room", ""),
        since=said.get("since"),
        until=said.get("until"),
        words=said.get("q", ""),
        thing=given.get("thing", "")[:100],
    )
    missing = bool(said.get("place")) and unit is None and not units
    context: dict[str, Any] = {"form": form, "units": units, "missing": missing}
    if asked.words and not asked.since and not asked.thing:
        since = (asked.until or request.actor.day) - timedelta(days=SEARCHED_DAYS)
        context["searched_since"] = since
        asked = replace(asked, since=since)
    return asked, context


def _unit(request: Request, key: str, place: str) -> tuple[Unit | None, list[Unit]]:
    """The unit that is meant, or those among which to choose."""
    units = queries.units_read(request.actor)
    if key:
        number = asked_number(key)
        if number is None:
            raise Http404
        return get_object_or_404(units, pk=number), []
    words = folded(place).split()
    if not words:
        return None, []
    for word in words:
        units = units.filter(folded__contains=word)
    found = list(units.order_by("alphabetical", "pk")[:MOST_UNITS])
    same = [unit for unit in found if unit.folded == folded(place)]
    only = same if len(same) == 1 else found
    return (only[0], []) if len(only) == 1 else (None, found)


def in_words(asked: Asked) -> str:
    """The filters, for whoever later reads what was taken away."""
    parts = [
        str(asked.unit or ""),
        asked.who,
        str(dict(rooms()).get(asked.room, "")),
        asked.words,
        asked.thing,
    ]
    days = [f"{day:%d/%m/%Y}" if day else "" for day in (asked.since, asked.until)]
    return ", ".join(filter(None, [*parts, *days]))
