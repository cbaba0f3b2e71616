"""Who must, or should, have a second factor."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.org.models import FactorRule

HOW = [("1", _("Bắt buộc")), ("0", _("Khuyến nghị"))]


class FactorRuleForm(forms.ModelForm[FactorRule]):
    """Holds from today; the rule of before for the same people ends."""

    how = forms.ChoiceField(label=_("Mức độ"), choices=HOW, initial="1")

    class Meta:
        model = FactorRule
        fields = ("subject", "scope", "from_members", "grace_days")
        help_texts = {
            "from_members": _("0 là mọi đơn vị, không kể lớn nhỏ"),
            "grace_days": _("tính từ lần đăng nhập đầu tiên được nhắc"),
        }

    def rule(self) -> FactorRule:
        rule: FactorRule = self.instance
        rule.obligatory = self.cleaned_data["how"] == "1"
        return rule

    def validate_constraints(self) -> None:
        """One open rule for the same people: the action ends the other one."""
