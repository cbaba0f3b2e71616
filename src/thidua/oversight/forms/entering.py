"""For which unit, what, why and for how long."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.org.actions.mandates import MOST_DAYS
from thidua.org.rights import ENTERING


class EnteringForm(forms.Form):
    """The unit is chosen on the page before, or named in the address."""

    rights = forms.MultipleChoiceField(
        label=_("Việc nhập hộ"),
        choices=[(right.value, right.label) for right in ENTERING],
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=300,
        help_text=_("đơn vị và nhật ký đều ghi lý do này, ví dụ: đơn vị mất mạng từ ngày 10/03"),
    )
    days = forms.IntegerField(
        label=_("Số ngày nhập hộ"), min_value=1, max_value=MOST_DAYS, initial=3
    )
