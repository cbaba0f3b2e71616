"""What a column of a list can be, by the words people put over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.org import columns
from thidua.org.columns import Column

FAMILY = Column("family_name", "Họ và tên đệm")
GIVEN = Column("given_name", "Tên")
BIRTH_OF_MEN = Column("birth_of_men", "Ngày sinh, cột Nam")
BIRTH_OF_WOMEN = Column("birth_of_women", "Ngày sinh, cột Nữ")
IS_WOMAN = Column("is_woman", "Nữ (đánh dấu)")
SPLIT = (FAMILY, GIVEN, BIRTH_OF_MEN, BIRTH_OF_WOMEN, IS_WOMAN)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of list: its columns, and which of them it cannot do without."""

    columns: Sequence[Column]
    also: Sequence[Column]
    needed: Sequence[Sequence[Column]]
    """Of each group at least one."""

    @property
    def known(self) -> list[Column]:
        return [*self.columns, *self.also]


A_NAME = (columns.NAME, GIVEN)
A_UNIT = (columns.UNIT, columns.UNIT_KEY)
SHAPES = {
    "members": Shape(columns.OF_MEMBERS, SPLIT, (A_NAME,)),
    "posts": Shape(columns.OF_POSTS, SPLIT, (A_NAME, (columns.POST,))),
    "headcounts": Shape(columns.OF_HEADCOUNTS, (), (A_UNIT, (columns.MEMBERS,))),
}

WORDS: dict[str, tuple[str, ...]] = {
    "name": ("ho va ten", "ho ten", "ho va ten doan vien", "ten doan vien", "doan vien"),
    "family_name": ("ho va ten dem", "ho dem", "ho va dem", "ho lot", "ho va chu lot", "ho"),
    "given_name": ("ten",),
    "code": (
        "ma so doan vien",
        "ma doan vien",
        "so the doan vien",
        "ma so",
        "so the",
        "ma the",
        "so the cong doan",
    ),
    "birth_on": ("ngay sinh", "ngay thang nam sinh", "sinh ngay", "nam sinh", "ngay thang sinh"),
    "birth_of_men": ("ngay sinh nam", "nam sinh nam", "ngay thang nam sinh nam"),
    "birth_of_women": ("ngay sinh nu", "nam sinh nu", "ngay thang nam sinh nu"),
    "sex": ("gioi tinh", "gioi", "phai", "nam nu"),
    "is_woman": ("nu", "la nu"),
    "phone": (
        "so dien thoai",
        "dien thoai",
        "sdt",
        "dien thoai di dong",
        "di dong",
        "dt",
        "so dt",
        "so dien thoai lien he",
        "phone",
    ),
    "email": ("thu dien tu", "email", "e mail", "dia chi email", "dia chi thu dien tu", "mail"),
    "unit": (
        "don vi",
        "ten don vi",
        "to cong doan",
        "cong doan co so",
        "cdcs",
        "ten cdcs",
        "to",
        "cong doan bo phan",
        "don vi cong tac",
        "noi sinh hoat",
        "ten cong doan co so",
        "noi cong tac",
        "phong ban",
    ),
    "unit_key": ("ma don vi",),
    "joined_on": (
        "ngay vao don vi",
        "ngay vao cong doan",
        "ngay ket nap",
        "ngay vao",
        "ngay gia nhap",
        "ngay gia nhap cong doan",
        "ngay vao cd",
    ),
    "joined_by": ("vao theo dien", "dien vao", "hinh thuc vao"),
    "decision": ("quyet dinh ket nap chuyen den", "quyet dinh ket nap", "so quyet dinh ket nap"),
    "left_on": ("ngay thoi sinh hoat", "ngay giam", "ngay ra khoi cong doan", "ngay chuyen di"),
    "left_why": ("ly do thoi", "ly do giam", "ly do"),
    "post": ("chuc vu", "chuc danh", "chuc vu cong doan", "nhiem vu"),
    "since": (
        "giu chuc vu tu ngay",
        "tu ngay",
        "ngay giu chuc vu",
        "ngay bo nhiem",
        "ngay bat dau",
        "bat dau tu",
    ),
    "until": ("thoi giu tu ngay", "den ngay", "ngay thoi giu", "ngay ket thuc"),
    "how": ("hinh thuc", "co so giu chuc vu"),
    "basis": ("can cu", "quyet dinh", "so quyet dinh", "van ban cong nhan"),
    "counted_on": ("tinh den ngay", "ngay", "ngay chot", "thoi diem"),
    "members": (
        "so doan vien",
        "doan vien",
        "tong so doan vien",
        "tong so",
        "so luong doan vien",
        "so luong",
        "sl doan vien",
    ),
    "women": ("so nu", "nu", "doan vien nu", "trong do nu", "so doan vien nu", "nu doan vien"),
}
