"""Rooms above put questions before a council: what the session shows, and what closing it means.

Such a room names a module in its `AppConfig` as `asks_councils`. The module has `shown` and
`follow`; councils themselves know nothing of awards or initiatives.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Protocol, cast

from django.apps import apps

from thidua.councils.models import Item, Session
from thidua.org.actor import Actor


@dataclass(frozen=True, slots=True)
class Note:
    """What speaks for or against, with the look of a state, the reason and the rule behind it."""

    code: str
    word: str
    reason: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands beside an item: where to read on, whom it is about, what is to be considered."""

    url: str
    detail: str
    notes: tuple[Note, ...] = ()


class Asker(Protocol):
    def shown(self, items: Sequence[Item], day: date) -> dict[int, Shown]:
        """By item, for those items that this room has put."""

    def follow(self, *, session: Session, by: Actor, at: datetime) -> None:
        """Draw the consequences of a session that is being closed, in the same transaction."""


def askers() -> list[Asker]:
    """Every room that puts questions."""
    names = [getattr(app, "asks_councils", "") for app in apps.get_app_configs()]
    return [cast("Asker", import_module(name)) for name in names if name]
