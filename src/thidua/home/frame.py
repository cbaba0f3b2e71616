"""What the frame of every page shows: whose letterhead, which parts of the system, what is due."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.core import clock
from thidua.home.desk import tasks_of
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right

SHORTCUTS = 5
"""As many as a phone shows side by side."""

READING_PAGES = {"plans:reading", "plans:correct", "plans:accept", "plans:fix"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation; `room` is where its tasks come from."""

    group: str
    label: str
    short: str
    route: str
    icon: str
    room: str = ""
    needs: Right | None = None


def _entries() -> list[Entry]:
    launch, system = _("Phát động"), _("Hệ thống")
    intake, read, issue = Right.DOCUMENT_INTAKE, Right.DOCUMENT_READ, Right.DOCUMENT_ISSUE
    outgoing, incoming = "documents:register_out", "documents:register_in"
    return [
        Entry("", _("Bàn làm việc"), _("Việc"), "home:desk", "home"),
        Entry(launch, _("Kế hoạch"), _("Kế hoạch"), "plans:list", "file-text", "plans"),
        Entry(launch, _("Đọc văn bản"), _("Đọc tệp"), "plans:read", "upload", "reading", intake),
        Entry(launch, _("Văn bản đi"), _("Đi"), outgoing, "send", "documents", read),
        Entry(launch, _("Văn bản đến"), _("Đến"), incoming, "inbox", "incoming", read),
        Entry(system, _("Thư gửi đi"), _("Thư"), "notify:outbox", "mail", "outbox", issue),
    ]


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
    tasks = [task for task in tasks_of(request, actor) if task.mine]
    here = _here(request)
    open_to = [one for one in _entries() if one.needs is None or actor.holding(one.needs)]
    items = [_item(entry, here, tasks, actor) for entry in open_to]
    return shown | {
        "navigation": _grouped(items),
        "shortcuts": [item | {"label": item["short"]} for item in items[:SHORTCUTS]],
        "issuer": _letterhead(actor),
        "account": _account(actor, request),
    }


def _here(request: HttpRequest) -> str:
    """The entry to which the page belongs: its own, or the first of its room."""
    match = request.resolver_match
    route = match.view_name if match else ""
    if route in READING_PAGES:
        return "plans:read"
    routes = [entry.route for entry in _entries()]
    room = f"{route.split(':')[0]}:"
    return route if route in routes else next((r for r in routes if r.startswith(room)), "")


def _item(entry: Entry, here: str, tasks: list[Task], actor: Actor) -> dict[str, object]:
    own = [task for task in tasks if entry.route == "home:desk" or task.room == entry.room]
    return {
        "group": entry.group,
        "label": entry.label,
        "short": entry.short,
        "url": reverse(entry.route),
        "icon": entry.icon,
        "count": len(own),
        "late": any(task.due and task.due < actor.day for task in own),
        "current": entry.route == here,
    }


def _grouped(items: list[dict[str, object]]) -> list[dict[str, object]]:
    titles = list(dict.fromkeys(item["group"] for item in items))
    return [
        {"title": title, "items": [item for item in items if item["group"] == title]}
        for title in titles
    ]


def _letterhead(actor: Actor) -> dict[str, str] | None:
    """For whom they act: the superior union in small type, the own one below, as on paper."""
    if not actor.posts:
        return None
    keys = actor.posts[0].path.strip("/").split("/")[-2:]
    units = {unit.key: unit for unit in Unit.objects.filter(key__in=keys)}
    superior = units[keys[0]].name if len(keys) > 1 else ""
    return {"superior": superior, "unit": units[keys[-1]].name}


def _account(actor: Actor, request: HttpRequest) -> dict[str, str]:
    return {
        "name": str(actor.user),
        "post": actor.posts[0].name if actor.posts else "",
        "sign_out_url": reverse("org:logout"),
        "language": get_language() or "vi",
        "here": request.get_full_path() if request.method == "GET" else "/",
    }
