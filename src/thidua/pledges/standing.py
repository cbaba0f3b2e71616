"""Whether a code takes pledges on a day, and what to say when it does not."""

from datetime import date
from enum import Enum

from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.pledges.models import Sheet, SheetCode


class Standing(Enum):
    OPEN = "open"
    EARLY = "early"
    REVOKED = "revoked"
    OVER = "over"


def standing_of(code: SheetCode, day: date) -> Standing:
    """A revoked code says so before anything else: the sheet may be open under another one."""
    if code.revoked_at is not None:
        return Standing.REVOKED
    return standing_of_sheet(code.sheet, day)


def standing_of_sheet(sheet: Sheet, day: date) -> Standing:
    if sheet.closed_at is not None or day > sheet.closes_on:
        return Standing.OVER
    return Standing.EARLY if day < sheet.opens_on else Standing.OPEN


def sentence(standing: Standing, sheet: Sheet) -> str:
    """What happened, why, and what to do; nothing for an open sheet."""
    words = {
        "unit": sheet.unit.named_on(sheet.opens_on),
        "first": vn_date(sheet.opens_on),
        "last": vn_date(sheet.closed_at or sheet.closes_on),
    }
    match standing:
        case Standing.REVOKED:
            return _(
                "Mã QR này đã được thu hồi nên không ký bằng mã này được nữa. "
                "Hãy xin mã mới ở tổ trưởng hoặc công đoàn cơ sở."
            )
        case Standing.EARLY:
            return (
                _("Bản giao ước của %(unit)s mở ký từ ngày %(first)s. Hãy quét lại mã từ ngày ấy.")
                % words
            )
        case Standing.OVER:
            return (
                _(
                    "Bản giao ước của %(unit)s đã hết hạn ký từ ngày %(last)s nên không ghi thêm "
                    "chữ ký. Nếu bạn đã ký trên giấy, hãy báo tổ trưởng."
                )
                % words
            )
    return ""
