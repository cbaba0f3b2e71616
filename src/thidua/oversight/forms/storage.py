"""How much a unit may keep."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.sizes import GIGABYTE

MOST = 1_000
"""Gigabytes; more is a slip of the finger."""


class QuotaForm(forms.Form):
    """In gigabytes; empty for what holds everywhere."""

    gigabytes = forms.DecimalField(
        label=_("Dung lượng được lưu (GB)"),
        min_value=0,
        max_value=MOST,
        decimal_places=2,
        required=False,
        help_text=_("để trống thì theo mức chung của hệ thống"),
    )

    def size(self) -> int | None:
        """In bytes."""
        given = self.cleaned_data["gigabytes"]
        return None if given is None else int(given * GIGABYTE)
