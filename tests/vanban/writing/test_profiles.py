"""Layout profiles stay within the rules, and tell how a deputy signs."""

import datetime as dt

import pytest

from vanban.writing.profiles import (
    body_of,
    changed,
    profile_for,
    profiles,
    signature_lines,
    unconfirmed,
)

BY_STATE_RULES = ("nd30", "tld933", "tt01_2011")


def test_the_profiles_are_known_by_name():
    assert set(profiles()) == {"nd30", "tld933", "party66", "tt01_2011"}


@pytest.mark.parametrize("name", BY_STATE_RULES)
@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        ("paper_width_mm", 210, 210),
        ("paper_height_mm", 297, 297),
        ("margin_top_mm", 20, 25),
        ("margin_bottom_mm", 20, 25),
        ("margin_left_mm", 30, 35),
        ("margin_right_mm", 15, 20),
        ("body_pt", 13, 14),
        ("first_line_mm", 10, 12.7),
        ("paragraph_gap_pt", 6, 12),
        ("line_spacing", 1, 1.5),
        ("page_number_pt", 13, 14),
        ("superior_pt", 12, 13),
        ("issuer_pt", 12, 13),
        ("number_pt", 13, 13),
        ("place_date_pt", 13, 14),
        ("doc_type_pt", 13, 14),
        ("authority_pt", 13, 14),
        ("recipients_heading_pt", 12, 12),
        ("recipients_pt", 11, 11),
        ("signature_room_mm", 30, 40),
    ],
)
def test_measures_stay_within_the_decree(name, key, least, most):
    assert least <= getattr(profiles()[name], key) <= most


@pytest.mark.parametrize("name", BY_STATE_RULES)
def test_state_and_union_papers_print_the_state_title(name):
    profile = profiles()[name]

    assert profile.prints_state_title
    assert profile.head_line == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert profile.motto == "Độc lập - Tự do - Hạnh phúc"


def test_party_papers_do_not_print_it():
    assert not profiles()["party66"].prints_state_title
    assert "CỘNG HÒA" not in profiles()["party66"].head_line


@pytest.mark.parametrize(
    "day", [dt.date(2000, 1, 1), dt.date(2022, 1, 5), dt.date(2024, 5, 14), dt.date(2030, 1, 1)]
)
def test_union_papers_use_the_union_profile_on_every_day(day):
    assert profile_for(day).name == "tld933"


@pytest.mark.parametrize(
    ("name", "post", "lines"),
    [
        ("tld933", "Chủ tịch", ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("tld933", "Phó Chủ tịch", ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")),
        ("nd30", "Chủ tịch", ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("nd30", "Phó Chủ tịch", ("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (
            "nd30",
            "Phó Chủ tịch Thường trực",
            ("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ),
        ("party66", "Bí thư", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),
    ],
)
def test_signature_lines_follow_the_deputy_style(name, post, lines):
    assert signature_lines("Ban Thường vụ", post, profiles()[name]) == lines


@pytest.mark.parametrize(
    ("day", "body", "name"),
    [
        (dt.date(2012, 1, 1), "state", "tt01_2011"),
        (dt.date(2020, 3, 4), "state", "tt01_2011"),
        (dt.date(2020, 3, 5), "state", "nd30"),
        (dt.date(2022, 1, 1), "party", "party66"),
        (dt.date(2022, 1, 1), "union", "tld933"),
    ],
)
def test_the_kind_of_body_and_the_day_choose_the_profile(day, body, name):
    assert profile_for(day, body=body).name == name


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("Công đoàn Giáo dục tỉnh", "union"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH", "union"),
        ("Sở Giáo dục và Đào tạo", "state"),
        ("Đảng ủy Khối các cơ quan", "party"),
        ("Hội đồng Thi đua", "union"),
        (None, "union"),
    ],
)
def test_a_body_is_known_by_how_its_name_begins(issuer, body):
    assert body_of(issuer) == body


def test_an_office_changes_values_and_nothing_else():
    profile = profile_for(
        dt.date(2024, 6, 1), changes={"margin_right_mm": "20", "deputy_style": "kt"}
    )

    assert (profile.margin_right_mm, profile.deputy_style) == (20, "kt")
    assert profile.margin_left_mm == profiles()["tld933"].margin_left_mm


@pytest.mark.parametrize(
    "changes", [{"colour": "red"}, {"body_pt": "x"}, {"body_pt": "-1"}, {"subject_italic": "maybe"}]
)
def test_what_cannot_be_a_value_is_refused(changes):
    with pytest.raises(ValueError, match=r"."):
        changed(profiles()["tld933"], changes)


def test_the_values_no_rule_confirms_are_known():
    assert "deputy_style" in unconfirmed("tld933")
    assert unconfirmed("nd30") == ()
    assert "page_number_place" in unconfirmed("tt01_2011")
