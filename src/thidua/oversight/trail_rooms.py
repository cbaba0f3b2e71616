"""The kinds of deeds that one may choose from: a room each, as its people call it."""

from django.utils.translation import gettext as _

from thidua.oversight.queries.trail import room_code
from thidua.oversight.trail import ROOMS


def rooms() -> list[tuple[str, str]]:
    """Code and name of every room in which something can be done."""
    names = _names()
    codes = [room_code(room.__name__) for room in ROOMS if room.SENTENCES]
    return [(code, names.get(code, _("Việc khác"))) for code in codes]


def _names() -> dict[str, str]:
    return {
        "org": _("Tổ chức, con người, tài khoản"),
        "documents": _("Văn bản, số văn bản"),
        "plans": _("Kế hoạch, đọc văn bản"),
        "cascade": _("Triển khai"),
        "pledges": _("Giao ước"),
        "activities": _("Hoạt động"),
        "reports": _("Báo cáo"),
        "awards": _("Khen thưởng"),
        "councils": _("Hội đồng"),
        "certificates": _("Giấy khen"),
        "stories": _("Điển hình"),
        "progress": _("Nhắc việc"),
        "notify": _("Thư gửi đi"),
        "files": _("Tệp lưu trữ"),
        "reorganising": _("Sắp xếp tổ chức"),
        "importing": _("Nhập dữ liệu"),
        "personal_data": _("Dữ liệu cá nhân"),
        "exporting": _("Nhật ký"),
    }
