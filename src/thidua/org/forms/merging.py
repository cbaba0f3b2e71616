"""What one record keeps and what it takes from the other, column by column."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Person, User

COLUMNS = ("name", "birth", "sex", "code", "phone", "email")
"""Birthday and year of birth are one fact."""
KEPT, GONE = "kept", "gone"


class MergeForm(forms.Form):
    """For each column that differs: which of the two is right. And which account goes on."""

    def __init__(
        self, *args: Any, kept: Person, gone: Person, accounts: list[User], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.kept, self.gone = kept, gone
        labels = {one.name: one.verbose_name for one in Person._meta.fields}
        labels["birth"] = labels["birth_on"]
        for name in COLUMNS:
            first, second = getattr(kept, name), getattr(gone, name)
            if first == second or not second:
                continue
            self.fields[name] = forms.ChoiceField(
                label=labels[name],
                choices=[(KEPT, _said(kept, name)), (GONE, _said(gone, name))],
                widget=forms.RadioSelect,
                initial=GONE if _tells_less(name, first, second) else KEPT,
            )
        self.accounts = {str(one.pk): one for one in accounts}
        if len(accounts) > 1:
            self.fields["account"] = forms.ChoiceField(
                label=_("Tài khoản dùng tiếp; tài khoản kia sẽ bị đóng"),
                choices=[(key, one.username) for key, one in self.accounts.items()],
                widget=forms.RadioSelect,
                initial=str(accounts[0].pk),
            )

    def facts(self) -> dict[str, Any]:
        """The columns that `kept` takes over."""
        taken = [name for name in COLUMNS if self.cleaned_data.get(name) == GONE]
        if "birth" in taken:
            taken.remove("birth")
            taken += ["birth_on", "birth_year"]
        return {name: getattr(self.gone, name) for name in taken}

    def account(self) -> User | None:
        return self.accounts.get(self.cleaned_data.get("account", ""))


def _tells_less(name: str, first: str, second: str) -> bool:
    """Does the first say nothing, or only the year of the same birthday?"""
    return second.startswith(first) if name == "birth" else not first


def _said(person: Person, name: str) -> str:
    if name == "sex":
        return str(person.get_sex_display())
    value = person.birth_shown if name == "birth" else getattr(person, name)
    return str(value) or str(_("(chưa ghi)"))
