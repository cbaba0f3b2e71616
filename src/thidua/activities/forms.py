"""Shape of the input of this room. Nothing here saves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.activities.models import LARGEST_COUNT, ActivityKind, Measure
from thidua.activities.queries import contents_of, phase_on
from thidua.core.fields import VnDateField, parse_day
from thidua.core.templatetags.vn import vn_number
from thidua.files.fields import PicturesField
from thidua.org.models import Unit
from thidua.plans.models import Clause

CLAUSE_WORDS = 100
_KEPT = "activities.kept-pictures"


class WholeField(forms.CharField):
    """A whole number typed as `56000000` or `56.000.000`; empty is nought."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(max_length=30, required=False, widget=widget, **options)

    def to_python(self, value: Any) -> Any:
        typed = "".join((super().to_python(value) or "").replace(".", "").split())
        if not typed:
            return 0
        if not (typed.isascii() and typed.isdigit()):
            raise ValidationError(
                gettext("Chưa đọc được số “%(typed)s”. Chỉ gõ chữ số, ví dụ 120 hoặc 5.000.000.")
                % {"typed": value}
            )
        # Its length first: Python refuses to read thousands of digits.
        number = typed.lstrip("0") or "0"
        if len(number) > len(str(LARGEST_COUNT)) or int(number) > LARGEST_COUNT:
            raise ValidationError(
                gettext("Số này lớn hơn %(most)s. Hãy xem lại số vừa gõ.")
                % {"most": vn_number(LARGEST_COUNT)}
            )
        return int(number)

    def run_validators(self, value: Any) -> None:
        """The validators of a text field have nothing to say about a number."""


if TYPE_CHECKING:
    _ChoiceOfClause = forms.ModelChoiceField[Clause]
else:
    _ChoiceOfClause = forms.ModelChoiceField


class ClauseField(_ChoiceOfClause):
    def label_from_instance(self, obj: Clause) -> str:
        return Truncator(f"{obj.marker} {obj.text}".strip()).chars(CLAUSE_WORDS)


class RecordForm(forms.Form):
    """One activity of one kind: its fields are the measures of the kind.

    `asked` repeats what the page has asked about, `kept` the pictures that came with an earlier
    try, so that a second press is understood and nobody has to choose a picture twice.
    """

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    asked = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)
    kept = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị"), empty_label=None, required=False
    )
    title = forms.CharField(
        label=_("Tên hoạt động"),
        max_length=300,
        error_messages={"required": _("Chưa có tên hoạt động.")},
    )
    done_on = VnDateField(
        label=_("Ngày"),
        help_text=_("ngày/tháng/năm"),
        error_messages={"required": _("Chưa có ngày của hoạt động.")},
    )
    pictures = PicturesField(
        label=_("Ảnh"),
        required=False,
        help_text=_("Chụp hoặc chọn ảnh có sẵn, nhiều nhất 6 ảnh mỗi lần."),
    )
    place = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    partner = forms.CharField(
        label=_("Phối hợp với"),
        max_length=200,
        required=False,
        help_text=_("ví dụ Ban Giám hiệu, Đoàn Thanh niên"),
    )
    clause = ClauseField(
        Clause.objects.none(),
        label=_("Theo nội dung của kế hoạch"),
        required=False,
        empty_label=_("Chưa chọn"),
    )
    note = forms.CharField(
        label=_("Ghi chú"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, kind: ActivityKind, units: Sequence[Unit], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.kind, self.first = kind, units[0]
        self.measures: dict[str, Measure] = {}
        for measure in kind.measures.all():
            name = f"count_{measure.code}"
            self.measures[name] = measure
            self.fields[name] = WholeField(label=measure.name, help_text=measure.unit_name)
        self._offer_units(units)
        self._offer_contents(units)

    def _offer_units(self, units: Sequence[Unit]) -> None:
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        field.required = len(units) > 1
        if not field.required:
            field.widget = forms.HiddenInput()

    def _offer_contents(self, units: Sequence[Unit]) -> None:
        """Those of the plan that holds for the unit and the day as they are typed."""
        chosen = str(self["unit"].value())
        unit = next((unit for unit in units if str(unit.pk) == chosen), self.first)
        try:
            day = parse_day(str(self["done_on"].value() or ""))
        except ValidationError:
            return
        field = self.fields["clause"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = contents_of(phase_on(unit, day))

    def clean_unit(self) -> Unit:
        unit: Unit | None = self.cleaned_data["unit"]
        return unit or self.first

    def clean_kept(self) -> list[int]:
        """What this system signed itself; anything else is nothing."""
        try:
            numbers: list[int] = signing.loads(self.cleaned_data["kept"], salt=_KEPT)
        except signing.BadSignature:
            return []
        return numbers

    def counts(self) -> dict[Measure, int]:
        return {measure: self.cleaned_data[name] for name, measure in self.measures.items()}

    def main_fields(self) -> list[forms.BoundField]:
        """What is asked at once; the rest of the page can be opened."""
        return [self[name] for name in ("unit", "title", "done_on", *self.measures, "pictures")]

    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("clause", "place", "partner", "note")]


def signed_pictures(numbers: Sequence[int]) -> str:
    """The pictures of a first try, for the hidden field of the second."""
    return signing.dumps(list(numbers), salt=_KEPT)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do hủy"),
        max_length=300,
        help_text=_("ví dụ ghi nhầm ngày, ghi hai lần"),
        error_messages={"required": _("Chưa ghi lý do hủy.")},
    )


class PicturesForm(forms.Form):
    pictures = PicturesField(label=_("Ảnh"), help_text=_("Nhiều nhất 6 ảnh mỗi lần."))
