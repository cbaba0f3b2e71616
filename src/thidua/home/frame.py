"""What the frame of every page shows: whose letterhead, which parts of the system, what is due."""

from secrets import token_urlsafe
from typing import Any, TypedDict

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from thidua.core import clock
from thidua.home.entries import Entry, entries_for, shortcuts_for
from thidua.home.kept import kept_for
from thidua.home.numbers import Numbers, numbers_for
from thidua.notify.queries import unread
from thidua.org.actor import Actor
from thidua.org.models import Unit


def frame(request: HttpRequest) -> dict[str, object]:
    """Context of ``base.html``. Strangers see the bare frame only."""
    shown: dict[str, object] = {}
    if settings.SAMPLE_DAY_FILE is not None:
        shown["sample"] = {
            "day": clock.today(),
            "days": clock.SAMPLE_DAYS,
            "url": reverse("home:sample_day"),
        }
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return shown
    kept = kept_for(actor, "frame", lambda: _column(actor))
    here = _here(request, kept["items"])
    for item in (*kept["items"], *kept["shortcuts"]):
        item["current"] = item["route"] == here
    return shown | {
        "navigation": grouped(kept["items"]),
        "shortcuts": kept["shortcuts"],
        "column": f"{kept['made']}:{here}",
        "issuer": kept["issuer"],
        "account": _account(actor, kept, request),
        "notices": {"url": reverse("notify:notices"), "count": unread(actor.user.pk)},
    }


class Column(TypedDict):
    """What stays on every page; `made` names this state of it."""

    items: list[dict[str, Any]]
    shortcuts: list[dict[str, Any]]
    issuer: dict[str, str] | None
    others: list[dict[str, object]]
    name: str
    made: str


def _column(actor: Actor) -> Column:
    numbers = numbers_for(actor)
    names = _names(actor)
    return {
        "items": [_item(entry, numbers) for entry in entries_for(actor)],
        "shortcuts": [_item(entry, numbers) for entry in shortcuts_for(actor)],
        "issuer": _letterhead(actor, names),
        "others": _others(actor, names),
        "name": str(actor.user),
        "made": token_urlsafe(),
    }


def _here(request: HttpRequest, items: list[dict[str, Any]]) -> str:
    """The entry the page belongs to: what its view says, its own, or the first of its room."""
    said: str = getattr(request, "section", "")
    if said:
        return said
    match = request.resolver_match
    route = match.view_name if match else ""
    owner = next((item["route"] for item in items if route in item["pages"]), "")
    room = f"{route.split(':')[0]}:"
    routes: list[str] = [item["route"] for item in items]
    if owner or route in routes:
        return owner or route
    return next((one for one in routes if one.startswith(room)), "")


def _item(entry: Entry, numbers: Numbers) -> dict[str, Any]:
    count, late = numbers.get(entry.room, (0, False))
    return {
        "group": entry.group,
        "label": entry.label,
        "route": entry.route,
        "pages": entry.pages,
        "url": reverse(entry.route),
        "icon": entry.icon,
        "count": count,
        "late": late,
    }


def grouped(items: list[dict[str, Any]]) -> list[dict[str, object]]:
    """The entries under the parts of the year they belong to, in their order."""
    titles = list(dict.fromkeys(item["group"] for item in items))
    return [
        {"title": title, "items": [item for item in items if item["group"] == title]}
        for title in titles
    ]


def _letterhead(actor: Actor, names: dict[int, tuple[str, str]]) -> dict[str, str] | None:
    """For whom they act: the superior union in small type, the own one below, as on paper.

    Who holds posts in several units presses it to act for another.
    """
    if not actor.posts:
        return None
    keys = actor.posts[0].path.strip("/").split("/")[-2:]
    known = dict(names.values())
    return {
        "superior": known[keys[0]] if len(keys) > 1 else "",
        "unit": known[keys[-1]],
        "url": f"{reverse('org:mine')}#don-vi" if len(actor.unit_ids) > 1 else "",
    }


def _names(actor: Actor) -> dict[int, tuple[str, str]]:
    """Key and name of the units on the letterhead and of those one may act for."""
    keys = actor.posts[0].path.strip("/").split("/")[-2:] if actor.posts else []
    units = Unit.objects.filter(Q(key__in=keys) | Q(pk__in=actor.unit_ids))
    return {pk: (key, name) for pk, key, name in units.values_list("pk", "key", "name")}


def _others(actor: Actor, names: dict[int, tuple[str, str]]) -> list[dict[str, object]]:
    """The units one may switch to by one press, in the order of the posts."""
    pks = dict.fromkeys(post.unit_id for post in actor.posts)
    return [{"pk": pk, "name": names[pk][1]} for pk in list(pks)[1:]]


def _account(actor: Actor, kept: Column, request: HttpRequest) -> dict[str, object]:
    return {
        "name": kept["name"],
        "post": actor.posts[0].name if actor.posts else "",
        "url": reverse("org:mine"),
        "others": kept["others"],
        "switch_url": reverse("org:switch"),
        "sign_out_url": reverse("org:logout"),
        "language": get_language() or "vi",
        "here": request.get_full_path() if request.method == "GET" else "/",
    }
