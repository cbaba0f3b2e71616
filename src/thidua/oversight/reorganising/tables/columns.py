"""The columns of a table of acts, and the words that stand for each kind of act."""

from collections.abc import Mapping

from thidua.core.folded import folded
from thidua.org.models import ActKind

Row = dict[str, str]
HEADINGS: Mapping[str, str] = {
    "kind": "Việc",
    "unit": "Đơn vị",
    "target": "Cấp trên mới hoặc đơn vị tiếp nhận",
    "unit_kind": "Loại đơn vị",
    "name": "Tên mới",
    "short_name": "Tên gọi tắt",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "body": "Tập thể ký thay mặt",
    "listed": "Đơn vị trực thuộc đi theo",
    "ends_below": "Cấp dưới cùng kết thúc",
    "reason": "Ghi chú",
}
"""What a file says, in every language of the screens: tables go from office to office."""

WORDS: Mapping[ActKind, tuple[str, ...]] = {
    ActKind.ESTABLISH: ("Thành lập", "Thành lập mới"),
    ActKind.RENAME: ("Đổi tên",),
    ActKind.CHANGE_KIND: ("Đổi loại đơn vị", "Đổi loại", "Chuyển đổi mô hình"),
    ActKind.MOVE: ("Chuyển", "Chuyển về cấp trên khác", "Chuyển cấp trên"),
    ActKind.MERGE: ("Sáp nhập", "Hợp nhất", "Sáp nhập, hợp nhất"),
    ActKind.SPLIT: ("Tách", "Chia", "Chia, tách"),
    ActKind.END: ("Kết thúc", "Kết thúc hoạt động", "Giải thể"),
    ActKind.TRANSFER: ("Chuyển giao", "Chuyển giao đơn vị trực thuộc", "Bàn giao"),
}
YES = frozenset({"co", "x", "yes", "1", "dung"})
_KINDS = {folded(word): kind for kind, words in WORDS.items() for word in words}
_CODES = {folded(heading): code for code, heading in HEADINGS.items()}


def kind_called(text: str) -> ActKind | None:
    """`giải thể` is an end; None for what is no kind of act."""
    return _KINDS.get(folded(text))


def column_called(heading: str) -> str:
    """The code of a column by its heading; empty for one that is not ours."""
    return _CODES.get(folded(heading), "")


def said_yes(text: str) -> bool:
    return folded(text) in YES
