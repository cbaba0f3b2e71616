"""What can be asked of the trail."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField

LONGEST = 200


class TrailForm(forms.Form):
    """The filters as they stand in the address."""

    q = forms.CharField(label=_("Từ cần tìm"), required=False, max_length=LONGEST)
    place = forms.CharField(label=_("Đơn vị"), required=False, max_length=LONGEST)
    who = forms.CharField(label=_("Người làm"), required=False, max_length=LONGEST)
    room = forms.ChoiceField(label=_("Loại việc"), required=False)
    since = VnDateField(label=_("Từ ngày"), required=False)
    until = VnDateField(label=_("Đến ngày"), required=False)

    def __init__(self, *args: Any, rooms: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        room: Any = self.fields["room"]
        room.choices = [("", _("Tất cả")), *rooms]

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        since, until = asked.get("since"), asked.get("until")
        if since and until and until < since:
            self.add_error("until", _("“Đến ngày” không được trước “Từ ngày”."))
        return asked
