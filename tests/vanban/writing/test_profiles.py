"""Layout profiles stay within the rules, and tell how a deputy signs."""

import datetime as dt

import pytest

from vanban.writing.profiles import profile_for, profiles, signature_lines

BY_STATE_RULES = ("nd30", "tld933")


def test_the_profiles_are_known_by_name():
    assert set(profiles()) == {"nd30", "tld933", "party66"}


@pytest.mark.parametrize("name", ["nd30", "tld933", "party66"])
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
