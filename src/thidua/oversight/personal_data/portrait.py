"""Everything the system holds on one person, as data and as a page to read (PDP-04)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models import ForeignKey, Model
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from thidua.audit.models import AuditEvent
from thidua.audit.words import as_told, deed_of, moment
from thidua.core.folded import FoldedField
from thidua.core.templatetags.vn import vn_date
from thidua.org.models import Person, User
from thidua.org.tables import OTHER, WORDS
from thidua.oversight.personal_data.walking import pointing_at, records_of, rows_about
from thidua.oversight.trail import WORDS as DEEDS

SECRET = ("password", "digest", "secret", "receipt", "token", "once", "key", "credential", "hash")
UNTOLD = (*SECRET, "fold", "unit_path")
SEALED = {"mfa.authenticator.data"}
"""Columns that hold nothing but a secret, however it is sealed."""
MOST_DEEDS = 5_000


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of record: what it is called, and its rows as label and value."""

    title: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Portrait:
    name: str
    parts: list[Part]
    entered: list[Part] = field(default_factory=list)
    """How often they entered something, table by table: work, and not data about them."""

    @property
    def count(self) -> int:
        return sum(len(part.rows) for part in self.parts)


def portrait_of(person: Person) -> Portrait:
    """All rows of all rooms; secrets of accounts and links are left out."""
    people = records_of(person)
    parts = [_part(Person, people)]
    for model, keys in sorted(rows_about(people).items(), key=lambda one: one[0]._meta.label):
        rows = model._default_manager.filter(pk__in=keys).select_related(*_links(model))
        parts.append(_part(model, rows.order_by("pk")))
    users = list(User.objects.filter(person__in=people))
    if users:
        parts.append(_part(User, users))
        parts += _own(users)
    parts.append(Part(_("Nhật ký: việc làm với hồ sơ này"), list(_deeds(_about(people)))))
    parts.append(Part(_("Nhật ký: việc người này đã làm"), list(_deeds(_done_by(users)))))
    return Portrait(person.name, [part for part in parts if part.rows], _entered(users))


def packed(portrait: Portrait, at: datetime) -> bytes:
    """A zip with `du-lieu.json` for machines and `du-lieu.html` for people."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as box:
        told = json.dumps(asdict(portrait), ensure_ascii=False, indent=1, default=str)
        box.writestr("du-lieu.json", told)
        context = {"portrait": portrait, "moment": moment(at)}
        box.writestr(
            "du-lieu.html", render_to_string("oversight/personal_data/portrait.html", context)
        )
    return file.getvalue()


def _part(model: type[Model], rows: Iterable[Model]) -> Part:
    title = WORDS.get(model._meta.label_lower, OTHER)
    name = str(title) if title is not OTHER else str(model._meta.verbose_name)
    return Part(name, [_told(row) for row in rows])


def _told(row: Model) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for column in row._meta.concrete_fields:
        if column.primary_key or isinstance(column, FoldedField):
            continue
        if any(part in column.name for part in UNTOLD) or _is_sealed(row, column.name):
            continue
        value = getattr(row, column.name)
        if value in (None, "", [], {}):
            continue
        told[str(column.verbose_name)] = _plain(row, column, value)
    return told


def _is_sealed(row: Model, column: str) -> bool:
    return f"{row._meta.label_lower}.{column}" in SEALED


def _plain(row: Model, column: Any, value: Any) -> Any:
    if getattr(column, "choices", None):
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return vn_date(value)
    if isinstance(value, bool):
        return _("có") if value else _("không")
    return value if isinstance(value, int | list | dict) else str(value)


def _links(model: type[Model]) -> list[str]:
    return [one.name for one in model._meta.concrete_fields if isinstance(one, ForeignKey)]


def _own(users: list[User]) -> Iterator[Part]:
    """What belongs to the account itself: devices, notices, choices."""
    for model, column, on_delete in pointing_at(User):
        if getattr(on_delete, "__name__", "") == "CASCADE":
            rows = model._default_manager.filter(**{f"{column}__in": users})
            yield _part(model, rows.select_related(*_links(model)).order_by("pk"))


def _entered(users: list[User]) -> list[Part]:
    counted: dict[str, int] = {}
    for model, column, on_delete in pointing_at(User):
        if users and getattr(on_delete, "__name__", "") == "PROTECT":
            name = f"{model._meta.verbose_name}, {column.removesuffix('_id')}"
            counted[name] = model._default_manager.filter(**{f"{column}__in": users}).count()
    return [Part(name, [{"count": count}]) for name, count in counted.items() if count]


def _about(people: list[Person]) -> Any:
    targets = [f"org.person:{one.pk}" for one in people]
    return AuditEvent.objects.filter(target__in=targets)


def _done_by(users: list[User]) -> Any:
    return AuditEvent.objects.filter(actor__in=[user.username for user in users])


def _deeds(events: Any) -> Iterator[dict[str, Any]]:
    newest = events.select_related("retold").order_by("-at", "-pk")[:MOST_DEEDS]
    for event in map(as_told, newest):
        yield {
            _("lúc"): moment(event.at),
            _("người làm"): event.actor_name or event.actor,
            _("việc đã làm"): deed_of(event, DEEDS),
            _("đối tượng tác động"): event.thing,
            _("đơn vị"): event.unit_name,
        }
