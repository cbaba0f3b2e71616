"""A row named by typing: the very name, then the name inside another, then every word of it."""

import pytest
from django.core.exceptions import ValidationError

from factories import UnitFactory
from thidua.org.fields import one_of
from thidua.org.models import Unit

SCHOOL = "Công đoàn cơ sở Trường THPT Hoa Phong"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def units():
    for name in (SCHOOL, f"{SCHOOL} B", "Tổ Phòng Đào tạo và Khoa học", "Tổ Văn phòng"):
        UnitFactory(name=name)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cong doan co so truong thpt hoa phong", SCHOOL),
        ("hoa phong b", f"{SCHOOL} B"),
        ("van phong", "Tổ Văn phòng"),
        ("khoa phong", "Tổ Phòng Đào tạo và Khoa học"),
    ],
)
def test_the_nearest_row_is_meant(typed, meant):
    assert one_of(Unit.objects.all(), typed).name == meant


def test_who_holds_the_name_is_asked_about_and_not_who_holds_its_words():
    with pytest.raises(ValidationError) as refused:
        one_of(Unit.objects.all(), "hoa phong")

    assert refused.value.messages == [
        f"“hoa phong” khớp với nhiều tên: {SCHOOL}; {SCHOOL} B. Hãy gõ đủ tên."
    ]
