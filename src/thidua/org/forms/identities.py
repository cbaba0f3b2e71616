"""An account elsewhere, named by its issuer and its subject."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.org.oidc.providers import providers


class IdentityForm(forms.Form):
    """The subject never changes; an e-mail address does, and is given to the next one."""

    field_order = ("issuer", "subject")
    subject = forms.CharField(
        label=_("Mã định danh (sub)"),
        max_length=255,
        help_text=_("Do người quản trị cổng đăng nhập cho biết; không phải thư điện tử."),
        error_messages={"required": _("Chưa có mã định danh.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Named here, not above: the settings are read when the form is drawn.
        known = [(one.issuer, one.label) for one in providers()]
        self.fields["issuer"] = forms.ChoiceField(label=_("Cổng đăng nhập"), choices=known)
        self.order_fields(self.field_order)
