"""Shape of the input of this room. Nothing here saves."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.councils.models import Seat, SeatRole
from thidua.org.models import Person

NO_SEAT = ("", _("Không tham gia"))
DAY_HINT = _("ngày/tháng/năm, ví dụ 05/08/2024")
_LINES = forms.Textarea(attrs={"rows": 3})


class CouncilForm(forms.Form):
    """A council, and for each office holder of the unit the seat they take."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Tên hội đồng"), max_length=200)
    basis = forms.CharField(
        label=_("Quyết định thành lập"),
        max_length=300,
        required=False,
        help_text=_("như sẽ in trong biên bản, ví dụ Quyết định số 12/QĐ-CĐGD ngày 05/01/2024"),
    )
    starts_on = VnDateField(label=_("Hoạt động từ ngày"), help_text=DAY_HINT)

    def __init__(self, *args: Any, people: Sequence[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {f"seat-{person.pk}": person for person in people}
        for name, person in self.people.items():
            self.fields[name] = forms.ChoiceField(
                label=person.name, choices=[NO_SEAT, *SeatRole.choices], required=False
            )

    def seats(self) -> dict[int, SeatRole]:
        """The role of everybody who was given a seat."""
        chosen = {person.pk: self.cleaned_data[name] for name, person in self.people.items()}
        return {pk: SeatRole(role) for pk, role in chosen.items() if role}


class SeatForm(forms.Form):
    """Somebody by name or code, and the seat they take."""

    who = forms.CharField(
        label=_("Họ tên hoặc mã đoàn viên"),
        max_length=150,
        help_text=_("không cần dấu; trùng tên thì gõ mã"),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"), choices=SeatRole.choices, initial=SeatRole.MEMBER.value
    )


class EndForm(forms.Form):
    """From which day a council no longer stands."""

    on = VnDateField(label=_("Kết thúc hoạt động từ ngày"), help_text=DAY_HINT)


class SessionForm(forms.Form):
    """When and where a council meets."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    held_on = VnDateField(label=_("Ngày họp"), help_text=DAY_HINT)
    place = forms.CharField(label=_("Địa điểm họp"), max_length=200, required=False)


class AttendanceForm(forms.Form):
    """Who of the seats was there, who led and who wrote."""

    present = forms.MultipleChoiceField(
        label=_("Có mặt"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chưa chọn thành viên nào có mặt.")},
    )
    chaired_by = forms.ChoiceField(label=_("Chủ tọa"))
    kept_by = forms.ChoiceField(label=_("Thư ký phiên họp"))

    def __init__(self, *args: Any, seats: Sequence[Seat], **options: Any) -> None:
        super().__init__(*args, **options)
        every = [(str(seat.pk), f"{seat.person} ({seat.get_role_display()})") for seat in seats]
        leading = {str(seat.pk) for seat in seats if seat.role in {SeatRole.CHAIR, SeatRole.DEPUTY}}
        choices = {
            "present": every,
            "chaired_by": [one for one in every if one[0] in leading],
            "kept_by": every,
        }
        for name, options_ in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = options_


class HandsForm(forms.Form):
    """The hands that were raised on one question."""

    agree = forms.IntegerField(label=_("Đồng ý"), min_value=0, max_value=999)
    disagree = forms.IntegerField(label=_("Không đồng ý"), min_value=0, max_value=999)
    abstain = forms.IntegerField(label=_("Không ý kiến"), min_value=0, max_value=999)
    remark = forms.CharField(label=_("Ý kiến của Hội đồng"), max_length=1000, required=False)


class ClosingForm(forms.Form):
    """What the minutes conclude besides the counts."""

    notes = forms.CharField(
        label=_("Kết luận của chủ tọa"),
        max_length=5000,
        required=False,
        widget=_LINES,
        help_text=_("in vào biên bản, mỗi dòng một ý"),
    )
