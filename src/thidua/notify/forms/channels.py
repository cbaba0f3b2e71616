"""A web hook, checked before a message depends on it."""

import json
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.notify.hooked import Hooked
from thidua.notify.models import ReachedBy

LAST_PORT = 65_535
EXAMPLE = '{"phone": "{to}", "message": "{subject}. {text}"}'


class HookForm(forms.Form):
    name = forms.CharField(label=_("Tên kênh"), max_length=100, help_text=_("ví dụ: Tin nhắn SMS"))
    url = forms.URLField(label=_("Địa chỉ nhận"), max_length=500, assume_scheme="https")
    reached_by = forms.ChoiceField(
        label=_("Gửi theo"), choices=ReachedBy.choices, widget=forms.RadioSelect
    )
    template = forms.CharField(
        label=_("Mẫu nội dung (JSON)"),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        initial=EXAMPLE,
        help_text=_("chỗ điền: {to} nơi nhận, {subject} tiêu đề, {text} nội dung, {key} mã tin"),
    )
    is_active = forms.BooleanField(label=_("Đang dùng"), required=False, initial=True)

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        port = urlsplit(url).netloc.rpartition(":")[2]
        if port.isdecimal() and not 0 < int(port) <= LAST_PORT:
            raise forms.ValidationError(_("Số cổng trong địa chỉ nhận phải từ 1 đến 65535."))
        if urlsplit(url).scheme not in {"http", "https"}:
            raise forms.ValidationError(_("Địa chỉ nhận phải bắt đầu bằng https:// hoặc http://."))
        return url

    def clean_template(self) -> str:
        text: str = self.cleaned_data["template"]
        try:
            shape = json.loads(text)
        except json.JSONDecodeError as error:
            raise forms.ValidationError(
                _("Mẫu chưa đúng dạng JSON ở dòng %(line)s: kiểm tra dấu ngoặc và dấu nháy."),
                params={"line": error.lineno},
            ) from error
        except (ValueError, RecursionError) as error:
            raise forms.ValidationError(
                _("Mẫu có số quá dài hoặc lồng quá sâu. Hãy viết gọn như ví dụ.")
            ) from error
        if not isinstance(shape, dict) or "{to}" not in text or "{text}" not in text:
            raise forms.ValidationError(_("Mẫu phải là một khối {…} và có chỗ điền {to}, {text}."))
        return text

    def hooked(self) -> Hooked:
        return Hooked(**self.cleaned_data)


class HookEditForm(EditForm, HookForm):
    """The same of a channel that is there."""
