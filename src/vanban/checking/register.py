"""The register of legal documents: numbers, dates, from when and until when they held."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vanban.checking import data


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One document; what is not known is None. `sure` is False where the register only infers."""

    number: str
    name: str
    date: dt.date | None
    start: dt.date | None
    end: dt.date | None
    successor: str
    sure: bool


def legal_document(number: str) -> LegalDocument | None:
    """The document of that number and symbol, blanks and case aside."""
    return _register().get(_key(number))


@cache
def _register() -> dict[str, LegalDocument]:
    return {_key(row["number"]): _document(row) for row in data.rows("legal_documents")}


def _document(row: Mapping[str, str]) -> LegalDocument:
    return LegalDocument(
        number=row["number"],
        name=row["name"],
        date=_day(row["date"]),
        start=_day(row["from"]),
        end=_day(row["to"]),
        successor=row["successor"],
        sure=row["confirmed"] == "yes",
    )


def _day(printed: str) -> dt.date | None:
    return dt.date.fromisoformat(printed) if printed else None


def _key(number: str) -> str:
    return number.replace(" ", "").upper()
