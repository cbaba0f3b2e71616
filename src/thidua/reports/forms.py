"""Shape of the input of this room. Nothing here saves."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.core.templatetags.vn import vn_number
from thidua.plans.models import Phase
from thidua.reports.numbers import parse_number
from thidua.reports.sheet import Cell, Kind, Sheet
from thidua.reports.stretch import Stretch

YEAR = "nam"
"""The choice of the whole year, beside the ids of the phases."""
REQUEST = "yeu-cau"
"""The choice of some days inside a phase."""
_LONGEST_PART = 20_000
_REASON = 500


def figure_name(code: str) -> str:
    return f"so-{code}"


def words_name(code: str) -> str:
    return f"phan-{code}"


class OpenForm(forms.Form):
    """Which phase, the year, or which days of a phase, and until when."""

    phase = forms.ChoiceField(label=_("Kỳ báo cáo"))
    name = forms.CharField(
        label=_("Tên báo cáo theo yêu cầu"),
        help_text=_("Ví dụ: Báo cáo nhanh việc phát động thi đua và chăm lo Tết."),
        max_length=200,
        required=False,
    )
    first = VnDateField(label=_("Số liệu từ ngày"), required=False)
    last = VnDateField(label=_("Số liệu đến hết ngày"), required=False)
    due = VnDateField(
        label=_("Hạn nộp của đơn vị cấp dưới"),
        help_text=_("Hết ngày này. Số liệu vẫn tính đến ngày cuối của kỳ."),
    )
    summary_due = VnDateField(label=_("Hạn duyệt tổng hợp của đơn vị mình"), required=False)

    def __init__(self, *args: Any, phases: Iterable[Phase], year: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(phase.pk), _phase_label(phase)) for phase in phases]
        choices += [(YEAR, gettext("Cả năm (tổng kết)"))] * year
        choices.append((REQUEST, gettext("Theo yêu cầu: một số ngày trong đợt")))
        field = self.fields["phase"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """A report on request has a name and its days; the others have theirs from the plan."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("phase") == REQUEST:
            for name, sentence in (
                ("name", gettext("Chưa ghi tên báo cáo theo yêu cầu.")),
                ("first", gettext("Chưa ghi ngày đầu của số liệu.")),
                ("last", gettext("Chưa ghi ngày cuối của số liệu.")),
            ):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned

    @property
    def stretch(self) -> Stretch:
        return Stretch(
            name=self.cleaned_data["name"],
            first=self.cleaned_data["first"],
            last=self.cleaned_data["last"],
        )


def _phase_label(phase: Phase) -> str:
    return f"{phase.name}: {phase.starts_on:%d/%m/%Y} – {phase.ends_on:%d/%m/%Y}"


class NumberField(forms.CharField):
    """A figure typed the Vietnamese way, shown back with dots."""

    def __init__(self, *, unit_name: str, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, max_length=60, widget=widget, **options)
        self.unit_name = unit_name

    def to_python(self, value: Any) -> Any:
        return parse_number(super().to_python(value) or "", self.unit_name)

    def run_validators(self, value: Any) -> None:
        """What a figure must be, `parse_number` has said."""


class EntryForm(forms.Form):
    """The typed rows and the parts of one report, each under its code.

    Beside every field travels a digest of what stood in it when the page was drawn (`was`), so
    that of two people on one report each change is told apart from what was only shown.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, sheet: Sheet, **options: Any) -> None:
        super().__init__(*args, **options)
        self.sheet = sheet
        for cell in sheet.cells:
            if cell.kind == Kind.TYPED:
                self.fields[figure_name(cell.code)] = _figure(cell)
        for words in sheet.words:
            self.fields[words_name(words.part.code)] = forms.CharField(
                label=words.part.title,
                help_text=words.part.hint,
                required=False,
                initial=words.text,
                max_length=_LONGEST_PART,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    @property
    def stored(self) -> dict[str, str]:
        """The names of the fields and what is stored for each, as shown."""
        return {
            name: _lines(str(field.initial or ""))
            for name, field in self.fields.items()
            if name != "version"
        }

    @property
    def was(self) -> dict[str, str]:
        return {name: digest(text) for name, text in self.stored.items()}

    def figures(self) -> dict[int, Any]:
        return {
            cell.indicator_id: self.cleaned_data[figure_name(cell.code)]
            for cell in self.sheet.cells
            if cell.kind == Kind.TYPED
        }

    def words(self) -> dict[int, str]:
        return {
            words.part.pk: _lines(self.cleaned_data[words_name(words.part.code)])
            for words in self.sheet.words
        }


def _figure(cell: Cell) -> NumberField:
    return NumberField(
        label=f"{cell.number}. {cell.name}",
        unit_name=cell.unit_name,
        initial=vn_number(cell.own),
    )


def digest(text: str) -> str:
    """Enough of a checksum to tell whether two texts are the same."""
    return sha256(_lines(text).encode()).hexdigest()[:12]


def _lines(text: str) -> str:
    """Browsers send line ends of their own."""
    return text.replace("\r\n", "\n").strip()


def merged(posted: QueryDict, stored: dict[str, str]) -> tuple[QueryDict, dict[str, str]]:
    """What was typed on an old page, and what somebody else has stored since.

    A field the typist had left alone takes the stored value; one that both changed keeps what was
    typed. The notes name, for every field somebody else changed, what is stored now.
    """
    data = posted.copy()
    notes = {}
    for name, now in stored.items():
        mine, before = _lines(posted.get(name, "")), posted.get(f"was-{name}", "")
        if digest(now) == before or mine == now:
            continue
        if digest(mine) == before:
            data[name] = now
        notes[name] = now
    return data, notes


class ReturnForm(forms.Form):
    """A reason for every figure and part that has to be changed, and one for the whole."""

    reason = forms.CharField(
        label=_("Lý do chung"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    prefix = "ly"

    def __init__(self, *args: Any, sheet: Sheet, **options: Any) -> None:
        super().__init__(*args, **options)
        self.sheet = sheet
        for cell in sheet.cells:
            if cell.kind != Kind.RATIO:
                self.fields[figure_name(cell.code)] = _reason(f"{cell.number}. {cell.name}")
        for words in sheet.words:
            self.fields[words_name(words.part.code)] = _reason(words.part.title)

    def figures(self) -> dict[int, str]:
        return {
            cell.indicator_id: why
            for cell in self.sheet.cells
            if (why := self.cleaned_data.get(figure_name(cell.code)))
        }

    def words(self) -> dict[int, str]:
        return {
            words.part.pk: why
            for words in self.sheet.words
            if (why := self.cleaned_data[words_name(words.part.code)])
        }


def _reason(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=_REASON)


class CloseForm(forms.Form):
    """What the signer of a summary agrees to."""

    despite_missing = forms.BooleanField(
        label=_("Vẫn duyệt khi còn đơn vị chưa có báo cáo được chấp nhận"), required=False
    )
    next_due = VnDateField(label=_("Hạn nộp báo cáo của đợt sau"), required=False)

    def __init__(self, *args: Any, missing: bool, following: Phase | None, **options: Any) -> None:
        super().__init__(*args, **options)
        if not missing:
            del self.fields["despite_missing"]
        if following is None:
            del self.fields["next_due"]
            return
        field = self.fields["next_due"]
        field.required = True
        field.initial = following.ends_on
        field.help_text = gettext("%(phase)s được mở kỳ báo cáo ngay khi duyệt.") % {
            "phase": following.name
        }

    @property
    def next_day(self) -> date | None:
        return self.cleaned_data.get("next_due")
