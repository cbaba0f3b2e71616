"""What a new password has to be is said once, in Vietnamese, and what is wrong with one briefly."""

import pytest
from django.contrib.auth.password_validation import get_default_password_validators

from factories import CHAIR, user_as
from org.factor_cases import PASSWORD
from thidua.org.forms.passwords import ChangePasswordForm

RULE = "ít nhất 8 ký tự"


@pytest.fixture
def chair(workplace):
    user = user_as(CHAIR, workplace)
    user.set_password(PASSWORD)
    user.save()
    return user


def refused(chair, typed):
    form = ChangePasswordForm(
        {"now": PASSWORD, "first": typed, "second": typed}, user=chair, proven=False
    )
    return form.errors.get("first", [])


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ("hoa7", ["Mật khẩu này quá ngắn."]),
        ("password", ["Mật khẩu này nhiều người dùng nên dễ đoán."]),
        ("9475638201", ["Mật khẩu này toàn chữ số."]),
        (
            "12345",
            [
                "Mật khẩu này quá ngắn.",
                "Mật khẩu này nhiều người dùng nên dễ đoán.",
                "Mật khẩu này toàn chữ số.",
            ],
        ),
        ("hoa-phuong-9", []),
    ],
)
def test_what_is_wrong_with_a_new_password(chair, typed, faults):
    assert refused(chair, typed) == faults


def test_the_rule_stands_on_the_page_once_before_and_after_a_refusal(client, chair):
    client.force_login(chair)
    form = {"now": PASSWORD, "first": "12345", "second": "12345"}

    before = client.get("/account/password/").text
    after = client.post("/account/password/", form).text

    assert (before.count(RULE), after.count(RULE)) == (1, 1)
    assert "short" not in after


def test_the_rule_is_the_one_that_holds():
    shortest, *others = get_default_password_validators()

    assert f"ít nhất {shortest.min_length} ký tự" == RULE
    assert [type(one).__name__ for one in others] == [
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    ]
