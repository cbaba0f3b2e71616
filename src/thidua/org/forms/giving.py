"""Giving a post, ending it, and the letter by which somebody acts for its holder."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.fields import UnitNamedField, one_of
from thidua.org.models import Basis, EndReason, Person, Post, PostKind, Term, Unit
from thidua.org.orders import Appointment, Letter
from thidua.org.rights import Right, Signing

ENDING = (
    EndReason.TERM_OVER,
    EndReason.TRANSFERRED,
    EndReason.RETIRED,
    EndReason.LEFT,
    EndReason.EXPELLED,
    EndReason.DIED,
    EndReason.DISSOLVED,
    EndReason.MISTAKE,
)


class GivePostForm(forms.Form):
    """A post for a person. `asked` repeats what the page has asked about posts elsewhere."""

    asked = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)
    unit = UnitNamedField(label=_("Tại đơn vị"))
    kind = forms.ModelChoiceField(
        PostKind.objects.none(), label=_("Chức vụ"), empty_label=_("Chọn chức vụ")
    )
    on = VnDateField(label=_("Giữ chức vụ từ ngày"))
    how = forms.ChoiceField(
        label=_("Hình thức giao chức vụ"), choices=Basis.choices, required=False
    )
    basis = forms.CharField(
        label=_("Quyết định, biên bản"),
        max_length=200,
        required=False,
        help_text=_("số, ngày, nơi ban hành"),
    )
    from_year = forms.IntegerField(
        label=_("Nhiệm kỳ bắt đầu từ năm"),
        required=False,
        help_text=_("nếu đơn vị đã ghi nhiệm kỳ này"),
    )

    def __init__(
        self, *args: Any, units: QuerySet[Unit], kinds: QuerySet[PostKind], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].units = units  # type: ignore[attr-defined]
        self.fields["kind"].queryset = kinds  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        year, unit, kind = (typed.get(name) for name in ("from_year", "unit", "kind"))
        typed["term"] = None
        if year and unit and kind:
            body = Q(body=kind.body_id) if kind.body_id else Q()
            terms = Term.objects.filter(body, unit=unit, from_year=year).order_by("body__rank")
            typed["term"] = terms.first()
            if typed["term"] is None:
                self.add_error(
                    "from_year",
                    gettext("Chưa ghi nhiệm kỳ nào của đơn vị bắt đầu từ năm %(year)s.")
                    % {"year": year},
                )
        return typed

    def appointment(self) -> Appointment:
        typed = self.cleaned_data
        return Appointment(
            on=typed["on"], how=typed["how"], basis=typed["basis"], term=typed["term"]
        )


class EndPostForm(forms.Form):
    """The first day on which the post is no longer held, and why."""

    on = VnDateField(label=_("Thôi giữ từ ngày"))
    end_reason = forms.ChoiceField(
        label=_("Lý do"), choices=[(one.value, one.label) for one in ENDING]
    )


class DelegateForm(forms.Form):
    """Who acts, with which of the rights of the post, from when until when, by which letter."""

    person = forms.CharField(
        label=_("Người được ủy quyền"),
        max_length=150,
        help_text=_("gõ họ tên không cần dấu, hoặc mã số đoàn viên"),
    )
    letter = forms.CharField(
        label=_("Giấy ủy quyền"),
        max_length=200,
        help_text=_("số và ngày, ví dụ: 12/GUQ-CĐCS ngày 10/03/2024"),
    )
    starts_on = VnDateField(label=_("Từ ngày"))
    last_on = VnDateField(label=_("Đến hết ngày"))
    rights = forms.MultipleChoiceField(
        label=_("Được làm những việc"), widget=forms.CheckboxSelectMultiple
    )
    signs_as = forms.ChoiceField(label=_("Khi duyệt ký thì ghi"), required=False)

    def __init__(self, *args: Any, post: Post, people: QuerySet[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = people
        held = post.kind.grants()
        listed = [(one.value, one.label) for one in Right if one in held]
        self.fields["rights"].choices = listed  # type: ignore[attr-defined]
        ways = (Signing.NONE, Signing.AUTHORISED, Signing.BY_ORDER)
        chosen = [(one.value, one.label) for one in ways]
        self.fields["signs_as"].choices = chosen  # type: ignore[attr-defined]
        if Right.DOCUMENT_SIGN not in held or post.kind.signs_as == Signing.NONE:
            del self.fields["signs_as"]

    def clean_person(self) -> Person:
        typed = self.cleaned_data["person"]
        by_code = self.people.filter(code__iexact=typed.strip())[:2]
        if len(by_code) == 1:
            return by_code[0]
        found: Person = one_of(self.people, typed)
        return found

    def letter_given(self) -> Letter:
        typed = self.cleaned_data
        return Letter(
            letter=typed["letter"],
            starts_on=typed["starts_on"],
            ends_on=typed["last_on"] + timedelta(days=1),
            signs_as=Signing(typed.get("signs_as", "")),
        )
