"""Fields into which units are typed by name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thidua.org.models import Act, Unit
from thidua.oversight.reorganising.offering import Offer, Unclear

LONGEST, MOST, SHOWN = 300, 200, 4
ROWS = {"rows": 4}


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
                several = [("", _("Chọn đơn vị"))] if len(unclear.choices) > 1 else []
                self.widget = forms.Select(choices=[*several, *unclear.choices])
            raise ValidationError(str(unclear), code="unclear") from unclear


class UnitsField(forms.CharField):
    """Several units, one on each line.

    A line that names no unit comes back with the one name that is like it, to be looked at and sent
    again, or with the names to choose from.
    """

    offer: Offer
    widget = forms.Textarea(attrs=ROWS)

    def clean(self, value: Any) -> list[Unit]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST:
            raise ValidationError(
                _("Mỗi lần ghi nhiều nhất %(most)s đơn vị. Nhiều hơn thì dùng bảng Excel.")
                % {"most": MOST},
                code="many",
            )
        units: list[Unit] = []
        wrong: list[ValidationError] = []
        for place, line in enumerate(lines):
            try:
                units.append(self.offer.unit(line))
            except Unclear as unclear:
                lines[place], why = _nearest(line, unclear)
                words = _("Dòng %(number)s: %(why)s") % {"number": place + 1, "why": why}
                wrong.append(ValidationError(words, code="unclear"))
        if wrong:
            self.widget = _Offered("\n".join(lines))
            raise ValidationError(wrong)
        return units


class _Offered(forms.Textarea):
    """Shows `text` instead of what was typed."""

    def __init__(self, text: str) -> None:
        super().__init__(attrs=ROWS)
        self.text = text

    def format_value(self, value: Any) -> str:  # noqa: ARG002
        return self.text


def _nearest(line: str, unclear: Unclear) -> tuple[str, str]:
    """The line to send again, and why."""
    if len(unclear.choices) == 1:
        words = {"typed": line}
        return unclear.choices[0][0], _(
            "không có đơn vị nào tên đúng là “%(typed)s”; đã ghi thay bằng tên gần giống. "
            "Xem lại rồi bấm Ghi việc này."
        ) % words
    if not unclear.choices:
        return line, str(unclear)
    names = "; ".join(name for name, _read in unclear.choices[:SHOWN])
    words = {"typed": line, "names": names}
    return line, _(
        "có nhiều đơn vị gần giống “%(typed)s”. Ghi lại đúng một tên: %(names)s."
    ) % words
