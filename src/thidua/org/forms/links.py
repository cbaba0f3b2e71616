"""Shapes of the input about one-time links and corrections."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.org.forms.people import FactsForm, known_facts
from thidua.org.models import Person


class CodeForm(forms.Form):
    """A code typed from paper."""

    code = forms.CharField(
        label=_("Mã trên phiếu"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("10 ký tự. Chữ hoa, chữ thường và dấu gạch đều được."),
        error_messages={"required": _("Chưa có mã.")},
    )


class ProofForm(forms.Form):
    """What the person is asked before a link opens."""

    proof = forms.CharField(
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, asked: str, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["proof"]
        if asked == "phone":
            field.label = gettext("4 số cuối của số điện thoại đã đăng ký với công đoàn")
        elif asked == "birth":
            field.label = gettext("Ngày sinh (ngày/tháng/năm)")
        elif asked == "year":
            field.label = gettext("Năm sinh")
        else:
            del self.fields["proof"]


class OwnFactsForm(FactsForm):
    """One's own data as they should read. The member number is given by the union."""

    note = forms.CharField(
        label=_("Ghi chú cho người quản lý đoàn viên"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        options.setdefault("initial", known_facts(person))
        super().__init__(*args, **options)
        del self.fields["code"]
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"
        self.person = person

    def wanted(self) -> dict[str, Any]:
        """What differs from what is known."""
        return {
            name: value
            for name, value in self.columns().items()
            if (value or "") != (getattr(self.person, name) or "")
        }

    def clean(self) -> None:
        if not self.errors and not self.wanted() and not self.cleaned_data["note"]:
            self.add_error(
                None, gettext("Chưa sửa gì. Sửa ô nào sai, hoặc viết vào ghi chú, rồi gửi.")
            )


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=300,
        help_text=_("Người gửi yêu cầu sẽ đọc được."),
        error_messages={"required": _("Chưa ghi lý do.")},
    )
