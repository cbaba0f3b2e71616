"""Columns that follow another one: without case and diacritics for searching, and for sorting."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from django.db import models

from vanban.language.forms import fold, one_line
from vanban.language.vietnamese import sort_key


class FoldedField(models.CharField):  # type: ignore[type-arg]  # its stubs name two types nobody writes
    """Holds the folded form of the field `source`; written with every saved or inserted row.

    A save with `update_fields` names this column beside its source, and so must an `update()`.
    """

    def __init__(self, *args: Any, source: str, **options: Any) -> None:
        self.source = source
        options.setdefault("editable", False)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"source": self.source}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001, ARG002 -- as the base says
        text = self.made_of(str(getattr(model_instance, self.source)))
        setattr(model_instance, self.attname, text)
        return text

    def made_of(self, text: str) -> str:
        """What the column holds where its source holds `text`."""
        return folded(text)


class AlphabeticalField(FoldedField):
    """Holds the place of the field `source` in the Vietnamese alphabet: lists are sorted by it."""

    def db_parameters(self, connection: Any) -> Any:
        """Compared byte by byte; SQLite does so anyway."""
        known = super().db_parameters(connection)
        return known | {"collation": "C"} if connection.vendor == "postgresql" else known

    def made_of(self, text: str) -> str:
        return alphabetical(text)[: self.max_length]


def followers(model: type[models.Model], columns: Collection[str]) -> list[FoldedField]:
    """The columns of `model` that have to be written with `columns`."""
    fields = (field for field in model._meta.concrete_fields if isinstance(field, FoldedField))
    return [field for field in fields if field.source in columns]


def with_followers(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """`values` for an `update()`, together with what follows from them in other columns."""
    made = {
        field.attname: field.made_of(str(values[field.source]))
        for field in followers(model, values)
    }
    return values | made


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """*CĐCS  Trường Hoa Lư* as *cdcs truong hoa lu*: what a folded column holds."""
    return fold(one_line(text))


def alphabetical(text: str) -> str:
    """A key for `order_by` and `sorted` that puts names as a Vietnamese dictionary does."""
    return sort_key(one_line(text))
