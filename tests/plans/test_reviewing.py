"""The officer goes through a reading: fixes, keeps, corrects, takes back."""

import re

import pytest

from factories import CHAIR, user_as
from plans.conftest import seed, upload
from thidua.documents.models import Reading
from thidua.files.queries import content_of
from thidua.plans.understanding import understood


@pytest.fixture
def school(client, officer):
    """The Lai Châu plan: its base year of 20/11 is wrong."""
    upload(client, seed("001"))
    return Reading.objects.get()


def finding_of(reading, rule, quote=""):
    return next(
        noted
        for noted in understood(reading).open
        if noted.finding.rule == rule and quote in noted.quote
    )


def url(reading, name):
    return f"/plans/readings/{reading.pk}/{name}/"


def wrong_year(reading):
    return next(noted for noted in understood(reading).open if noted.quote == "1983")


def test_every_field_leads_to_a_mark_in_the_source(client, school):
    page = client.get(f"{school.get_absolute_url()}?phan=truong").text

    start, end = school.data["spans"]["date"]
    assert f'href="#s-{start}-{end}"' in page
    assert f'<mark id="s-{start}-{end}"' in page


def test_the_finding_quotes_its_words_and_offers_the_fix(client, school):
    page = client.get(school.get_absolute_url()).text

    assert '<mark class="td-err">1983</mark>' in page
    assert "Sửa “1983” thành “1982”" in page
    assert "Giữ như bản gốc" in page


def test_a_fix_changes_the_systems_text_and_never_the_file(client, school):
    key = wrong_year(school).key

    response = client.post(url(school, "fix"), {"finding": key}, follow=True)

    school.refresh_from_db()
    now = understood(school)
    assert "(20/11/1982 - 20/11/2022)" in now.reading.text
    assert content_of(school.file) == seed("001")
    assert "20/11/1983" in school.data["text"]
    assert now.finding(key) is None
    assert "“1983” thành “1982”" in response.text
    assert "Hoàn tác" in response.text


def test_after_a_fix_the_fields_are_read_again(client, school):
    client.post(url(school, "fix"), {"finding": wrong_year(school).key})

    school.refresh_from_db()
    days = understood(school).reading.phases[1].commemorations
    assert [day.base_year for day in days if (day.day, day.month) == (20, 11)] == [1982]


def test_other_findings_keep_their_names_while_one_is_fixed(client, school):
    before = {noted.key for noted in understood(school).open}
    key = finding_of(school, "number-form").key

    client.post(url(school, "fix"), {"finding": key})

    school.refresh_from_db()
    after = {noted.key for noted in understood(school).open}
    assert understood(school).reading.full_number == "01/KH-CĐCS"
    assert before - after == {key}


def test_undo_brings_the_words_and_the_finding_back(client, school):
    key = wrong_year(school).key
    client.post(url(school, "fix"), {"finding": key})

    client.post(url(school, "undo"), {"finding": key})

    school.refresh_from_db()
    assert understood(school).reading.text == school.data["text"]
    assert understood(school).finding(key) is not None


def test_a_kept_finding_is_settled_until_it_is_taken_back(client, school):
    key = wrong_year(school).key

    client.post(url(school, "keep"), {"finding": key})
    school.refresh_from_db()
    settled = understood(school).finding(key)
    client.post(url(school, "undo"), {"finding": key})

    school.refresh_from_db()
    assert settled is None
    assert understood(school).finding(key) is not None


def test_the_same_press_twice_is_answered_with_the_reason(client, school):
    key = wrong_year(school).key
    client.post(url(school, "fix"), {"finding": key})

    response = client.post(url(school, "fix"), {"finding": key})

    school.refresh_from_db()
    assert response.status_code == 409
    assert "Chỗ này đã được xem rồi" in response.text
    assert len(school.fixed_findings) == 1


def test_the_officer_may_type_other_words(client, school):
    noted = wrong_year(school)

    opened = client.post(url(school, "fix"), {"retype": noted.key}, follow=True)
    client.post(url(school, "fix"), {"finding": noted.key, "typed": "1982"})

    school.refresh_from_db()
    assert 'name="typed"' in opened.text
    assert "(20/11/1982 - 20/11/2022)" in understood(school).reading.text


def test_a_fix_without_a_place_is_answered_in_words(client, school):
    response = client.post(url(school, "fix"), {})

    assert response.status_code == 422
    assert "Chưa nói rõ sửa chỗ nào" in response.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/04/2022", "Tháng 4 năm 2022 chỉ có 30 ngày."),
        ("29/02/2023", "Tháng 2 năm 2023 chỉ có 28 ngày."),
    ],
)
def test_a_day_that_does_not_exist_is_no_correction(client, school, typed, sentence):
    response = client.post(url(school, "correct"), {"field": "date", "date": typed})

    school.refresh_from_db()
    assert response.status_code == 422
    assert sentence in response.text
    assert f'value="{typed}"' in response.text
    assert school.corrections == {}


def test_a_correction_is_kept_beside_the_reading(client, school):
    before = school.data

    response = client.post(
        url(school, "correct"),
        {
            "field": "phases[0]",
            "phases[0].name": "Đợt 1",
            "phases[0].start": "5/1/22",
            "phases[0].end": "300622",
            "phases[0].theme": "Mừng Đảng quang vinh - Mừng sinh nhật Bác",
        },
        follow=True,
    )

    school.refresh_from_db()
    assert school.corrections == {"phases[0].start": "2022-01-05"}
    assert school.data == before
    assert "05/01/2022 đến 30/06/2022" in response.text
    assert "Bạn đã sửa" in response.text


def test_typing_what_was_read_takes_the_correction_back(client, school):
    client.post(url(school, "correct"), {"field": "place", "place": "Sơn La"})

    client.post(url(school, "correct"), {"field": "place", "place": "Lai Châu"})

    school.refresh_from_db()
    assert school.corrections == {}


def test_recipients_are_corrected_line_by_line(client, school):
    client.post(
        url(school, "correct"), {"field": "recipients", "recipients": "LĐLĐ tỉnh\n\nLưu: VT"}
    )

    school.refresh_from_db()
    assert understood(school).reading.recipients == ("LĐLĐ tỉnh", "Lưu: VT")


def test_a_field_that_is_gone_is_answered_in_words(client, school):
    response = client.post(url(school, "correct"), {"field": "phases[9]"})

    assert response.status_code == 422
    assert "Không còn thông tin này" in response.text


def test_a_correction_survives_a_fix(client, school):
    client.post(url(school, "correct"), {"field": "place", "place": "Sơn La"})
    client.post(url(school, "fix"), {"finding": wrong_year(school).key})

    school.refresh_from_db()
    assert understood(school).reading.place == "Sơn La"


def test_htmx_gets_the_pane_only(client, school):
    pane = client.get(school.get_absolute_url(), headers={"HX-Request": "true"})

    assert "<html" not in pane.text
    assert "Chỗ cần xem" in pane.text
    assert "HX-Request" in pane["Vary"]


def test_when_nothing_is_left_to_look_at_the_page_says_so(client, school):
    for noted in understood(school).open:
        client.post(url(school, "keep"), {"finding": noted.key})

    page = client.get(school.get_absolute_url()).text

    assert "Không còn chỗ nào cần xem." in page
    assert "Còn 0 chỗ" not in page


@pytest.mark.usefixtures("whole_frame")
def test_a_reading_of_a_colleague_waits_for_me_under_my_own_letters(client, school, province):
    client.force_login(user_as(CHAIR, province, "Trần Văn Minh"))

    desk = client.get("/").text

    assert re.findall(r'avatar-xs" aria-hidden="true">(\w+)<', desk) == ["TM"]
    assert "Phạm Thu Hà đọc ngày 15/03/2024" in desk
