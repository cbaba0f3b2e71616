"""Fields into which units are typed by name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thidua.org.models import Act, Unit
from thidua.oversight.reorganising.offering import Offer, Unclear

LONGEST, MOST, SHOWN = 300, 200, 4


class UnitField(forms.CharField):
    """One unit by its name or key, or one that the decision itself establishes.

    Where several are meant the field comes back as a choice between them.
    """

    offer: Offer

    def __init__(self, *, also_new: bool = False, **options: Any) -> None:
        super().__init__(max_length=LONGEST, **options)
        self.also_new = also_new

    def clean(self, value: Any) -> Unit | Act | None:
        text = super().clean(value)
        if not text:
            return None
        established = self.offer.established(text) if self.also_new else None
        if established is not None:
            return established
        try:
            return self.offer.unit(text)
        except Unclear as unclear:
            if unclear.choices:
                choices = [("", _("Chọn đơn vị")), *unclear.choices]
                self.widget = forms.Select(choices=choices)
            raise ValidationError(str(unclear), code="unclear") from unclear


class UnitsField(forms.CharField):
    """Several units, one on each line."""

    offer: Offer
    widget = forms.Textarea(attrs={"rows": 4})

    def clean(self, value: Any) -> list[Unit]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST:
            raise ValidationError(
                _("Mỗi lần ghi nhiều nhất %(most)s đơn vị. Nhiều hơn thì dùng bảng Excel.")
                % {"most": MOST},
                code="many",
            )
        return [self._one(number, line) for number, line in enumerate(lines, 1)]

    def _one(self, number: int, line: str) -> Unit:
        try:
            return self.offer.unit(line)
        except Unclear as unclear:
            words = [_("Dòng %(number)s:") % {"number": number}, str(unclear)]
            words += ["; ".join(read for _typed, read in unclear.choices[:SHOWN])]
            raise ValidationError(" ".join(filter(None, words)), code="unclear") from unclear
