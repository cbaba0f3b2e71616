"""A request for correction as a table: field, what is known, what is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thidua.org import birth
from thidua.org.models import Correction, Person, Sex

BORN = ("birth_on", "birth_year")
"""Day and year are one fact in two columns."""


@dataclass(frozen=True, slots=True)
class Wanted:
    label: str
    known: str
    asked: str


def rows_of(correction: Correction) -> list[Wanted]:
    """The differing fields in words; of a settled request what is known now."""
    person, wanted = correction.person, correction.wanted
    born = "birth_on" if "birth_on" in wanted else "birth_year"
    return [
        Wanted(
            _label(name),
            person.birth_shown if name == born else _word(name, getattr(person, name)),
            _birth(wanted) if name == born else _word(name, value),
        )
        for name, value in wanted.items()
        if name not in BORN or name == born
    ]


def _birth(wanted: Mapping[str, Any]) -> str:
    return birth.shown(wanted.get("birth_on") or str(wanted.get("birth_year") or ""))


def _label(name: str) -> str:
    return str(getattr(Person._meta.get_field(name), "verbose_name", name))


def _word(name: str, value: object) -> str:
    if not value:
        return ""
    return str(Sex(str(value)).label) if name == "sex" else str(value)
