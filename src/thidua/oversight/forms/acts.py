"""One act of a decision: only the fields that its kind needs."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.org.models import ActKind, Unit, UnitKind
from thidua.org.reorganising.wanted import LONGEST_SHORT, NAMING, short_name_after
from thidua.oversight.forms.unit_fields import UnitField, UnitsField
from thidua.oversight.reorganising.offering import Offer

FIELDS: Mapping[str, tuple[str, ...]] = {
    ActKind.ESTABLISH: ("target", "unit_kind", *NAMING),
    ActKind.RENAME: ("unit", *NAMING),
    ActKind.CHANGE_KIND: ("unit", "unit_kind", *NAMING),
    ActKind.MOVE: ("units", "target"),
    ActKind.MERGE: ("units", "target", "ends_below"),
    ActKind.SPLIT: ("unit", "target", "listed"),
    ActKind.END: ("units", "target", "ends_below"),
    ActKind.TRANSFER: ("unit", "target", "listed"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    ActKind.ESTABLISH: ("target", "unit_kind", "name", "symbol"),
    ActKind.RENAME: ("unit",),
    ActKind.CHANGE_KIND: ("unit", "unit_kind"),
    ActKind.MOVE: ("units", "target"),
    ActKind.MERGE: ("units", "target"),
    ActKind.SPLIT: ("unit", "target"),
    ActKind.END: ("units",),
    ActKind.TRANSFER: ("unit", "target"),
}
TARGETS: Mapping[str, Any] = {
    ActKind.ESTABLISH: _("Trực thuộc"),
    ActKind.MOVE: _("Cấp trên mới"),
    ActKind.MERGE: _("Đơn vị nhận sáp nhập, hợp nhất"),
    ActKind.SPLIT: _("Đơn vị mới tách ra"),
    ActKind.END: _("Đơn vị tiếp nhận hồ sơ và đơn vị trực thuộc"),
    ActKind.TRANSFER: _("Đơn vị tiếp nhận"),
}
HINTS: Mapping[str, Any] = {
    ActKind.END: _("Để trống thì cấp trên trực tiếp tiếp nhận."),
    ActKind.MERGE: _("Đơn vị mới thì ghi việc Thành lập trước, rồi gõ tên đơn vị đó ở đây."),
    ActKind.SPLIT: _("Ghi việc Thành lập đơn vị mới trước, rồi gõ tên đơn vị đó ở đây."),
}


class ActForm(forms.Form):
    """Units are typed by name, with or without diacritics, or by the key in square brackets."""

    unit = UnitField(label=_("Đơn vị"))
    units = UnitsField(label=_("Đơn vị"), help_text=_("Mỗi dòng một đơn vị."))
    target = UnitField(label=_("Đơn vị tiếp nhận"), also_new=True)
    unit_kind = forms.ModelChoiceField(
        label=_("Loại đơn vị"), queryset=UnitKind.objects.order_by("rank", "name")
    )
    name = forms.CharField(label=_("Tên đầy đủ"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=LONGEST_SHORT)
    symbol = forms.CharField(
        label=_("Ký hiệu cơ quan"),
        max_length=30,
        help_text=_("Phần sau dấu gạch chéo của số văn bản, ví dụ CĐX."),
    )
    place = forms.CharField(label=_("Địa danh trên văn bản"), max_length=100)
    body = forms.CharField(
        label=_("Tập thể ký thay mặt"),
        max_length=100,
        help_text=_("Ví dụ BAN CHẤP HÀNH, BAN THƯỜNG VỤ."),
    )
    listed = UnitsField(label=_("Đơn vị trực thuộc đi theo"), help_text=_("Mỗi dòng một đơn vị."))
    ends_below = forms.BooleanField(label=_("Các đơn vị trực thuộc cũng kết thúc hoạt động"))

    def __init__(self, *args: Any, kind: str, offer: Offer, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {name: self.fields[name] for name in FIELDS[kind]}
        for name, field in self.fields.items():
            field.required = name in NEEDED[kind]
            if isinstance(field, UnitField | UnitsField):
                field.offer = offer
        if "target" in self.fields:
            self.fields["target"].label = TARGETS[kind]
            self.fields["target"].help_text = HINTS.get(kind, "")
        if kind == ActKind.TRANSFER:
            self.fields["listed"].help_text = _("Mỗi dòng một đơn vị; để trống là tất cả.")

    def clean_name(self) -> str:
        """A name that nobody could search for is none."""
        name: str = self.cleaned_data["name"]
        if name and not any(sign.isalpha() for sign in name):
            raise forms.ValidationError(gettext("Tên đơn vị phải có chữ."))
        return name

    def clean(self) -> dict[str, Any]:
        """With a new name the short name comes back to be read: nothing changes or stays unseen."""
        typed: dict[str, Any] = super().clean() or {}
        unit = typed.get("unit")
        if isinstance(unit, Unit) and typed.get("name") and not typed.get("short_name"):
            self._ask_for_the_short_name(unit, typed["name"])
        return typed

    def _ask_for_the_short_name(self, unit: Unit, name: str) -> None:
        now = unit.named_on(self.fields["unit"].offer.day)  # type: ignore[attr-defined]
        short = short_name_after(name, name=now.name, short_name=now.short_name)
        self.data = {key: self.data[key] for key in self.data} | {"short_name": short}
        sentence = gettext(
            "Tên gọi tắt hiện nay là “%(now)s”. Tên gọi tắt khi mang tên mới đã ghi sẵn ở ô này: "
            "hãy xem, sửa nếu cần, rồi bấm Ghi việc này."
        )
        self.add_error("short_name", sentence % {"now": now.short_name})
