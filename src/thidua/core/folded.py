"""A column that follows another one without case and diacritics, for searching."""

from typing import Any

from django.db import models

from vanban.language.forms import fold, one_line


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

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001, ARG002
        text = folded(str(getattr(model_instance, self.source)))
        setattr(model_instance, self.attname, text)
        return text


def folded(text: str) -> str:
    """*CĐCS  Trường Hoa Lư* as *cdcs truong hoa lu*: what a folded column holds."""
    return fold(one_line(text))
