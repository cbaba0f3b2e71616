"""Where texts of a unit name somebody without a link to their record: a person has to look."""

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model, Q, TextField
from django.db.models.functions import Cast

from thidua.org.models import Person, Unit
from thidua.org.nouns import noun_of
from thidua.oversight.personal_data.naming import text_columns
from thidua.oversight.personal_data.walking import records_of, rows_about

MOST = 100
AROUND = 60
STEPS = 2
LEFT_ALONE = {"documents", "audit", "certificates", "org", "oversight"}
"""Papers and the trail stay as they are; the rows of these rooms are linked to the person."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A row in whose text the name stands."""

    model: str
    pk: int
    noun: str
    around: str

    @property
    def key(self) -> str:
        return f"{self.model}:{self.pk}"

    def as_row(self) -> dict[str, Any]:
        return asdict(self)


def mentions_of(person: Person, units: Collection[Unit]) -> list[Mention]:
    """Up to `MOST` places in rows of `units`; the same name may be of somebody else."""
    people = records_of(person)
    known = [one.name for one in people if " " in one.name.strip()]
    names = {*known, *(name.upper() for name in known)}
    linked = rows_about(people)
    found: list[Mention] = []
    for model in apps.get_models():
        path = _way_to_unit(model)
        if path is None or model._meta.app_label in LEFT_ALONE or not names:
            continue
        found += _in_table(model, path, units, names, linked.get(model, set()))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _in_table(
    model: type[Model],
    path: str,
    units: Collection[Unit],
    names: Collection[str],
    linked: Collection[int],
) -> Iterator[Mention]:
    rows = model._default_manager.filter(**{f"{path}__in": [unit.pk for unit in units]})
    columns = text_columns(model)
    wanted = Q(pk__in=[])
    for place, field in enumerate(columns):
        rows = rows.alias(**{f"text_{place}": Cast(field.attname, TextField())})
        for name in names:
            wanted |= Q(**{f"text_{place}__icontains": name})
    for row in rows.filter(wanted).exclude(pk__in=linked).order_by("pk")[:MOST]:
        yield Mention(model._meta.label_lower, row.pk, noun_of(model), _around(row, columns, names))


def _around(row: Model, columns: list[Any], names: Collection[str]) -> str:
    """Some words on either side of the name."""
    for field in columns:
        text = str(getattr(row, field.attname))
        for name in names:
            at = text.casefold().find(name.casefold())
            if at >= 0:
                return text[max(0, at - AROUND) : at + len(name) + AROUND].strip()
    return ""


def _way_to_unit(model: type[Model], steps: int = STEPS) -> str | None:
    """The name of the column that leads to a unit, or of the columns one after the other."""
    links = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    for field in links:
        if field.related_model is Unit and field.name == "unit":
            return field.name
    if steps <= 1:
        return None
    for field in links:
        other = field.related_model
        if isinstance(other, type) and not field.null and other not in {Unit, Person}:
            way = _way_to_unit(other, steps - 1)
            if way:
                return f"{field.name}__{way}"
    return None
