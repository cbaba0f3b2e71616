"""Days and figures as the page of a plan tells them."""

from decimal import Decimal

import pytest

from thidua.plans.models import Commemoration, Phase, Target
from thidua.plans.promised import each_once, figure_of


@pytest.mark.parametrize(
    ("text", "value", "unit", "figure"),
    [
        ("Trên 95% đoàn viên đăng ký tham gia", "95", "%", "trên 95%"),
        ("100% CĐCS tổ chức phát động", "100", "%", "100%"),
        ("Mỗi tổ có ít nhất 02 sáng kiến", "2", "sáng kiến", "ít nhất 2 sáng kiến"),
        ("Kết nạp tối thiểu 1.500 đoàn viên", "1500", "đoàn viên", "tối thiểu 1.500 đoàn viên"),
        ("Có 98,5% trở lên đạt chuẩn", "98.5", "%", "98,5% trở lên"),
        ("Trên 950 người, 95% đạt", "95", "%", "95%"),
    ],
)
def test_a_figure_is_told_as_it_was_promised(text, value, unit, figure):
    assert figure_of(Target(text=text, value=Decimal(value), unit=unit)) == figure


def test_a_target_without_a_figure_tells_none():
    assert figure_of(Target(text="Đẩy mạnh phong trào")) == ""


def day(position, name, ordinal=None, phase=None):
    return Commemoration(position=position, name=name, ordinal=ordinal, phase=phase)


def test_a_day_that_title_and_phase_name_stands_once_and_in_its_phase():
    phase = Phase(name="Đợt 1")
    title = day(0, "Ngày thành lập Công đoàn Việt Nam", 95)
    again = day(1, "ngày thành lập Công đoàn Việt Nam", 95, phase)
    bare = day(2, "Ngày thành lập Công đoàn Việt Nam")
    other = day(3, "Ngày Quốc khánh", 79)

    assert each_once([title, again, bare, other]) == [again, other]


def test_two_counts_of_one_day_are_both_told():
    days = [day(0, "Ngày Quốc khánh", 78), day(1, "Ngày Quốc khánh", 79)]

    assert each_once(days) == days
