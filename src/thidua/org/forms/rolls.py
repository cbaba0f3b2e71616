"""What is done to the people who were picked from a list."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.fields import UnitNamedField
from thidua.org.models import EndReason, RollKind, Unit
from thidua.org.orders import Order

LEAVING = (
    EndReason.RETIRED,
    EndReason.LEFT,
    EndReason.EXPELLED,
    EndReason.DIED,
    EndReason.DISSOLVED,
    EndReason.MISTAKE,
)
"""Why somebody leaves a list; who goes to another unit is transferred instead."""


class RollForm(forms.Form):
    """The deed, its day and decision; the unit or the reason where the deed needs one."""

    kind = forms.ChoiceField(
        label=_("Việc cần ghi"),
        choices=RollKind.choices,
        widget=forms.RadioSelect,
        initial=RollKind.DROP,
    )
    to = UnitNamedField(label=_("Đơn vị kết nạp hoặc chuyển đến"), required=False)
    reason = forms.ChoiceField(
        label=_("Lý do giảm"),
        choices=[("", "—"), *((one.value, one.label) for one in LEAVING)],
        required=False,
    )
    on = VnDateField(label=_("Từ ngày"))
    decision = forms.CharField(
        label=_("Quyết định"),
        max_length=200,
        required=False,
        help_text=_("số, ngày, nơi ban hành"),
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].units = units  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        kind = typed.get("kind")
        needs_unit = kind in {RollKind.TRANSFER, RollKind.ADMIT}
        if needs_unit and not typed.get("to") and "to" not in self.errors:
            self.add_error("to", gettext("Chưa có đơn vị kết nạp hoặc chuyển đến."))
        if kind == RollKind.DROP and not typed.get("reason"):
            self.add_error("reason", gettext("Chưa chọn lý do giảm."))
        return typed

    def order(self) -> Order:
        typed = self.cleaned_data
        reason = typed["reason"] if typed["kind"] == RollKind.DROP else ""
        return Order(on=typed["on"], decision=typed["decision"], reason=reason)


class PeriodForm(forms.Form):
    """From one day to another, both included."""

    first = VnDateField(label=_("Từ ngày"), required=False)
    last = VnDateField(label=_("Đến ngày"), required=False)
