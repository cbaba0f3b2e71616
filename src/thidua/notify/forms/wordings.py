"""The words of a kind of letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.core.errors import DomainError
from thidua.notify.letter_kinds import LetterKind


class WordingForm(EditForm):
    """Holes stand in braces under their names."""

    subject = forms.CharField(label=_("Tiêu đề thư"), max_length=250)
    body = forms.CharField(
        label=_("Nội dung thư"), max_length=8000, widget=forms.Textarea(attrs={"rows": 14})
    )

    def __init__(self, *args: Any, kind: LetterKind, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind

    def clean_subject(self) -> str:
        return self._known("subject")

    def clean_body(self) -> str:
        return self._known("body")

    def _known(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        try:
            self.kind.stored(text)
        except DomainError as error:
            raise forms.ValidationError(str(error)) from error
        return text
