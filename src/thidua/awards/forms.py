"""Shape of the input of this room. Nothing here saves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.awards.models import Nomination, form_of
from thidua.awards.subjects import Subject
from thidua.core.fields import ChosenRowsField, VnDateField
from thidua.councils.models import Session
from thidua.councils.people import people_called
from thidua.documents.naming import seen
from thidua.org.fields import UnitNamedField
from thidua.org.models import Unit
from thidua.org.queries import units_within
from thidua.plans.models import Phase
from thidua.rulebook.models import AwardKind

FEW = 200
"""So many groups and unions are offered in a list."""
PERSON, UNIT = "person", "unit"
SORTS = ((PERSON, _("Cá nhân")), (UNIT, _("Tập thể: đơn vị hoặc tổ")))


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class KindField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Forms of award without the level that gives them: the page names it."""

    def label_from_instance(self, obj: Any) -> str:
        return form_of(obj)


class PhaseField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Phases with their days and the plan they belong to."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.starts_on:%d/%m/%Y} – {obj.ends_on:%d/%m/%Y}), {obj.plan}"


class NominationsField(ChosenRowsField):
    """Several nominations, by whom they are about."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.subject_name} · {obj.subject_post or obj.merit}"


def _unit_field(units: QuerySet[Unit]) -> forms.Field:
    """A choice while there are few; of thousands one is named."""
    if units.order_by()[: FEW + 1].count() > FEW:
        field = UnitNamedField(label=_("Tập thể"), required=False)
        field.units = units
        return field
    return forms.ModelChoiceField(
        units.order_by("pk"),
        label=_("Tập thể"),
        required=False,
        empty_label=_("Chọn khi đối tượng là tập thể"),
    )


class SubjectForm(forms.Form):
    """Somebody of the unit by name or code, or the unit itself or one of its groups."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    sort = forms.ChoiceField(label=_("Đối tượng"), choices=SORTS, widget=forms.RadioSelect)
    who = forms.CharField(
        label=_("Họ tên hoặc mã đoàn viên"),
        max_length=150,
        required=False,
        help_text=_("khi đối tượng là cá nhân; không cần dấu, trùng tên thì gõ mã"),
    )
    subject_unit = forms.CharField()

    def __init__(self, *args: Any, unit: Unit, day: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.unit, self.day = unit, day
        self.fields["subject_unit"] = _unit_field(units_within(unit, day))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("sort") == PERSON:
            cleaned["subject"] = self._person(cleaned.get("who", ""))
        elif cleaned.get("sort") == UNIT and "subject_unit" in cleaned:
            cleaned["subject"] = Subject(unit=cleaned["subject_unit"])
            if cleaned["subject_unit"] is None:
                self.add_error("subject_unit", gettext("Chưa chọn tập thể."))
        return cleaned

    def clean_merit(self) -> str:
        """What a reader sees of it, on one line: it is printed so."""
        merit = seen(self.cleaned_data["merit"])
        if not merit:
            raise ValidationError(self.fields["merit"].error_messages["required"])
        return merit

    def _person(self, typed: str) -> Subject | None:
        found = people_called(self.unit, self.day, typed)
        if len(found) == 1:
            return Subject(person=found[0])
        words = {"who": typed, "unit": self.unit, "count": len(found)}
        if not typed:
            problem = gettext("Chưa ghi họ tên hoặc mã đoàn viên.")
        elif found:
            problem = gettext("Đơn vị có %(count)s người tên “%(who)s”. Hãy gõ mã đoàn viên.")
        else:
            problem = gettext(
                "Không có ai tên hoặc mã “%(who)s” trong danh sách của %(unit)s hôm nay."
            )
        self.add_error("who", problem % words)
        return None


class NominationForm(SubjectForm):
    """Who is put forward, for which award of which phase, and why."""

    kind = KindField(AwardKind.objects.none(), label=_("Hình thức đề nghị"), empty_label=None)
    phase = PhaseField(Phase.objects.none(), label=_("Đợt"), empty_label=None)
    subject_post = forms.CharField(
        label=_("Chức vụ, đơn vị in trên giấy khen"),
        max_length=300,
        required=False,
        help_text=_("để trống thì lấy theo chức vụ đang giữ"),
    )
    merit = forms.CharField(
        label=_("Thành tích ghi trên giấy khen"),
        max_length=500,
        widget=_lines(2),
        help_text=_("một câu, ví dụ: Có thành tích xuất sắc trong phong trào thi đua đợt 1"),
        error_messages={"required": _("Chưa ghi thành tích in trên giấy khen.")},
    )
    achievements = forms.CharField(
        label=_("Báo cáo thành tích"),
        max_length=10000,
        widget=_lines(6),
        error_messages={"required": _("Chưa viết báo cáo thành tích.")},
    )

    field_order = ["once", "sort", "who", "subject_unit", "kind", "phase"]

    def __init__(
        self, *args: Any, kinds: Sequence[AwardKind], phases: Sequence[Phase], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        kind, phase = self.fields["kind"], self.fields["phase"]
        if isinstance(kind, forms.ModelChoiceField) and isinstance(phase, forms.ModelChoiceField):
            kind.queryset = AwardKind.objects.filter(pk__in=[one.pk for one in kinds])
            phase.queryset = Phase.objects.filter(pk__in=[one.pk for one in phases]).select_related(
                "plan__document"
            )


class PraiseForm(SubjectForm):
    """Praise without a decision."""

    phase = PhaseField(Phase.objects.none(), label=_("Đợt"), empty_label=None)
    merit = forms.CharField(
        label=_("Việc làm được biểu dương"),
        max_length=500,
        widget=_lines(3),
        error_messages={"required": _("Chưa ghi việc làm được biểu dương.")},
    )
    praised_on = VnDateField(label=_("Ngày biểu dương"), help_text=_("ngày/tháng/năm"))

    def __init__(self, *args: Any, phases: Sequence[Phase], **options: Any) -> None:
        super().__init__(*args, **options)
        phase = self.fields["phase"]
        if isinstance(phase, forms.ModelChoiceField):
            phase.queryset = Phase.objects.filter(pk__in=[one.pk for one in phases]).select_related(
                "plan__document"
            )


class ReasonForm(forms.Form):
    """Why something goes back, is not proposed, or is taken back."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=1000,
        widget=_lines(3),
        error_messages={"required": _("Chưa ghi lý do.")},
    )


class WithdrawForm(ReasonForm):
    """Why praise is taken back: one line of the book."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=300, error_messages={"required": _("Chưa ghi lý do.")}
    )


class PutForm(forms.Form):
    """Which nominations go before which session."""

    session = forms.ModelChoiceField(
        Session.objects.none(),
        label=_("Phiên họp"),
        empty_label=None,
        error_messages={"required": _("Chưa chọn phiên họp.")},
    )
    nominations = NominationsField(
        Nomination.objects.none(),
        error_messages={"required": _("Chưa chọn đề nghị nào.")},
    )

    def __init__(
        self,
        *args: Any,
        sessions: Sequence[Session],
        nominations: Sequence[Nomination],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        session, chosen = self.fields["session"], self.fields["nominations"]
        if isinstance(session, forms.ModelChoiceField) and isinstance(
            chosen, forms.ModelMultipleChoiceField
        ):
            session.queryset = Session.objects.filter(
                pk__in=[one.pk for one in sessions]
            ).select_related("council")
            chosen.queryset = Nomination.objects.filter(pk__in=[one.pk for one in nominations])


class DecisionForm(forms.Form):
    """Who stands on the list of a decision, and what else it says."""

    nominations = NominationsField(
        Nomination.objects.none(),
        label=_("Danh sách"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Danh sách chưa có ai. Hãy chọn ít nhất một đề nghị.")},
    )
    title = forms.CharField(label=_("Trích yếu"), max_length=1000)
    symbol = forms.CharField(
        label=_("Ký hiệu"), max_length=50, required=False, help_text=_("ví dụ QĐ-CĐGD")
    )
    place = forms.CharField(label=_("Địa danh"), max_length=100)
    occasion = forms.CharField(
        label=_("Điều 1, phần thành tích"),
        max_length=500,
        help_text=_("ví dụ: đã có thành tích xuất sắc trong phong trào thi đua đợt 1 năm 2024"),
    )
    bases = forms.CharField(
        label=_("Căn cứ"),
        max_length=10000,
        widget=_lines(7),
        help_text=_("mỗi dòng một căn cứ; đề xuất theo quy định của ngày lập, hãy soát lại"),
    )
    articles = forms.CharField(
        label=_("Điều 2 trở đi"),
        max_length=10000,
        widget=_lines(4),
        help_text=_("mỗi dòng một điều, không gõ chữ “Điều”"),
    )

    def __init__(self, *args: Any, nominations: Sequence[Nomination], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["nominations"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = Nomination.objects.filter(
                pk__in=[one.pk for one in nominations]
            ).select_related("kind")
