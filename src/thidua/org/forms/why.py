"""Whose right, which right, where and when; everything lies in the address of the page."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.fields import one_of
from thidua.org.models import Person, Unit
from thidua.org.rights import Right


class WhyForm(forms.Form):
    """A name that fits several is answered with the list to choose from.

    Two people of one name are told apart by their user names.
    """

    who = forms.CharField(
        label=_("Người"),
        max_length=150,
        required=False,
        help_text=_("họ tên hoặc tên đăng nhập; để trống là chính bạn"),
    )
    right = forms.ChoiceField(label=_("Việc muốn làm"), choices=Right.choices)
    unit = forms.CharField(label=_("Tại đơn vị"), max_length=200, help_text=_("không cần dấu"))
    day = VnDateField(label=_("Vào ngày"))

    def __init__(
        self, *args: Any, people: QuerySet[Person], units: QuerySet[Unit], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.people, self.units = people, units

    def clean_who(self) -> Person | None:
        typed = self.cleaned_data["who"]
        if not typed:
            return None
        by_account = self.people.filter(user__username__iexact=typed).first()
        found: Person = by_account or one_of(self.people, typed)
        return found

    def clean_unit(self) -> Unit:
        found: Unit = one_of(self.units, self.cleaned_data["unit"])
        return found
