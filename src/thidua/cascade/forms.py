"""Shape of the input of this room. Nothing here saves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.cascade.contents import Content
from thidua.cascade.models import Choice
from thidua.cascade.queries import Chosen
from thidua.core.fields import VnDateField
from thidua.core.templatetags.vn import vn_date
from thidua.documents.naming import folded
from thidua.files.fields import PictureField
from thidua.plans.models import Phase

_DATE = _("ngày/tháng/năm, ví dụ 05/08/2024")
_LONGEST = 10_000


class TimetableForm(forms.Form):
    """Three due days for the units below; an empty one is no due day."""

    acknowledge_by = VnDateField(label=_("Hạn xác nhận đã nhận"), required=False, help_text=_DATE)
    own_plan_by = VnDateField(label=_("Hạn có kế hoạch riêng"), required=False, help_text=_DATE)
    launch_by = VnDateField(label=_("Hạn phát động"), required=False, help_text=_DATE)


class LaunchForm(forms.Form):
    """A launch as it took place. A day outside the phase is asked about once."""

    launched_on = VnDateField(label=_("Ngày phát động"), help_text=_DATE)
    place = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    note = forms.CharField(
        label=_("Ghi chú"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("ví dụ số người dự, ai phát biểu"),
    )
    picture = PictureField(label=_("Ảnh"), required=False)
    asked = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, phase: Phase, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.phase, self.today = phase, today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("launched_on")
        if day and day != cleaned.get("asked") and self.odd(day):
            self.add_error(
                "launched_on",
                gettext(
                    "%(phase)s từ %(start)s đến %(end)s. Ngày %(day)s nằm ngoài đợt; nếu vẫn đúng "
                    "thì chọn lại ảnh (nếu có) rồi bấm ghi lần nữa."
                )
                % {
                    "phase": self.phase,
                    "start": vn_date(self.phase.starts_on),
                    "end": vn_date(self.phase.ends_on),
                    "day": vn_date(day),
                },
            )
        return cleaned

    def odd(self, day: date) -> bool:
        """Outside the phase but possible: what is impossible the action refuses."""
        inside = self.phase.starts_on <= day <= self.phase.ends_on
        return not inside and day <= self.today

    @property
    def asked_about(self) -> date | None:
        """The day that this page has just asked about; it comes back with the next press."""
        day = self.cleaned_data.get("launched_on") if self.is_bound else None
        if day is None and self.is_bound and "launched_on" in self.errors:
            day = self._typed_day()
        return day if day and self.odd(day) else None

    def _typed_day(self) -> date | None:
        try:
            found: date | None = self.fields["launched_on"].clean(self.data.get("launched_on"))
        except forms.ValidationError:
            return None
        return found


@dataclass(frozen=True, slots=True)
class Row:
    """One content from above with its three fields, as the page draws it."""

    content: Content
    choice: BoundField
    text: BoundField
    reason: BoundField


class OwnPlanForm(forms.Form):
    """For each content from above what becomes of it; own contents beside, one a line."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Trích yếu"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    CHOICES = tuple((one.value, one.label) for one in Choice if one != Choice.ADDED)

    def __init__(
        self, *args: Any, chosen: Sequence[Chosen], begun: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.chosen = [row for row in chosen if row.above is not None]
        for row in self.chosen:
            self._offer(row)
        self.fields["added"] = forms.CharField(
            label=gettext("Bổ sung nội dung của đơn vị"),
            required=False,
            max_length=_LONGEST,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=gettext("Mỗi dòng một nội dung; không cần đánh số."),
        )
        if begun:
            del self.fields["title"]

    def _offer(self, row: Chosen) -> None:
        if row.above is None:
            return
        clause = row.above.clause
        words = {"marker": clause.marker.rstrip(".")}
        self.fields[f"choice_{clause.pk}"] = forms.ChoiceField(
            label=gettext("Nội dung %(marker)s") % words,
            choices=self.CHOICES,
            widget=forms.RadioSelect,
            initial=row.choice or Choice.KEPT,
            error_messages={"required": gettext("Chưa chọn cách thực hiện nội dung này.")},
        )
        self.fields[f"text_{clause.pk}"] = forms.CharField(
            label=gettext("Chữ của đơn vị, nội dung %(marker)s") % words,
            required=False,
            max_length=_LONGEST,
            widget=forms.Textarea(attrs={"rows": 4}),
            initial=(row.own or row.above).words,
        )
        self.fields[f"reason_{clause.pk}"] = forms.CharField(
            label=gettext("Lý do không thực hiện nội dung %(marker)s") % words,
            required=False,
            max_length=500,
            initial=row.reason,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for row in self.chosen:
            if row.above is not None:
                self._check(cleaned, row.above)
        return cleaned

    def _check(self, cleaned: dict[str, Any], above: Content) -> None:
        pk = above.clause.pk
        choice = cleaned.get(f"choice_{pk}")
        text = cleaned.get(f"text_{pk}", "")
        if choice == Choice.LEFT_OUT and not cleaned.get(f"reason_{pk}"):
            self.add_error(f"reason_{pk}", gettext("Chưa ghi lý do không thực hiện nội dung này."))
        if choice == Choice.ADAPTED and not text:
            self.add_error(f"text_{pk}", gettext("Chưa ghi nội dung điều chỉnh."))
        initial = str(self.fields[f"text_{pk}"].initial)
        changed = folded(text) not in {folded(above.words), folded(initial)}
        if choice == Choice.KEPT and changed and text:
            self.add_error(
                f"choice_{pk}",
                gettext(
                    "Chữ đã sửa nhưng đang chọn Giữ nguyên. Hãy chọn Điều chỉnh, hoặc bỏ chữ sửa."
                ),
            )

    def rows(self) -> Iterator[Row]:
        """The contents in order, for the page."""
        for row in self.chosen:
            if row.above is None:
                continue
            pk = row.above.clause.pk
            yield Row(row.above, self[f"choice_{pk}"], self[f"text_{pk}"], self[f"reason_{pk}"])

    def decisions(self) -> list[tuple[int, Choice, str, str]]:
        """Clause, choice, own words and reason, as they were decided."""
        typed = self.cleaned_data
        clauses = [row.above.clause.pk for row in self.chosen if row.above is not None]
        return [
            (pk, Choice(typed[f"choice_{pk}"]), typed[f"text_{pk}"], typed[f"reason_{pk}"])
            for pk in clauses
        ]

    def added_lines(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["added"].splitlines() if line.strip()]
