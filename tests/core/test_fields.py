import datetime as dt

import pytest
from django import forms
from django.core.exceptions import ValidationError

from thidua.core.fields import ChosenRowsField, VnDateField, parse_day
from thidua.org.models import UnitKind


class DayForm(forms.Form):
    day = VnDateField(label="Ngày")
    until = VnDateField(label="Đến", required=False)


@pytest.mark.parametrize(
    "typed",
    [
        "5/8/24",
        "050824",
        "05082024",
        "05/08/2024",
        "5-8-2024",
        "5.8.24",
        " 05 / 08 / 2024 ",
        "5 8 2024",
        "2024-08-05",
    ],
)
def test_every_habit_of_typing_a_day_is_understood(typed):
    assert parse_day(typed) == dt.date(2024, 8, 5)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/04/2022", "Tháng 4 năm 2022 chỉ có 30 ngày."),
        ("29/02/2023", "Tháng 2 năm 2023 chỉ có 28 ngày."),
        ("290223", "Tháng 2 năm 2023 chỉ có 28 ngày."),
        ("05/13/2024", "Không có tháng 13. Hãy xem lại ngày vừa gõ."),
        ("0/5/2024", "Ngày của tháng bắt đầu từ 01."),
        ("01/01/0000", "Năm 0 nằm ngoài khoảng 1900 đến 2100. Hãy xem lại ngày vừa gõ."),
        ("hôm nay", "Chưa đọc được ngày “hôm nay”. Gõ ngày/tháng/năm, ví dụ 05/08/2024."),
        ("5/8", "Chưa đọc được ngày “5/8”. Gõ ngày/tháng/năm, ví dụ 05/08/2024."),
    ],
)
def test_a_day_that_does_not_exist_is_answered_with_the_reason(typed, sentence):
    with pytest.raises(ValidationError) as refused:
        parse_day(typed)

    assert refused.value.messages == [sentence]


def test_the_field_gives_a_date_and_leaves_an_optional_day_empty():
    form = DayForm({"day": "050824", "until": ""})

    assert form.is_valid()
    assert form.cleaned_data == {"day": dt.date(2024, 8, 5), "until": None}


def test_a_day_is_shown_in_full():
    form = DayForm(initial={"day": dt.date(2024, 8, 5)})

    assert form["day"].value() == "05/08/2024"


def test_what_was_typed_stays_when_it_was_wrong():
    form = DayForm({"day": "31/04/2022"})

    assert form.errors == {"day": ["Tháng 4 năm 2022 chỉ có 30 ngày."]}
    assert form["day"].value() == "31/04/2022"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["9" * 30, "-1", "²", "a", ""])
def test_a_number_that_no_table_can_hold_is_no_row(typed):
    class RowsForm(forms.Form):
        kinds = ChosenRowsField(UnitKind.objects.all())

    form = RowsForm({"kinds": [typed]})

    assert not form.is_valid()
    assert "kinds" in form.errors
