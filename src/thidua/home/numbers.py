"""The numbers in the frame: how many tasks wait for the reader in each room, and new notices.

Counting asks every room, and every page shows the numbers; so they are kept for a few seconds.
Whoever acts gets a new stamp and with it new numbers at once, whichever process answers; what
others do shows after `KEPT` seconds at the latest. The desk never reads what is kept.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

from thidua.home.desk import gathered, tasks_of
from thidua.notify.queries import unread
from thidua.notify.tasks import Task
from thidua.org.actor import Actor

Numbers = dict[str, tuple[int, bool]]
"""By room: how many tasks, and whether one of them is overdue."""
EVERY_ROOM = ""
NOTICES = "notices"
KEPT = 20
"""Seconds."""
STAMP = "acted"
STAMP_LENGTH = 12
SAFE = {"GET", "HEAD", "OPTIONS"}


def numbers_for(request: HttpRequest, actor: Actor) -> Numbers:
    """The reader's own tasks by room; `EVERY_ROOM` stands for all of them.

    A page that has gathered the tasks itself shows these, and so do the pages after it.
    """
    key = f"numbers:{actor.user.pk}:{actor.day}"
    stamp = request.COOKIES.get(STAMP, "")[:STAMP_LENGTH]
    kept: tuple[str, Numbers] | None = cache.get(key)
    if kept is not None and kept[0] == stamp and gathered(request) is None:
        return kept[1]
    fresh = _counted(request, actor)
    cache.set(key, (stamp, fresh), KEPT)
    return fresh


def _counted(request: HttpRequest, actor: Actor) -> Numbers:
    numbers: Numbers = {EVERY_ROOM: (0, False), NOTICES: (unread(actor.user.pk), False)}
    for task in tasks_of(request, actor):
        if task.mine:
            _add(numbers, task, actor.day)
    return numbers


def _add(numbers: Numbers, task: Task, today: date) -> None:
    overdue = task.due is not None and task.due < today
    for room in (EVERY_ROOM, task.room):
        count, late = numbers.get(room, (0, False))
        numbers[room] = (count + 1, late or overdue)


class StampMiddleware:
    """Give the browser a new stamp after every request that may have changed something."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method not in SAFE and request.user.is_authenticated:
            response.set_cookie(
                STAMP,
                get_random_string(STAMP_LENGTH),
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response
