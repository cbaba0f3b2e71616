"""Adding to the trail, inside the transaction of the change it tells of."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from thidua.audit.inserting import add_with_mark
from thidua.audit.models import AuditEvent
from thidua.audit.plain import Change, plain_changes, plain_data

NAMING = ("title", "name", "subject_name", "filename")
"""Columns that hold what a row is called."""
BELONGING = ("document", "plan", "period", "phase", "sheet", "council", "award", "person", "unit")
"""What a row without a name of its own is called by."""


class HeldPost(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def seat(self) -> str: ...
    @property
    def by_right_of(self) -> str: ...


class Acting(Protocol):
    @property
    def user(self) -> AbstractBaseUser: ...
    @property
    def day(self) -> date: ...
    @property
    def posts(self) -> Sequence[HeldPost]: ...


class Placed(Protocol):
    def path_on(self, day: date) -> str: ...


def record(
    event: str,
    *,
    on: models.Model,
    by: Acting,
    unit: Placed,
    at: datetime,
    changes: Mapping[str, Change] | None = None,
    about: str = "",
    **data: Any,
) -> AuditEvent:
    """Add one event. Call it inside the transaction of the change it tells of.

    `changes` holds for each field its value before and after; None for what must not be written
    down. `about` is what `on` is called, where no column of its own says so. A `reason` among the
    data is shown as the reason.
    """
    path = unit.path_on(by.day)
    post = _acted_by(by.posts, path)
    told = AuditEvent(
        type=event,
        target=f"{on._meta.label_lower}:{on.pk}",
        thing=_cut("thing", about or _called(on)),
        actor=by.user.get_username(),
        actor_name=_cut("actor_name", str(by.user)),
        post=_cut("post", post.name if post else ""),
        seat=_cut("seat", post.seat if post else ""),
        letter=_cut("letter", post.by_right_of if post else ""),
        unit_path=path,
        unit_name=_cut("unit_name", str(getattr(unit, "unit", unit))),
        at=at,
        data=plain_data(data),
        changes=plain_changes(changes or {}),
    )
    add_with_mark(told)
    return told


def _acted_by(posts: Sequence[HeldPost], path: str) -> HeldPost | None:
    """The nearest post in the unit or above it, an own one before one acted in for another."""
    above = [post for post in posts if path.startswith(post.path)] or list(posts[:1])
    above.sort(key=lambda post: (-len(post.path), bool(post.by_right_of)))
    return above[0] if above else None


def _called(thing: models.Model) -> str:
    """By its own column, or by what it belongs to if that is at hand: naming asks no question."""
    own = {field.name for field in thing._meta.concrete_fields}
    for name in NAMING:
        if name in own:
            return str(getattr(thing, name))
    near = (thing._state.fields_cache.get(name) for name in BELONGING)
    return next((_called(one) for one in near if one is not None), "")


def _cut(column: str, text: str) -> str:
    field: Any = AuditEvent._meta.get_field(column)
    return text[: field.max_length]
