"""What a file is, and what the head of the paper says."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.documents.printed import HIGHEST_NUMBER
from thidua.plans.forms.lines import LINES

_LEADING_NUMBER = re.compile(r"(\d+)(?=\s*[/-]|\s*$)")
_SYMBOL = re.compile(r"[/-]\s*(.+)$")


class AcceptForm(forms.Form):
    """What the file is, and what its head says."""

    ISSUED, DRAFT, RECEIVED = "issued", "draft", "received"
    KINDS = (
        (ISSUED, _("Kế hoạch đơn vị đã ban hành")),
        (DRAFT, _("Bản thảo của đơn vị, còn trình ký")),
        (RECEIVED, _("Kế hoạch, công văn của cấp trên gửi đến")),
    )

    kind = forms.ChoiceField(
        label=_("Tệp này là"),
        widget=forms.RadioSelect,
        choices=KINDS,
        error_messages={"required": _("Chưa chọn tệp này là văn bản gì.")},
    )
    type_name = forms.CharField(label=_("Loại văn bản"), max_length=100)
    title = forms.CharField(label=_("Trích yếu"), max_length=1000, widget=LINES)
    full_number = forms.CharField(
        label=_("Số, ký hiệu như trên văn bản"),
        max_length=60,
        required=False,
        help_text=_("Để trống nếu văn bản không có số; khi đó văn bản không vào sổ văn bản đi."),
    )
    dated = VnDateField(
        label=_("Ngày văn bản"), required=False, help_text=_("ngày/tháng/năm, ví dụ 05/08/2024")
    )
    symbol = forms.CharField(
        label=_("Ký hiệu"),
        max_length=50,
        required=False,
        help_text=_("ví dụ KH-CĐGD; bản thảo chưa có số cần ký hiệu để trình ký"),
    )
    place = forms.CharField(label=_("Địa danh"), max_length=100, required=False)
    issuer_name = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    parent_name = forms.CharField(label=_("Cấp trên trực tiếp"), max_length=200, required=False)
    signer_name = forms.CharField(label=_("Người ký"), max_length=150, required=False)
    received_on = VnDateField(
        label=_("Ngày đến"),
        required=False,
        help_text=_("Chỉ dùng khi vào sổ văn bản đến. Để trống là hôm nay."),
    )

    def __init__(self, *args: Any, may_draft: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField) and not may_draft:
            # Whoever may not draft would only be refused after all the checking.
            field.choices = [one for one in self.KINDS if one[0] != self.DRAFT]
            field.help_text = gettext("Bản thảo do người được soạn kế hoạch của đơn vị nhận.")

    def clean_full_number(self) -> str:
        return "".join(str(self.cleaned_data["full_number"]).split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == self.ISSUED and "dated" in cleaned and not cleaned["dated"]:
            self.add_error(
                "dated",
                gettext(
                    "Kế hoạch đã ban hành phải có ngày. Văn bản không ghi thì lấy ngày ban hành."
                ),
            )
        if cleaned.get("kind") == self.ISSUED and "full_number" in cleaned:
            self._check_number(cleaned["full_number"])
        return cleaned

    def _check_number(self, printed: str) -> None:
        """Our own number counts on in our book: what no book can hold is a slip of the pen."""
        found = _LEADING_NUMBER.match(printed)
        if printed and not printed[0].isalnum():
            problem = gettext(
                "Chưa đọc được số ở “%(printed)s”. Ghi số trước, ký hiệu sau, ví dụ 05/KH-CĐGD; "
                "văn bản không có số thì để trống."
            )
        elif found and int(found[1]) < 1:
            problem = gettext("Số văn bản bắt đầu từ 01. Văn bản không có số thì để trống.")
        elif found and int(found[1]) > HIGHEST_NUMBER:
            problem = gettext(
                "Số %(number)s lớn hơn %(last)s nên không phải số trong sổ của một năm. "
                "Hãy xem lại số ghi trên văn bản."
            )
        else:
            return
        words = {"printed": printed, "number": found[1] if found else "", "last": HIGHEST_NUMBER}
        self.add_error("full_number", problem % words)

    def head(self) -> dict[str, Any]:
        """The head of the paper; its place in the book and its symbol come from the number as
        printed. Where none is printed, the symbol stands by itself.
        """
        printed = self.cleaned_data["full_number"]
        number, symbol = _LEADING_NUMBER.match(printed), _SYMBOL.search(printed)
        names = ("type_name", "title", "place", "issuer_name", "parent_name", "signer_name")
        return {name: self.cleaned_data[name] for name in names} | {
            "full_number": printed,
            "number": int(number[1]) if number else None,
            "symbol": symbol[1][:50] if symbol else self.cleaned_data["symbol"],
        }
