"""Facts of a unit: members counted, the place of work, terms, areas."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.core.fields import VnDateField
from thidua.org.models import Area, Body, Ownership
from thidua.org.term_facts import TermFacts

MOST = 20_000_000
FIRST_YEAR, LAST_YEAR = 1929, 2100


class HeadcountForm(forms.Form):
    """Members on a day. Numbers may be typed with dots between thousands."""

    on = VnDateField(label=_("Ngày"), error_messages={"required": _("Chưa ghi số của ngày nào.")})
    members = forms.IntegerField(
        label=_("Số đoàn viên"),
        min_value=0,
        max_value=MOST,
        error_messages={"required": _("Chưa có số đoàn viên.")},
    )
    women = forms.IntegerField(label=_("Trong đó nữ"), min_value=0, max_value=MOST, required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        members, women = typed.get("members"), typed.get("women")
        if members is not None and women is not None and women > members:
            raise ValidationError(
                gettext("%(women)s nữ nhiều hơn %(members)s đoàn viên.")
                % {"women": women, "members": members}
            )
        return typed


class HostForm(forms.Form):
    """The place of work from a day on."""

    starts_on = VnDateField(
        label=_("Từ ngày"), error_messages={"required": _("Chưa ghi từ ngày nào.")}
    )
    ownership = forms.ChoiceField(label=_("Loại hình"), choices=Ownership)
    self_financing = forms.DecimalField(
        label=_("Mức tự bảo đảm chi thường xuyên (%)"),
        help_text=_("Chỉ với đơn vị sự nghiệp công lập."),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        required=False,
        localize=True,
    )
    decision = forms.CharField(label=_("Quyết định"), max_length=200, required=False)


class TermForm(forms.Form):
    """A term of office."""

    body = forms.ModelChoiceField(
        Body.objects.order_by("rank", "name"), label=_("Nhiệm kỳ của"), empty_label=None
    )
    ordinal = forms.IntegerField(
        label=_("Đại hội lần thứ"),
        help_text=_("Gõ số thường, ví dụ 17; trên giấy in số La Mã."),
        min_value=1,
        max_value=39,
    )
    from_year = forms.IntegerField(label=_("Từ năm"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    to_year = forms.IntegerField(label=_("Đến năm"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    congress_on = VnDateField(label=_("Ngày đại hội"), required=False)
    decision = forms.CharField(label=_("Quyết định công nhận"), max_length=200, required=False)

    def clean_to_year(self) -> int:
        to_year = int(self.cleaned_data["to_year"])
        if to_year < self.cleaned_data.get("from_year", to_year):
            raise ValidationError(gettext("Nhiệm kỳ kết thúc trước khi bắt đầu."))
        return to_year

    def facts(self) -> TermFacts:
        typed = self.cleaned_data
        return TermFacts(
            body=typed["body"],
            ordinal=typed["ordinal"],
            from_year=typed["from_year"],
            to_year=typed["to_year"],
            congress_on=typed["congress_on"],
            decision=typed["decision"],
        )


class TermEditForm(EditForm, TermForm):
    """The same of a term that is written down."""


class TakeAreaForm(forms.Form):
    """An area the unit looks after from a day on; typed by name, so lists stay short."""

    area = forms.CharField(
        label=_("Địa bàn"),
        max_length=100,
        help_text=_("Tên hoặc mã số như trong danh mục địa bàn."),
        error_messages={"required": _("Chưa ghi địa bàn nào.")},
    )
    on = VnDateField(label=_("Từ ngày"), error_messages={"required": _("Chưa ghi từ ngày nào.")})

    def __init__(self, *args: Any, areas: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.areas = areas

    def clean_area(self) -> Area:
        typed = self.cleaned_data["area"]
        found = list(self.areas(typed)[:2])
        if len(found) == 1:
            return found[0]  # type: ignore[no-any-return]
        if not found:
            raise ValidationError(
                gettext("Danh mục không có địa bàn “%(typed)s” đang tồn tại.") % {"typed": typed}
            )
        raise ValidationError(
            gettext("Có nhiều địa bàn tên “%(typed)s”: hãy gõ mã số.") % {"typed": typed}
        )
