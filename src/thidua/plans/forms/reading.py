"""What the officer says about a reading: fixes, values, restored words."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.plans.field_rows import FieldRow
from thidua.plans.field_table import Part
from thidua.plans.forms.lines import LINES, LinesField, RecipientsField
from thidua.plans.word_list import ALL, FAIRLY, SURE


class FixForm(forms.Form):
    """A finding by name; words only where the officer typed their own."""

    finding = forms.CharField(max_length=200)
    typed = forms.CharField(
        label=_("Ghi lại thành"), required=False, strip=False, max_length=2000, widget=LINES
    )


class CorrectionForm(forms.Form):
    """The values of one field of a reading, each under its own path.

    What somebody adds has to say enough to be of use; to leave all of it empty takes it out again.
    """

    NEEDED = ("name", "start", "end", "text", "who")

    def __init__(self, *args: Any, row: FieldRow, **options: Any) -> None:
        super().__init__(*args, **options)
        self.row, self.parts = row, row.parts
        for part in row.parts:
            self.fields[part.path] = _field(part)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.row.added and (self.row.new or any(cleaned.values()) or self.errors):
            self._check_added(cleaned)
        return cleaned

    def _check_added(self, cleaned: dict[str, Any]) -> None:
        paths = {part.path.rpartition(".")[2]: part.path for part in self.parts}
        for name in self.NEEDED:
            path = paths.get(name, "")
            if path in cleaned and not cleaned[path]:
                self.add_error(path, gettext("Ô này chưa ghi gì."))
        start, end = (cleaned.get(paths.get(name, "")) for name in ("start", "end"))
        if start and end and end < start:
            self.add_error(paths["end"], gettext("Ngày kết thúc trước ngày bắt đầu."))

    def values(self) -> dict[str, Any]:
        """What was typed, as the public JSON of a reading writes it."""
        return {part.path: _as_json(self.cleaned_data[part.path]) for part in self.parts}

    def typed(self) -> dict[str, Any]:
        """What was typed, under the bare names of the values."""
        return {part.path.rpartition(".")[2]: self.cleaned_data[part.path] for part in self.parts}


def _field(part: Part) -> forms.Field:
    options: dict[str, Any] = {"label": part.label, "required": False, "initial": part.value}
    if part.kind == "date":
        return VnDateField(help_text=gettext("ngày/tháng/năm, ví dụ 05/08/2024"), **options)
    if part.kind == "whole":
        return forms.IntegerField(min_value=0, max_value=9999, widget=forms.TextInput, **options)
    if part.kind == "number":
        return forms.FloatField(widget=forms.TextInput, localize=True, **options)
    if part.kind == "lines":
        options["initial"] = "\n".join(part.value or [])
        field = RecipientsField if part.path == "recipients" else LinesField
        return field(help_text=gettext("Mỗi dòng một mục."), **options)
    widget = LINES if part.kind == "long" else forms.TextInput()
    return forms.CharField(max_length=2000, widget=widget, **options)


def _as_json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


class WordForm(forms.Form):
    """A restored word by its place; without a `word` the restored one is taken."""

    key = forms.CharField(max_length=10)
    word = forms.CharField(required=False, max_length=100)


class WordsForm(forms.Form):
    """From which degree of sureness on all restored words are taken."""

    above = forms.ChoiceField(choices=[(value, value) for value in (SURE, FAIRLY, ALL)])
