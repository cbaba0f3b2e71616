"""How letterheads and signature blocks are told from tables with content."""

import re

from vanban.language.forms import fold

_BEGINNINGS = (
    r"Độc lập\s*[-–]|[\W_]*Nơi nhận|(?:TM|KT|TL|TUQ|Q)\s?[./]"
    r"|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG ĐOÀN|TỔ TRƯỞNG)"
    r"|THƯ KÝ|CHỦ T(?:ỌA|OẠ|RÌ)|ĐẠI DIỆN|KẾ TOÁN|THỦ QUỸ|NGƯỜI (?:LẬP|GHI|BÁO CÁO)"
)
_HEAD_LINES = r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM"
_ALONE = re.compile(rf"{_HEAD_LINES}|^(?:{_BEGINNINGS})", re.MULTILINE)
_MERGED = re.compile(rf"{_HEAD_LINES}|(?:^|\s)(?:{_BEGINNINGS})", re.MULTILINE)


_BLOCK = re.compile(r"[\W_]*noi (?:nhan|gui)")


def begins_block(line: str) -> bool:
    """Is this the first line of the list of recipients, beside which the signature begins?"""
    return _BLOCK.match(fold(line)) is not None


_RIGHT_COLUMN = frozenset({("CONG", "HOA"), ("DANG", "CONG"), ("Doc", "lap")})

_FIRST_LETTERS = ("C", "D", "Đ")


def begins_right_column(word: str, after: str) -> bool:
    """Do these words stand to the right in a letterhead, however near the left column comes?"""
    if not word.startswith(_FIRST_LETTERS):
        return False
    return (_bare(word), _bare(after)) in _RIGHT_COLUMN


def _bare(word: str) -> str:
    bare = fold(word)
    return bare.upper() if word.isupper() else bare.capitalize() if word.istitle() else bare


def belongs_to_layout(text: str) -> bool:
    """Does one of the lines stand only beside another line in a letterhead or signature block?"""
    return _ALONE.search(text) is not None


def may_hold_layout(text: str) -> bool:
    """The same for lines that may still hold the words of both columns."""
    return _MERGED.search(text) is not None
