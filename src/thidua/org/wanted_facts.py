"""A request for correction as a table: field, what is known, what is asked for."""

from dataclasses import dataclass
from datetime import date

from thidua.core.templatetags.vn import vn_date
from thidua.org.models import Correction, Person, Sex


@dataclass(frozen=True, slots=True)
class Wanted:
    label: str
    known: str
    asked: str


def rows_of(correction: Correction) -> list[Wanted]:
    """The differing fields in words; of a settled request what is known now."""
    return [
        Wanted(
            _label(name),
            _word(name, getattr(correction.person, name)),
            _word(name, value),
        )
        for name, value in correction.wanted.items()
    ]


def _label(name: str) -> str:
    return str(getattr(Person._meta.get_field(name), "verbose_name", name))


def _word(name: str, value: object) -> str:
    if not value:
        return ""
    if name == "birth_on":
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
        return vn_date(day)
    return str(Sex(str(value)).label) if name == "sex" else str(value)
