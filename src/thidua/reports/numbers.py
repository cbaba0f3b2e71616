"""Numbers as people type them into a report, and as they are written back."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

HIGHEST = Decimal(999_999_999_999)
"""Nothing that a unit counts comes near it; the sum of thousands of units still fits."""
PARTS_ALLOWED = frozenset({"%", "triệu đồng", "tỷ đồng"})
"""Everything else is counted in whole numbers."""
_DECIMALS = Decimal("0.01")
_TYPED = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?", re.ASCII)


def parse_number(typed: str, unit_name: str) -> Decimal | None:
    """`56000000`, `56.000.000`, `20,5` → the number; nothing for an empty cell.

    Raises `ValidationError` with the reason for what is no number, negative, too large, or a
    fraction of something that is counted whole.
    """
    text = "".join(typed.split())
    if not text:
        return None
    if not _TYPED.fullmatch(text):
        raise ValidationError(
            _("Chưa đọc được số “%(typed)s”. Gõ ví dụ 1250 hoặc 1.250; phần lẻ sau dấu phẩy.")
            % {"typed": typed.strip()[:40]},
            code="unreadable",
        )
    value = Decimal(text.replace(".", "").replace(",", "."))
    _require_sensible(value, typed.strip()[:40], unit_name)
    return value


def _require_sensible(value: Decimal, typed: str, unit_name: str) -> None:
    words = {"typed": typed, "unit": unit_name}
    if value < 0:
        raise ValidationError(
            _("%(typed)s %(unit)s là số âm. Không có thì ghi 0.") % words, code="negative"
        )
    if value > HIGHEST:
        raise ValidationError(
            _("%(typed)s %(unit)s quá lớn để là số thật. Hãy xem lại các chữ số vừa gõ.") % words,
            code="too_large",
        )
    whole = value == value.to_integral_value()
    if not whole and unit_name not in PARTS_ALLOWED:
        raise ValidationError(
            _("%(typed)s %(unit)s không phải số nguyên. Hãy ghi số nguyên.") % words, code="whole"
        )
    if value != value.quantize(_DECIMALS):
        raise ValidationError(
            _("%(typed)s có hơn hai chữ số sau dấu phẩy. Hãy ghi nhiều nhất hai chữ số.") % words,
            code="decimals",
        )


def share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Per cent with one decimal; nothing when either is unknown or the whole is nought."""
    if part is None or not whole:
        return None
    return (100 * part / whole).quantize(Decimal("0.1"))
