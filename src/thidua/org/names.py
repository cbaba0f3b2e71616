"""Names of people in the order in which Vietnamese lists put them."""

from typing import Any

from django.db import models

from thidua.core.folded import FoldedField, folded


def given_first(name: str) -> str:
    """*Nguyễn Thị Hoa* as *hoa nguyen thi*: the given name stands last and sorts first."""
    words = folded(name).split()
    return " ".join(words[-1:] + words[:-1])


class GivenFirstField(FoldedField):
    """A folded column that begins with the given name: lists are sorted and searched by it."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001, ARG002
        text = given_first(str(getattr(model_instance, self.source)))
        setattr(model_instance, self.attname, text)
        return text
