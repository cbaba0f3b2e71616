"""Shape of the input of this room. Nothing here saves."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.documents.naming import seen
from thidua.files.fields import PictureField
from thidua.org.models import Person
from thidua.pledges.wording import Wording

MOST_WORDS = 4000
MOST_LINES = 2000
DAY_HINT = _("ngày/tháng/năm, ví dụ 29/03/2024")


class WordingForm(forms.Form):
    """What the members read and sign."""

    title = forms.CharField(label=_("Tên bản giao ước"), max_length=300)
    words = forms.CharField(
        label=_("Lời giao ước"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Mỗi dòng một điều. Đoàn viên đọc sau câu “Tôi tự nguyện giao ước:”."),
        error_messages={"required": _("Chưa có lời giao ước nào.")},
    )
    purpose = forms.CharField(
        label=_("Dữ liệu dùng vào việc gì"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In trên trang ký, để đoàn viên biết trước khi gõ tên."),
    )
    contact = forms.CharField(
        label=_("Hỏi ai, ở đâu"),
        max_length=300,
        help_text=_("Họ tên, chức vụ, số điện thoại người trả lời đoàn viên."),
    )

    def wording(self) -> Wording:
        """Empty lines and marks that nobody sees are left out of the words."""
        lines = (seen(line) for line in self.cleaned_data["words"].splitlines())
        return Wording(
            title=self.cleaned_data["title"],
            words="\n".join(line for line in lines if line),
            purpose=self.cleaned_data["purpose"],
            contact=self.cleaned_data["contact"],
        )


class OpenForm(WordingForm):
    """A new sheet: the words, and from when until when."""

    opens_on = VnDateField(label=_("Mở ký từ ngày"), help_text=DAY_HINT)
    closes_on = VnDateField(label=_("Chốt hết ngày"), help_text=_("không muộn hơn ngày cuối đợt"))


class DaysForm(forms.Form):
    """Another last day."""

    closes_on = VnDateField(label=_("Chốt hết ngày"), help_text=_("không muộn hơn ngày cuối đợt"))


class ListForm(forms.Form):
    """A list signed on paper: its picture, its day, and who is on it, ticked or typed."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    picture = PictureField(
        label=_("Ảnh chụp danh sách có chữ ký"),
        help_text=_("Chụp rõ cả trang. Ảnh chỉ người giữ bản giao ước xem được."),
        error_messages={"required": _("Chưa có ảnh chụp danh sách.")},
    )
    signed_on = VnDateField(label=_("Ngày ký trên giấy"), help_text=DAY_HINT)
    typed = forms.CharField(
        label=_("Dán tên hoặc mã"),
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Mỗi dòng một người. Trùng tên thì ghi mã, hoặc tên và 4 số cuối điện thoại."),
    )
    persons = forms.TypedMultipleChoiceField(
        label=_("Đánh dấu người có chữ ký trên giấy"),
        required=False,
        coerce=int,
        error_messages={
            "invalid_choice": _("Có người được đánh dấu không có trong danh sách của bạn.")
        },
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["persons"]
        if isinstance(field, forms.TypedMultipleChoiceField):
            field.choices = choices

    def lines(self) -> list[str]:
        """The lines that were pasted, each as one sees it."""
        return [line for one in self.cleaned_data["typed"].splitlines() if (line := seen(one))]

    def clean_typed(self) -> str:
        typed: str = self.cleaned_data["typed"]
        if len(typed.splitlines()) > MOST_LINES:
            raise forms.ValidationError(
                gettext("Nhiều hơn %(most)s dòng. Hãy chia thành nhiều danh sách.")
                % {"most": MOST_LINES}
            )
        return typed


class MatchForm(forms.Form):
    """The member who signed."""

    person = forms.TypedChoiceField(
        label=_("Đoàn viên trong danh sách"),
        coerce=int,
        error_messages={
            "required": _("Chưa chọn đoàn viên nào."),
            "invalid_choice": _("Người này không có trong danh sách chưa ký của bạn."),
        },
    )

    def __init__(self, *args: Any, members: Iterable[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["person"]
        if isinstance(field, forms.TypedChoiceField):
            field.choices = [("", _("Chọn đoàn viên")), *((one.pk, label(one)) for one in members)]


class ReasonForm(forms.Form):
    """Why a signature does not count."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=300,
        error_messages={"required": _("Chưa ghi lý do.")},
    )


def label(person: Person) -> str:
    """A name with its code, by which two of one name are told apart."""
    return f"{person.name} ({person.code})" if person.code else person.name
