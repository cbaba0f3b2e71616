"""An announcement: to whom, and in what words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.core.fields import ChosenRowsField
from thidua.notify.queries.announcing import Choice
from thidua.org.models import PostKind, UnitKind


class WordsForm(forms.Form):
    """What is told."""

    subject = forms.CharField(label=_("Tiêu đề"), max_length=200)
    body = forms.CharField(
        label=_("Nội dung"), max_length=4000, widget=forms.Textarea(attrs={"rows": 8})
    )


class WordsEditForm(EditForm, WordsForm):
    """Other words for the same people."""


class AnnouncementForm(WordsForm):
    """And to whom: no box ticked means everybody of that sort."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    post_kinds = ChosenRowsField(
        label=_("Gửi cho người giữ chức vụ"),
        queryset=PostKind.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("không chọn thì gửi cho mọi chức vụ"),
    )
    unit_kinds = ChosenRowsField(
        label=_("Ở các đơn vị cấp dưới thuộc loại"),
        queryset=UnitKind.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("không chọn thì gửi cho mọi loại đơn vị"),
    )

    def __init__(self, *args: Any, day: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, model in (("post_kinds", PostKind), ("unit_kinds", UnitKind)):
            field: Any = self.fields[name]
            used = model.objects.exclude(ends_on__lte=day)
            field.queryset = used.order_by("rank", "name")

    def choice(self) -> Choice:
        return Choice(
            [kind.pk for kind in self.cleaned_data["post_kinds"]],
            [kind.pk for kind in self.cleaned_data["unit_kinds"]],
        )


class AnswerForm(forms.Form):
    """What somebody said on the telephone."""

    answer = forms.CharField(label=_("Trả lời"), max_length=300, required=False)
