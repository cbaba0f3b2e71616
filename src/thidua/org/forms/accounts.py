"""Shapes of the input about accounts."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.models import Post
from thidua.org.queries.taken import taken_names
from thidua.org.usernames import ALLOWED


class GiveForm(forms.Form):
    """A user name for each post; who has an account keeps the name it has."""

    once = forms.CharField(max_length=60, widget=forms.HiddenInput)

    def __init__(self, *args: Any, posts: Sequence[Post], **options: Any) -> None:
        super().__init__(*args, **options)
        self.posts = posts
        for post in posts:
            self.fields[field_of(post)] = forms.CharField(
                label=post.person.name,
                max_length=50,
                widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
                error_messages={"required": _("Chưa có tên đăng nhập.")},
                disabled=hasattr(post.person, "user"),
            )

    def clean(self) -> None:
        typed = {post: self._name(post) for post in self.posts}
        known = taken_names(typed.values())
        seen: set[str] = set()
        for post, name in typed.items():
            if hasattr(post.person, "user") or not name:
                continue
            if reason := _wrong(name, known, seen):
                self.add_error(field_of(post), reason)
            seen.add(name)

    def _name(self, post: Post) -> str:
        return str(self.cleaned_data.get(field_of(post), "")).strip().lower()

    def names(self) -> dict[int, str]:
        """The chosen names by the keys of the posts."""
        return {post.pk: self._name(post) for post in self.posts}


def field_of(post: Post) -> str:
    return f"name_{post.pk}"


def _wrong(name: str, known: set[str], seen: set[str]) -> str:
    if not ALLOWED.fullmatch(name):
        return gettext(
            "Tên đăng nhập gồm 3 đến 50 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối."
        )
    if name in known:
        return gettext("Tên đăng nhập %(name)s đã có người dùng.") % {"name": name}
    if name in seen:
        return gettext("Tên đăng nhập %(name)s đang đặt cho hai người. Hãy sửa một trong hai.") % {
            "name": name
        }
    return ""


class ReasonForm(forms.Form):
    """Why somebody does to an account what its owner will notice."""

    once = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=300,
        help_text=_("Chủ tài khoản và người kiểm tra nhật ký sẽ đọc được."),
        error_messages={"required": _("Chưa ghi lý do.")},
    )


class WaiverForm(forms.Form):
    """Why somebody may do without a second factor, and until when."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=300,
        help_text=_("ví dụ: không có điện thoại thông minh, đang chờ cấp khóa USB"),
        error_messages={"required": _("Chưa ghi lý do.")},
    )
    until = VnDateField(
        label=_("Miễn đến hết ngày"),
        help_text=_("nhiều nhất 90 ngày; hết ngày ấy tự hết hiệu lực"),
        error_messages={"required": _("Chưa có ngày cuối cùng được miễn.")},
    )


class SlipForm(forms.Form):
    """What stands on a slip."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("Chưa có tên đăng nhập.")},
    )
    code = forms.CharField(
        label=_("Mã dùng một lần"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("10 ký tự in trên phiếu. Chữ hoa, chữ thường và dấu gạch đều được."),
        error_messages={"required": _("Chưa có mã.")},
    )
