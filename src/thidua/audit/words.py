"""Recorded deeds in the words of ordinary people: *sửa “Số đoàn viên” từ 12 thành 21*.

Each room says in its `trail.py` how its deeds are called; here they are put together.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from thidua.audit.models import AuditEvent
from thidua.core.templatetags.vn import vn_date, vn_number

Sentence = Any
"""A lazy text with named holes, or a function that takes what was recorded."""
Sentences = dict[str, Sentence]
Fields = dict[str, str | Promise]


@dataclass(frozen=True, slots=True)
class Thing:
    """What rows of a model are called, and the page of one, whose only argument is its key.

    Where there is a page, `opened_by` answers with the rows whose page an actor may open.
    """

    word: str | Promise
    route: str = ""
    opened_by: Callable[[Any], QuerySet[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a room, or of many: deeds by type, fields by *kind.field*, things by model."""

    sentences: Sentences
    fields: Fields
    things: Mapping[str, Thing]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One deed on the page of the thing it was done to."""

    at: datetime
    who: str
    sentence: str

    @property
    def moment(self) -> str:
        """*15/03/2024 08:05*"""
        return moment(self.at)


class Unsaid(int):
    """Stands where something was not recorded: *…* in words, nothing where it is counted."""

    def __str__(self) -> str:
        return "…"


class Told(dict[str, Any]):
    """What was recorded, with days as people write them. What an old deed lacks is *…*."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__({key: _day_or(value) for key, value in data.items()})

    def __missing__(self, key: str) -> "Unsaid":
        return Unsaid()


def as_told(event: AuditEvent) -> AuditEvent:
    """The deed as it may be read: without the names of people who have become nameless.

    Lists select `retold` along. Nothing is saved: events never are.
    """
    retold = getattr(event, "retold", None)
    for column, value in (retold.instead if retold else {}).items():
        setattr(event, column, value)
    return event


def log_lines(events: Iterable[AuditEvent], words: Vocabulary) -> list[LogLine]:
    """The deeds done to one thing, for the history on its page."""
    return [
        LogLine(event.at, event.actor_name or event.actor, deed_of(event, words))
        for event in map(as_told, events)
    ]


def deed_of(event: AuditEvent, words: Vocabulary) -> str:
    """What was done, what it changed and why. What `words` does not know keeps its code."""
    deed = say(words.sentences.get(event.type, event.type), Told(event.data))
    changes = "; ".join(
        _change(event, name, change, words.fields) for name, change in event.changes.items()
    )
    deed = f"{deed}: {changes}" if changes else deed
    if reason := event.data.get("reason"):
        return _("%(deed)s, lý do: %(reason)s") % {"deed": deed, "reason": reason}
    return deed


def say(said: Sentence, told: Told) -> str:
    """The words of one deed."""
    return str(said(told) if callable(said) else said % told)


def capacity_of(event: AuditEvent) -> str:
    """By what somebody acted: *Chủ tịch CĐCS Trường A*, with the letter of one who acts for it."""
    post = f"{event.post} {event.seat}".strip()
    return f"{post} ({event.letter})" if event.letter else post


def moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M}"


def _change(event: AuditEvent, name: str, change: list[Any] | None, fields: Fields) -> str:
    label, choices = _field(event, name, fields)
    if change is None:
        return _("“%(field)s” (không ghi giá trị)") % {"field": label}
    before, after = (_value(one, choices) for one in change)
    return _("“%(field)s” từ %(before)s thành %(after)s") % {
        "field": label,
        "before": before,
        "after": after,
    }


def _field(event: AuditEvent, name: str, fields: Fields) -> tuple[str, dict[Any, Any]]:
    """What a field is called, and the words of its choices."""
    label = fields.get(f"{event.type.partition('.')[0]}.{name}")
    try:
        column = apps.get_model(event.target.partition(":")[0])._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return str(label or name), {}
    named = getattr(column, "verbose_name", name)
    return str(label or named), dict(getattr(column, "flatchoices", None) or ())


def _value(value: Any, choices: Mapping[Any, Any]) -> str:
    if value in choices:
        return str(choices[value])
    if value is None or value == "":
        return _("trống")
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, int | float):
        return vn_number(value)
    if isinstance(value, list):
        return ", ".join(_value(one, choices) for one in value)
    return str(_day_or(value))


def _day_or(value: Any) -> Any:
    """A day written as JSON keeps it becomes *15/03/2024*; anything else stays."""
    if not isinstance(value, str) or len(value) != len("2024-03-15"):
        return value
    try:
        return vn_date(date.fromisoformat(value))
    except ValueError:
        return value
