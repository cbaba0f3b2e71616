"""Fields for several short lines, and the widget for long words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from thidua.documents.printed import problem_with

LINES = forms.Textarea(attrs={"rows": 4})


class LinesField(forms.CharField):
    """One entry on each line; empty lines are left out."""

    widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return [line.strip() for line in text.splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        """Those of a text field judge one text; here each line is judged."""
        for place, line in enumerate(value, 1):
            if "\0" in line:
                raise ValidationError(
                    gettext("Dòng %(place)s có ký tự không in được. Hãy xóa dòng này rồi gõ lại.")
                    % {"place": place}
                )


class RecipientsField(LinesField):
    """The lines of *Nơi nhận*: no more and no longer than a paper keeps."""

    def run_validators(self, value: Any) -> None:
        super().run_validators(value)
        if problem := problem_with(value):
            raise ValidationError(problem)
