"""What one record keeps and what it takes from the other, column by column."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.templatetags.vn import vn_date
from thidua.org.models import Person, User

COLUMNS = ("name", "birth_on", "sex", "code", "phone", "email")
KEPT, GONE = "kept", "gone"


class MergeForm(forms.Form):
    """For each column that differs: which of the two is right. And which account goes on."""

    def __init__(
        self, *args: Any, kept: Person, gone: Person, accounts: list[User], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.kept, self.gone = kept, gone
        labels = {one.name: one.verbose_name for one in Person._meta.fields}
        for name in COLUMNS:
            first, second = getattr(kept, name), getattr(gone, name)
            if first == second or not second:
                continue
            self.fields[name] = forms.ChoiceField(
                label=labels[name],
                choices=[(KEPT, _said(kept, name)), (GONE, _said(gone, name))],
                widget=forms.RadioSelect,
                initial=KEPT if first else GONE,
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
        return {
            name: getattr(self.gone, name)
            for name in COLUMNS
            if self.cleaned_data.get(name) == GONE
        }

    def account(self) -> User | None:
        return self.accounts.get(self.cleaned_data.get("account", ""))


def _said(person: Person, name: str) -> str:
    if name == "sex":
        return str(person.get_sex_display())
    value = getattr(person, name)
    if name == "birth_on":
        return vn_date(value) or str(_("(chưa ghi)"))
    return str(value) or str(_("(chưa ghi)"))
