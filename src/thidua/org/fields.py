"""A row that somebody names by typing, without a list to choose from. Other rooms ask so too."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.core.folded import folded
from thidua.org.models import Unit

MOST = 20
"""So many names are given to choose from; beyond it the name has to say more."""


def one_of(rows: QuerySet[Any], typed: str) -> Any:
    """The row of that very name; otherwise the only one that holds it, or every word of it.

    For rows with a `folded` column. Raises `ValidationError` for none and for several.
    """
    name = folded(typed)
    near = (
        list(rows.filter(folded=name)[:MOST])
        or list(rows.filter(folded__contains=name).order_by("alphabetical")[:MOST])
        or list(_holding(rows, name)[:MOST])
    )
    if len(near) == 1:
        return near[0]
    if not near:
        raise forms.ValidationError(
            _("Không tìm thấy “%(typed)s” trong phần tổ chức bạn được xem."),
            params={"typed": typed},
        )
    raise forms.ValidationError(
        _("“%(typed)s” khớp với nhiều tên: %(names)s. Hãy gõ đủ tên."),
        params={"typed": typed, "names": "; ".join(str(one) for one in near)},
    )


def _holding(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    for word in name.split():
        rows = rows.filter(folded__contains=word)
    return rows.order_by("alphabetical")


class UnitNamedField(forms.CharField):
    """A unit that is typed: its name or the beginning of it without marks, or its key."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=200, help_text=_("gõ tên hoặc mã đơn vị, không cần dấu"))
        self.label = options.pop("label", _("Đơn vị"))
        self.required = options.pop("required", True)
        self.units = Unit.objects.none()

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed or isinstance(typed, Unit):
            return typed or None
        by_key = self.units.filter(key=typed.strip().lower()).first()
        return by_key or one_of(self.units, typed)
