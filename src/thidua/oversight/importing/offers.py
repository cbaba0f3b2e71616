"""What can be said about a doubtful line, by the kind of doubt, and how alike lines are called."""

from django.utils.translation import gettext as _

from thidua.oversight.importing.lines import Problem
from thidua.oversight.importing.targets import SHAPES, SPLIT
from thidua.oversight.models import Decision

Offer = tuple[str, str]


def offers_for(code: str) -> list[Offer]:
    """Decision and the words of its button; none for what can only be mended or left out."""
    same: Offer = (Decision.SAME, _("Cùng một người"))
    other: Offer = (Decision.OTHER, _("Người khác"))
    both: Offer = (Decision.SAME, _("Một người ở cả hai đơn vị"))
    offers: dict[str, list[Offer]] = {
        "twin_born": [other],
        "twin_units": [both, other],
        "twin_code": [],
        "twin_phone": [other],
        "twin_year": [other],
        "twin_name": [other],
        "twin_unit": [(Decision.SAME, _("Lấy dòng này"))],
        "code_other": [same],
        "birth": [same, other],
        "birth_code": [same, other],
        "birth_year": [same, other],
        "name": [same, other],
        "phone_other": [same, other],
        "differs": [
            (Decision.SAME, _("Giữ dữ liệu đã có")),
            (Decision.REPLACE, _("Lấy theo tệp")),
        ],
        "elsewhere": [(Decision.MOVED, _("Chuyển đến đơn vị này")), both],
        "too_young": [(Decision.OTHER, _("Đúng như vậy"))],
    }
    return offers.get(code, [])


def title_of(code: str) -> str:
    """What lines with the same doubt have in common; nothing where the sentence says it."""
    return {
        "twin_born": _("Lặp lại dòng khác: cùng họ tên, ngày sinh, đơn vị"),
        "twin_units": _("Một người có ở hai đơn vị trong tệp"),
        "twin_code": _("Trùng mã số đoàn viên với dòng khác"),
        "twin_phone": _("Trùng số điện thoại với dòng khác"),
        "twin_year": _("Trùng họ tên, năm sinh với dòng khác cùng đơn vị"),
        "twin_name": _("Trùng họ tên với dòng khác cùng đơn vị, chưa có ngày sinh"),
        "twin_unit": _("Đơn vị đã có ở dòng khác, cùng ngày"),
        "code_other": _("Mã số đang ghi cho người khác"),
        "birth": _("Cùng họ tên, cùng ngày sinh với người đã có"),
        "birth_code": _("Cùng họ tên, ngày sinh nhưng khác mã số với người đã có"),
        "birth_year": _("Cùng họ tên, cùng năm sinh với người đã có trong đơn vị"),
        "name": _("Cùng họ tên với người đã có trong đơn vị"),
        "phone_other": _("Số điện thoại đang ghi cho người khác"),
        "differs": _("Khác với dữ liệu đã có"),
        "elsewhere": _("Người đang sinh hoạt ở đơn vị khác"),
        "too_young": _("Tuổi quá nhỏ theo ngày sinh"),
        "phone": _("Số điện thoại chưa đọc được"),
        "email": _("Địa chỉ thư điện tử sai"),
        "sex": _("Giới tính chưa rõ"),
        "day": _("Ngày chưa đọc được"),
        "year_only": _("Chỉ có năm, thiếu ngày và tháng"),
        "birth_far": _("Ngày sinh không thể đúng"),
        "unit": _("Không tìm thấy đơn vị"),
        "unit_many": _("Nhiều đơn vị cùng tên"),
        "unit_other": _("Đơn vị tự quản lý đoàn viên của mình"),
        "unit_ended": _("Đơn vị đã kết thúc hoạt động"),
    }.get(code, "")


def common_words(first: Problem, *, anything: bool) -> str:
    """What is wrong with lines that are alike, of which this is the first problem of one.

    `anything` says that they differ in what was typed.
    """
    told = title_of(first["code"])
    return told if told and (anything or not first["field"]) else first["said"]


def with_names_near(one: Problem) -> str:
    """The sentence of a problem, and what may have been meant."""
    if not one["near"]:
        return one["said"]
    names = ", ".join(shown for _value, shown in one["near"])
    return one["said"] + " " + _("Có phải là: %(names)s?") % {"names": names}


def field_titles(kind: str) -> dict[str, str]:
    """The titles of the columns of such a list, by code."""
    return {column.code: column.title for column in SHAPES[kind].known}


def may_be_empty(kind: str, field: str) -> bool:
    """Can the line do without this column?"""
    needed = {column.code for group in SHAPES[kind].needed for column in group}
    return field not in needed | {column.code for column in SPLIT} and field != "unit"
