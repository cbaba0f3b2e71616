"""Changing what stands already, without writing over what somebody else has written meanwhile."""

from copy import copy
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from thidua.core.seen import is_other, mark_of


class EditForm(forms.Form):
    """A form whose `initial` is what stands now, also when it comes back filled; none for what is
    new.

    Its page sends along the mark of what it showed. Where that has changed, the form comes back as
    it was typed, names what differs from what stands now, and may be sent again.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._stands = self.initial
        self.initial = {**self._stands, "seen": mark_of(self._stands)}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        seen = cleaned.pop("seen", None) or None
        if is_other(seen, self._stands):
            again: Any = copy(self.data)
            again[self.add_prefix("seen")] = self.initial["seen"]
            self.data = again
            raise forms.ValidationError(self._elsewhere())
        return cleaned

    def _elsewhere(self) -> str:
        others = [str(self[name].label) for name in self.changed_data if name != "seen"]
        return _(
            "Thông tin này vừa được sửa ở nơi khác, sau khi bạn mở trang này. Chưa ghi gì. Điều "
            "bạn gõ còn nguyên và khác bản đang ghi ở: %(fields)s. Hãy xem lại rồi ghi lần nữa "
            "nếu vẫn đúng."
        ) % {"fields": ", ".join(others) or _("không ô nào")}
