"""How letterheads and signature blocks are told from tables with content."""

import re

_BEGINNINGS = (
    r"Độc lập\s*[-–]|[\W_]*Nơi nhận|(?:TM|KT|TL|TUQ|Q)\s?[./]"
    r"|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN|GIÁM ĐỐC|HIỆU TRƯỞNG)"
)
_HEAD_LINES = r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM"
_ALONE = re.compile(rf"{_HEAD_LINES}|^(?:{_BEGINNINGS})", re.MULTILINE)
_MERGED = re.compile(rf"{_HEAD_LINES}|(?:^|\s)(?:{_BEGINNINGS})", re.MULTILINE)


def belongs_to_layout(text: str) -> bool:
    """Does one of the lines stand only beside another line in a letterhead or signature block?"""
    return _ALONE.search(text) is not None


def may_hold_layout(text: str) -> bool:
    """The same for lines that may still hold the words of both columns."""
    return _MERGED.search(text) is not None
