"""Who somebody is, and how they come onto a list of members."""

import re
from datetime import date
from typing import Any
from unicodedata import category

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core import clock
from thidua.core.editing import EditForm
from thidua.core.fields import VnDateField
from thidua.org.models import JoinedBy, Person, Sex
from thidua.org.orders import Facts, Joining
from vanban.language.forms import one_line

WHOLE_YEAR = re.compile(r"\d{4}$|^\d{4}-|^\d{8}$")
YEAR = re.compile(r"(19|20)\d\d")
PHONE = re.compile(r"\+?\d{8,15}")
NAMES = ("name", "birth_on", "sex", "code", "phone", "email")
WAYS = ((JoinedBy.LISTED, JoinedBy.LISTED.label), (JoinedBy.ADMITTED, JoinedBy.ADMITTED.label))


class BirthField(VnDateField):
    """A birthday, or the year alone as a number."""

    def to_python(self, value: Any) -> Any:
        year = YEAR.fullmatch(str(value or "").strip())
        return int(year[0]) if year else super().to_python(value)


class FactsForm(forms.Form):
    """The basic data of a person. Ethnicity, religion, health are asked nowhere here (PDP-01)."""

    name = forms.CharField(label=_("Họ và tên"), max_length=150)
    birth_on = BirthField(
        label=_("Ngày sinh"),
        required=False,
        help_text=_("ngày/tháng/năm; chưa rõ ngày thì chỉ ghi năm"),
    )
    sex = forms.ChoiceField(label=_("Giới tính"), choices=Sex.choices, required=False)
    code = forms.CharField(label=_("Mã số đoàn viên"), max_length=30, required=False)
    phone = forms.CharField(label=_("Số điện thoại"), max_length=20, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if any(category(sign)[0] in "NS" for sign in name):
            raise forms.ValidationError(gettext("Họ và tên không có chữ số, ký hiệu."))
        return name

    def clean_birth_on(self) -> date | int | None:
        """Of a year in two digits the century is the one in which somebody can have been born."""
        born: date | int | None = self.cleaned_data["birth_on"]
        # As text, so that a year compares with a day.
        if born is None or str(born) <= str(clock.today()):
            return born
        if isinstance(born, int) or WHOLE_YEAR.search(self.data.get("birth_on", "").strip()):
            raise forms.ValidationError(gettext("Ngày sinh chưa tới. Hãy xem lại năm."))
        return born.replace(year=born.year - 100)

    def clean_phone(self) -> str:
        """Without blanks and dots, so that it is found again however it was typed."""
        typed = re.sub(r"[\s.()-]", "", self.cleaned_data["phone"])
        if typed and not PHONE.fullmatch(typed):
            raise forms.ValidationError(gettext("Số điện thoại gồm 8 đến 15 chữ số."))
        return typed

    def columns(self) -> dict[str, Any]:
        """What was typed, by the columns of a person that the form asks for."""
        told = {name: self.cleaned_data[name] for name in NAMES if name in self.fields}
        born = told["birth_on"]
        by_year = isinstance(born, int)
        return told | {
            "birth_on": None if by_year else born,
            "birth_year": born if by_year else None,
        }

    def facts(self) -> Facts:
        return Facts(**self.columns())


def known_facts(person: Person) -> dict[str, Any]:
    """What is known about somebody, as the form shows it."""
    known = {name: getattr(person, name) for name in NAMES}
    return known | {"birth_on": person.birth_on or person.birth_year}


class FactsEditForm(EditForm, FactsForm):
    """The same of somebody who is known."""


class NewPersonForm(FactsForm):
    """A person not known yet. `asked` repeats the doubles that the page has shown."""

    asked = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)
    joined_by = forms.ChoiceField(label=_("Vào danh sách"), choices=WAYS)
    on = VnDateField(label=_("Từ ngày"))
    decision = forms.CharField(
        label=_("Quyết định"),
        max_length=200,
        required=False,
        help_text=_("số, ngày, nơi ban hành"),
    )

    field_order = NAMES

    def joining(self) -> Joining:
        typed = self.cleaned_data
        return Joining(on=typed["on"], joined_by=typed["joined_by"], decision=typed["decision"])
