"""The pages of those who keep sheets and of those who watch."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories import CHAIR, CLERK, LEADER, NOON, UnitFactory, user_as
from files.photographs import photograph
from pledges.sheets import code_of, counted, member, plan_of, sheet_of, signed
from thidua.pledges import queries
from thidua.pledges.models import Pledge, PledgeState, Sheet, SignedList
from thidua.pledges.queries import names_on


@pytest.fixture
def signed_in(client, workplace):
    client.force_login(user_as(CHAIR, workplace, "Trần Văn Lâm"))
    return client


def filled(**changed):
    return {
        "title": "Giao ước thi đua",
        "words": "Dạy tốt.\n\nChăm lo đồng nghiệp.",
        "purpose": "Tính tỷ lệ.",
        "contact": "Trần Văn Lâm",
        "opens_on": "15/03/2024",
        "closes_on": "29/03/2024",
    } | changed


def test_a_sheet_is_opened_from_the_phase_of_the_plan(signed_in, workplace, phase):
    where = {"unit": workplace.pk, "phase": phase.pk}
    chosen = signed_in.get("/pledges/open/")
    page = signed_in.get("/pledges/open/", where)

    done = signed_in.post("/pledges/open/", filled(**where))

    assert f"?unit={workplace.pk}&amp;phase={phase.pk}" in chosen.text
    assert "Thi đua “Dạy tốt, học tốt”" in page.text
    sheet = Sheet.objects.get()
    assert (done.status_code, done["Location"]) == (302, sheet.get_absolute_url())
    assert sheet.words == "Dạy tốt.\nChăm lo đồng nghiệp."


def test_a_second_plan_of_the_year_that_is_about_to_begin_is_offered_under_its_name(
    signed_in, workplace, phase
):
    second = plan_of(workplace, number="04/KH-CĐCS", starts_on=date(2024, 4, 1))

    page = signed_in.get("/pledges/open/").text

    assert f"phase={phase.pk}" in page
    assert f"phase={second.phases.get(position=1).pk}" in page
    assert "Kế hoạch số 04/KH-CĐCS" in page


def test_what_has_to_be_closed_first_comes_first_and_what_is_closed_last(province, phase):
    """A name stands where it belongs in the Vietnamese alphabet."""
    names = ("Đông Sơn", "An Hòa", "Dân Chủ", "Ý Yên", "Ba Vì")
    units = [UnitFactory(under=province, name=name) for name in names]
    late, later = date(2024, 3, 10), date(2024, 3, 20)
    for unit, closes_on in zip(units, (later, later, later, late, late), strict=True):
        sheet_of(unit, phase, opens_on=date(2024, 3, 1), closes_on=closes_on)
    Sheet.objects.filter(unit=units[4]).update(closed_at=NOON)

    shown = queries.most_urgent_first(Sheet.objects.all()).values_list("unit__name", flat=True)

    assert list(shown) == ["Ý Yên", "An Hòa", "Dân Chủ", "Đông Sơn", "Ba Vì"]


def test_an_address_that_no_phone_reaches_is_told_before_it_is_printed(signed_in, sheet):
    page = sheet.get_absolute_url()
    told = "chỉ mở được trên chính máy đang chạy hệ thống"

    assert told in signed_in.get(page, headers={"host": "127.0.0.1"}).text
    assert told not in signed_in.get(page).text


def test_what_was_typed_stays_on_the_page_that_refuses(signed_in, workplace, phase):
    where = {"unit": workplace.pk, "phase": phase.pk}

    empty = signed_in.post("/pledges/open/", filled(words=" ", **where))
    late = signed_in.post("/pledges/open/", filled(closes_on="29/9/2024", **where))

    assert (empty.status_code, late.status_code) == (422, 409)
    assert "Chưa có lời giao ước nào." in empty.text
    assert "Chăm lo đồng nghiệp." in late.text
    assert not Sheet.objects.exists()


def test_the_page_of_a_sheet_shows_the_figures_and_the_code(signed_in, sheet, ngoc):
    counted(sheet, ngoc)

    page = signed_in.get(sheet.get_absolute_url())

    assert "1 trong 2 đoàn viên đã ký" in page.text
    assert f"testserver/g/{code_of(sheet).token}" in page.text
    assert "Vũ Thị Ngọc" not in page.text


def test_a_superior_reads_figures_and_neither_names_nor_the_code(client, province, sheet, ngoc):
    counted(sheet, ngoc)
    client.force_login(user_as(CHAIR, province))

    page = client.get(sheet.get_absolute_url())
    names = client.get(f"/pledges/{sheet.pk}/names/")

    assert "1 trong 2 đoàn viên đã ký" in page.text
    assert code_of(sheet).token not in page.text
    assert names.status_code == 403
    assert "Cấp trên chỉ xem con số" in names.text


def test_a_group_leader_sees_the_names_of_the_own_group(client, group, sheet, ngoc, hung):
    signed(sheet, "Lê Văn Lạ", "1234")
    client.force_login(user_as(LEADER, group))

    page = client.get(f"/pledges/{sheet.pk}/names/")

    assert ngoc.name in page.text
    assert hung.name not in page.text
    assert "Lê Văn Lạ" not in page.text


def test_the_names_are_filtered(signed_in, sheet, ngoc, hung):
    counted(sheet, ngoc)

    page = signed_in.get(f"/pledges/{sheet.pk}/names/?loc=chua-ky")

    assert hung.name in page.text
    assert ngoc.name not in page.text


def test_a_list_is_recorded_with_its_picture(signed_in, sheet, ngoc, hung):
    page = signed_in.get(f"/pledges/{sheet.pk}/list/")
    done = signed_in.post(
        f"/pledges/{sheet.pk}/list/",
        {
            "once": page.context["form"].initial["once"],
            "picture": SimpleUploadedFile("danh-sach.jpg", photograph()),
            "signed_on": "10/3/2024",
            "persons": [str(ngoc.pk)],
            "typed": "dinh van hung",
        },
        follow=True,
    )

    assert "Đã ghi nhận 2 người theo danh sách ký." in done.text
    picture = signed_in.get(f"/pledges/list/{SignedList.objects.get().pk}/picture/")
    assert picture["Content-Type"] == "image/jpeg"


def test_persons_that_cannot_be_are_told_on_the_list(signed_in, sheet, ngoc):
    answer = signed_in.post(f"/pledges/{sheet.pk}/list/", {"persons": ["9" * 5000, "x"]})

    assert answer.status_code == 422
    assert "không có trong danh sách của bạn" in answer.text


def test_a_unit_or_phase_that_cannot_be_is_asked_for_again(signed_in, workplace, phase):
    for where in ({"unit": "9" * 5000, "phase": phase.pk}, {"unit": workplace.pk, "phase": "²"}):
        assert signed_in.get("/pledges/open/", where).status_code == 200


def test_a_line_that_names_nobody_keeps_the_list_out(signed_in, sheet, ngoc):
    refused = signed_in.post(
        f"/pledges/{sheet.pk}/list/",
        {
            "picture": SimpleUploadedFile("danh-sach.jpg", photograph()),
            "signed_on": "10/3/2024",
            "persons": [str(ngoc.pk)],
            "typed": "Vũ Thị Ngọc\nLê Văn Lạ",
        },
    )

    assert refused.status_code == 422
    assert "Dòng 2 “Lê Văn Lạ”: không có trong danh sách." in refused.text
    assert "checked" in refused.text
    assert not Pledge.objects.exists()


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({}, "Chưa có ảnh chụp danh sách."),
        ({"picture": SimpleUploadedFile("a.jpg", b"khong phai anh")}, "a.jpg"),
    ],
)
def test_a_list_without_a_picture_is_refused(signed_in, sheet, ngoc, sent, reason):
    refused = signed_in.post(
        f"/pledges/{sheet.pk}/list/",
        {"signed_on": "10/3/2024", "persons": [str(ngoc.pk)], **sent},
    )

    assert refused.status_code == 422
    assert reason in refused.text


def test_waiting_is_matched_on_a_page_with_suggestions(signed_in, sheet, ngoc):
    pledge = signed(sheet, "Vu Thi Ngok", "1111")

    page = signed_in.get(f"/pledges/pledge/{pledge.pk}/match/")
    done = signed_in.post(f"/pledges/pledge/{pledge.pk}/match/", {"person": ngoc.pk}, follow=True)

    assert "Là Vũ Thị Ngọc, mã HL-012" in page.text
    assert "Đã ghi chữ ký cho Vũ Thị Ngọc." in done.text
    again = signed_in.get(f"/pledges/pledge/{pledge.pk}/match/")
    assert again.status_code == 409


def test_matching_to_who_has_signed_meanwhile_says_so(signed_in, sheet, ngoc):
    pledge = signed(sheet, "Vu Thi Ngok", "1111")
    counted(sheet, ngoc)

    refused = signed_in.post(f"/pledges/pledge/{pledge.pk}/match/", {"person": ngoc.pk})

    assert refused.status_code == 409
    assert "Vũ Thị Ngọc đã ký ngày 15/03/2024" in refused.text


@pytest.mark.parametrize("act", ["dismiss", "strike"])
def test_what_is_taken_out_needs_a_reason(signed_in, sheet, ngoc, act):
    pledge = signed(sheet, "Lê Lạ", "1111") if act == "dismiss" else counted(sheet, ngoc)
    url = f"/pledges/pledge/{pledge.pk}/{act}/"

    refused = signed_in.post(url, {"reason": " "})
    done = signed_in.post(url, {"reason": "Đã chuyển trường"}, follow=True)

    assert (refused.status_code, "Chưa ghi lý do." in refused.text) == (422, True)
    assert "Đã chuyển trường" in done.text


def test_the_acts_of_the_keeper(signed_in, sheet):
    token = code_of(sheet).token
    for act, said in [
        ("code", "thu hồi mã cũ"),
        ("close", "Đã chốt bản giao ước"),
        ("reopen", "Đã mở lại"),
    ]:
        done = signed_in.post(f"/pledges/{sheet.pk}/{act}/", follow=True)
        assert said in done.text
    done = signed_in.post(f"/pledges/{sheet.pk}/days/", {"closes_on": "5/4/24"}, follow=True)
    assert "05/04/2024" in done.text
    refused = signed_in.post(f"/pledges/{sheet.pk}/days/", {"closes_on": "5/9/24"})
    assert (refused.status_code, "phải nằm trong khoảng" in refused.text) == (409, True)
    assert code_of(sheet).token != token


def test_the_wall_has_one_number_no_names_and_comes_alone_for_htmx(signed_in, sheet, ngoc):
    counted(sheet, ngoc)

    wall = signed_in.get(f"/pledges/{sheet.pk}/wall/")
    part = signed_in.get(f"/pledges/{sheet.pk}/wall/", headers={"HX-Request": "true"})

    assert 'hx-trigger="every 10s"' in wall.text
    assert "<html" not in part.text
    assert "trong 2 đoàn viên đã ký" in part.text
    assert "Ngọc" not in wall.text


def test_the_poster_has_the_code_without_any_style(signed_in, sheet):
    poster = signed_in.get(f"/pledges/{sheet.pk}/poster/")

    assert "Quét mã để ký giao ước" in poster.text
    assert "style=" not in poster.text


def test_the_installations_own_address_stands_in_the_code(signed_in, sheet, settings):
    settings.SITE_URL = "https://thidua.example/"

    page = signed_in.get(sheet.get_absolute_url())

    assert f"https://thidua.example/g/{code_of(sheet).token}/" in page.text


def test_a_clerk_reads_figures_and_changes_nothing(client, workplace, sheet):
    client.force_login(user_as(CLERK, workplace))

    assert client.get(sheet.get_absolute_url()).status_code == 200
    assert client.post(f"/pledges/{sheet.pk}/close/").status_code == 403
    assert client.get(f"/pledges/{sheet.pk}/list/").status_code == 403
    assert client.get("/pledges/open/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_names_take_as_many_questions_for_three_as_for_one(
    chair, sheet, group, count, django_assert_num_queries
):
    for number in range(count):
        counted(sheet, member(group, f"Người {number}"))

    with django_assert_num_queries(5):
        names_on(chair, sheet)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_questions_for_three_as_for_one(
    signed_in, province, sheet, count, django_assert_max_num_queries
):
    for _number in range(count):
        other = UnitFactory(under=province)
        sheet_of(other, plan_of(other).phases.get(position=1))
    signed_in.force_login(user_as(CHAIR, province))
    signed_in.get("/pledges/")

    with django_assert_max_num_queries(20):
        page = signed_in.get("/pledges/")

    assert len(page.context["rows"]) == count + 1


def test_the_settled_list_shows_states(signed_in, sheet, ngoc):
    pledge = counted(sheet, ngoc)
    pledge.state, pledge.reason = PledgeState.STRUCK, "Ký thay"
    pledge.save()

    page = signed_in.get(f"/pledges/{sheet.pk}/names/")

    assert "Đã gạch" in page.text
