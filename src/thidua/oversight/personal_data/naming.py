"""Taking a name, and what else tells who somebody is, out of texts of any kind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Model

from thidua.core.folded import folded
from thidua.org.models import Person
from thidua.org.names import given_first

FOLDED = ("fold",)
SHORTEST_MARK = 5
KEPT_AS_THEY_ARE = ("once", "receipt", "digest", "code", "key")


@dataclass(frozen=True, slots=True)
class Renaming:
    """Puts `alias` where one of the names stands, and nothing where another mark does."""

    names: tuple[str, ...]
    marks: tuple[str, ...]
    alias: str

    @classmethod
    def of(cls, people: Iterable[Person], alias: str) -> "Renaming":
        """Names, member numbers, telephones, e-mail addresses of all records of one person."""
        rows = list(people)
        names = {row.name for row in rows if row.name.strip()}
        marks = {mark for row in rows for mark in (row.code, row.phone, row.email) if mark}
        return cls(tuple(sorted(names)), tuple(sorted(marks)), alias)

    def text(self, value: str) -> str:
        """Whole names only, in capitals too. A name of one word is no name inside a sentence, and a
        member number like *12* no number of theirs."""
        for name in self.names:
            if " " in name or value.strip() == name:
                value = _whole(name).sub(self.alias, value)
        for mark in self.marks:
            if len(mark) >= SHORTEST_MARK or value.strip() == mark:
                value = _whole(mark).sub("…", value)
        return value

    def compared(self, value: str) -> str:
        """The same in a column that only comparing looks at."""
        for name in self.names:
            for form in (folded, given_first):
                value = _whole(form(name)).sub(form(self.alias), value)
        return value

    def anything(self, value: Any) -> Any:
        """Texts anywhere inside a JSON value."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.anything(one) for one in value]
        if isinstance(value, dict):
            return {key: self.anything(one) for key, one in value.items()}
        return value


def text_columns(model: type[Model]) -> list[Any]:
    """The columns in which a name can stand."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not getattr(field, "choices", None)
        and field.name not in KEPT_AS_THEY_ARE
    ]


def renamed(row: Model, columns: Iterable[Any], renaming: Renaming) -> dict[str, Any]:
    """The columns of `row` that change, with what they become."""
    changed: dict[str, Any] = {}
    for field in columns:
        before = getattr(row, field.attname)
        if before in (None, ""):
            continue
        compared = any(part in field.name for part in FOLDED) and isinstance(before, str)
        after = renaming.compared(before) if compared else renaming.anything(before)
        if after != before:
            longest = getattr(field, "max_length", None)
            changed[field.attname] = after[:longest] if isinstance(after, str) else after
    return changed


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
