"""How I want to be told."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from thidua.notify.models import Pace


class PreferenceForm(forms.Form):
    """Pace and language of letters, and the hours in which none comes."""

    pace = forms.ChoiceField(
        label=_("Thư điện tử không gấp"), choices=Pace.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("Ngôn ngữ của thư và thông báo"), choices=settings.LANGUAGES
    )
    quiet_from = forms.TimeField(
        label=_("Không gửi cho tôi từ"), required=False, help_text=_("giờ:phút, ví dụ 21:00")
    )
    quiet_to = forms.TimeField(label=_("đến"), required=False, help_text=_("giờ:phút, ví dụ 06:00"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if bool(typed.get("quiet_from")) != bool(typed.get("quiet_to")):
            self.add_error(
                "quiet_to", _("Hãy ghi cả giờ bắt đầu và giờ kết thúc, hoặc để trống cả hai.")
            )
        return typed
