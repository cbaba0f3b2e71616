"""Columns of the lists of members, posts and headcounts, the same going out and coming in.

A list that was exported imports as "known already". The titles are the format of these files, in
Vietnamese whatever the language of the screen.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its code, the title in the first row, and an example for the pattern file."""

    code: str
    title: str
    example: str = ""


NAME = Column("name", "Họ và tên", "Nguyễn Thị Hoa")
CODE = Column("code", "Mã số đoàn viên", "ĐV000123")
BIRTH = Column("birth_on", "Ngày sinh", "05/08/1984")
SEX = Column("sex", "Giới tính", "Nữ")
PHONE = Column("phone", "Số điện thoại", "0912345678")
EMAIL = Column("email", "Thư điện tử", "hoa@example.org")
UNIT = Column("unit", "Đơn vị", "Tổ Toán")
UNIT_KEY = Column("unit_key", "Mã đơn vị")
JOINED = Column("joined_on", "Ngày vào đơn vị", "01/09/2010")
JOINED_BY = Column("joined_by", "Vào theo diện", "Kết nạp")
DECISION = Column("decision", "Quyết định kết nạp, chuyển đến", "12/QĐ-CĐCS")
LEFT = Column("left_on", "Ngày thôi sinh hoạt")
LEFT_WHY = Column("left_why", "Lý do thôi")
POST = Column("post", "Chức vụ", "Tổ trưởng tổ công đoàn")
SINCE = Column("since", "Giữ chức vụ từ ngày", "15/03/2023")
UNTIL = Column("until", "Thôi giữ từ ngày")
HOW = Column("how", "Hình thức", "Bầu cử")
BASIS = Column("basis", "Căn cứ", "QĐ 15/QĐ-CĐN ngày 14/03/2023")
COUNTED = Column("counted_on", "Tính đến ngày", "31/12/2023")
MEMBERS = Column("members", "Số đoàn viên", "58")
WOMEN = Column("women", "Số nữ", "41")

WHO = (NAME, CODE, BIRTH, SEX, PHONE, EMAIL)
WHERE = (UNIT, UNIT_KEY)
OF_MEMBERS = (*WHO, *WHERE, JOINED, JOINED_BY, DECISION, LEFT, LEFT_WHY)
OF_POSTS = (*WHO, *WHERE, POST, SINCE, UNTIL, HOW, BASIS)
OF_HEADCOUNTS = (*WHERE, COUNTED, MEMBERS, WOMEN)
