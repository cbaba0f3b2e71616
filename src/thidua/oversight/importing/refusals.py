"""Why a list is not read, in words."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """The file is not read. The message is for the person who chose it."""


def sentence(code: str) -> str:
    """What the reading process answered, as a sentence."""
    return {
        "not_a_list": _(
            "Tệp này không phải bảng Excel (.xlsx, .xls, .ods) hay .csv. "
            "Hãy mở danh sách bằng Excel, lưu thành .xlsx rồi chọn lại."
        ),
        "password": _(
            "Tệp này được đặt mật khẩu nên không mở được. "
            "Hãy mở bằng mật khẩu, lưu thành tệp không có mật khẩu rồi chọn lại."
        ),
        "broken": _(
            "Tệp này hỏng hoặc lưu chưa trọn nên không đọc được. "
            "Hãy mở bằng Excel, lưu lại rồi chọn lại."
        ),
        "empty": _(
            "Bảng này không có dòng nào. Hãy xem lại đã chọn đúng tệp, đúng trang tính chưa."
        ),
        "too_long": _(
            "Bảng này có hơn 200.000 dòng, không nhận một lần. "
            "Hãy chia thành nhiều tệp rồi nhập lần lượt."
        ),
    }.get(code) or _(
        "Đọc tệp này tốn quá nhiều bộ nhớ hoặc thời gian nên đã dừng. "
        "Hãy sao chép phần danh sách sang một tệp mới, chỉ gồm các cột cần nhập, rồi chọn lại."
    )
