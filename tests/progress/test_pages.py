from datetime import date
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, LEADER, OFFICER, actor_as, user_as
from progress.below import acknowledged, plan_to, reminded, renumbered, workplaces
from thidua.notify.models import Notice
from thidua.progress.models import Reminder

LIST = reverse("progress:list")


@pytest.fixture
def page(client, province, officer):
    client.force_login(officer.user)
    return client


def url(plan, name="plan", **query):
    return reverse(f"progress:{name}", args=[plan.pk]) + (
        f"?{urlencode(query, doseq=True)}" if query else ""
    )


def names(response):
    return [line.row.name for line in response.context["lines"]]


def asked(units, step="acknowledged", **more):
    words = {"buoc": step, "words": "Đề nghị đơn vị xác nhận.", "once": "trang-1"}
    return words | {"don_vi": [unit.pk for unit in units]} | more


def test_a_single_plan_opens_at_once(page, plan):
    assert page.get(LIST).headers["Location"] == url(plan)


def test_several_plans_stand_in_a_list(page, province, workplace):
    first = renumbered(plan_to(province, workplace), "04/KH-CĐGD")
    second = plan_to(province, days=None)

    text = page.get(LIST).text

    assert url(first) in text
    assert url(second) in text


def test_who_follows_but_has_issued_nothing_reads_what_would_be_here(page):
    assert "Chưa có kế hoạch nào để theo dõi" in page.get(LIST).text


@pytest.mark.parametrize("post", [CLERK, LEADER])
def test_who_does_not_watch_hears_whose_page_it_is(client, province, plan, post):
    client.force_login(user_as(post, province))

    assert client.get(LIST).status_code == 403
    assert client.get(url(plan)).status_code == 404


def test_the_matrix_shows_every_unit_and_the_six_totals(page, province):
    one, other = workplaces(province, 2)
    plan = plan_to(province, one, other, opened=date(2024, 1, 16))
    acknowledged(plan, one, date(2024, 3, 14))

    response = page.get(url(plan))

    assert names(response) == ["CĐCS số 001", "CĐCS số 000"]
    assert [(total.label, total.shown, total.note) for total in response.context["totals"]] == [
        ("Nhận", "2", "đủ 2 đơn vị"),
        ("Xác nhận", "1", "còn 1"),
        ("Kế hoạch riêng", "0", "còn 2"),
        ("Phát động", "0", "còn 2"),
        ("Giao ước", "–", "0/0 đoàn viên"),
        ("Báo cáo", "–", "chưa mở kỳ báo cáo"),
    ]
    assert "Im lặng 59 ngày" in response.text
    assert "14/03, hệ thống" in response.text


def test_a_plan_sent_to_nobody_says_so(page, province):
    plan = plan_to(province, days=None)

    text = page.get(url(plan)).text

    assert "Kế hoạch này chưa gửi đến đơn vị cấp dưới nào" in text
    assert "Tổng gồm 0 đơn vị" in text


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("", ["CĐCS số 001", "CĐCS số 000"]),
        ("qua-han", ["CĐCS số 001", "CĐCS số 000"]),
        ("im-lang", ["CĐCS số 001"]),
        ("chua-xac-nhan", ["CĐCS số 001"]),
        ("chua-phat-dong", ["CĐCS số 001", "CĐCS số 000"]),
        ("khong-co", ["CĐCS số 001", "CĐCS số 000"]),
    ],
)
def test_a_filter_stands_in_the_address(page, province, code, shown):
    one, other = workplaces(province, 2)
    plan = plan_to(province, one, other)
    acknowledged(plan, one, date(2024, 3, 14))

    assert names(page.get(url(plan, loc=code))) == shown


@pytest.mark.parametrize(("words", "count"), [("hoa lu", 1), ("HOA LƯ", 1), ("hoa binh", 0)])
def test_a_unit_is_found_by_its_name_without_diacritics(page, plan, words, count):
    response = page.get(url(plan, q=words))

    assert len(response.context["lines"]) == count
    assert ("Không có đơn vị nào như vậy" in response.text) is (count == 0)


def test_over_fifty_units_there_are_pages(page, province):
    plan = plan_to(province, *workplaces(province, 51))

    first, second = page.get(url(plan)), page.get(url(plan, page=2))

    assert (len(names(first)), len(names(second))) == (50, 1)


def test_what_is_late_with_most_units_is_offered_first(page, plan, workplace):
    acknowledged(plan, workplace, date(2024, 1, 20))

    assert page.get(url(plan)).context["step"] == "own_plan"


def test_who_gets_what_is_shown_before_anything_is_sent(page, plan, workplace, chair):
    response = page.get(url(plan, "remind", buoc="acknowledged", don_vi=[workplace.pk]))

    assert "Trần Văn Lâm" in response.text
    assert "1 thông báo trong hệ thống, 1 thư điện tử" in response.text
    assert "Hạn đã qua: 25/01/2024." in response.context["form"].initial["words"]
    assert not Reminder.objects.exists()


def test_the_foot_bar_tells_the_same_while_units_are_chosen(page, plan, workplace, chair):
    address = url(plan, "remind", buoc="acknowledged", don_vi=[workplace.pk])

    foot = page.get(address, headers={"HX-Request": "true"}).text

    assert "<html" not in foot
    assert "Nhắc 1 đơn vị." in foot


def test_without_a_chosen_unit_the_list_comes_back_with_the_reason(page, plan):
    response = page.get(url(plan, "remind", buoc="acknowledged"), follow=True)

    assert response.redirect_chain == [(url(plan), 302)]
    assert "Chưa chọn đơn vị nào." in response.text
    htmx = page.get(url(plan, "remind", buoc="acknowledged"), headers={"HX-Request": "true"})
    assert "Chưa chọn đơn vị nào." in htmx.text


@pytest.mark.parametrize(
    "query", [{"buoc": "khong-co", "don_vi": [1]}, {"buoc": "acknowledged", "don_vi": ["x", "0"]}]
)
def test_a_choice_that_means_nothing_composes_nothing(page, plan, query):
    assert page.get(url(plan, "remind", **query)).status_code == 302


def test_sending_leads_to_the_list_of_what_was_sent(page, plan, workplace, chair):
    response = page.post(url(plan, "remind"), asked([workplace]), follow=True)

    assert response.redirect_chain == [(url(plan, "reminders"), 302)]
    assert "Đã gửi lời nhắc cho 1 đơn vị" in response.text
    assert "1 thông báo, 1 thư" in response.text
    assert [reminder.unit for reminder in response.context["page"]] == [workplace]


def test_a_second_reminder_on_one_day_is_asked_about_first(page, plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)

    response = page.post(url(plan, "remind"), asked([workplace]))

    assert response.status_code == 422
    assert "Hôm nay đã nhắc: CĐCS Trường THPT Hoa Lư A" in response.text
    assert "Đề nghị đơn vị xác nhận." in response.text
    again = page.post(url(plan, "remind"), asked([workplace], again="on"))
    assert (again.status_code, Reminder.objects.count()) == (302, 2)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"words": ""}, "Chưa có lời nhắc."),
        ({"words": "x" * 481}, "Lời nhắc dài quá 480 ký tự"),
        ({"don_vi": []}, "Chưa chọn đơn vị nào."),
        ({"don_vi": ["0"]}, "Có đơn vị không thuộc nơi nhận của kế hoạch này."),
    ],
)
def test_bad_input_comes_back_with_a_sentence(page, plan, workplace, chair, more, sentence):
    response = page.post(url(plan, "remind"), asked([workplace], **more))

    assert response.status_code == 422
    assert sentence in response.text
    assert not Reminder.objects.exists()


def test_a_unit_without_anybody_is_named_and_nothing_is_sent(page, plan, workplace):
    response = page.post(url(plan, "remind"), asked([workplace]))

    assert response.status_code == 409
    assert "chưa có người có tài khoản hoặc thư điện tử" in response.text
    assert not Reminder.objects.exists()


def test_a_unit_of_another_tree_cannot_be_reminded(page, plan, outsider):
    actor_as(CHAIR, outsider)

    assert page.post(url(plan, "remind"), asked([outsider])).status_code == 422
    assert not Notice.objects.exists()


def test_a_plan_of_another_tree_does_not_exist(client, plan, outsider, workplace):
    client.force_login(user_as(OFFICER, outsider))

    for name in ("plan", "remind", "reminders"):
        assert client.get(url(plan, name)).status_code == 404
    assert client.post(url(plan, "remind"), asked([workplace])).status_code == 404


def test_before_the_first_reminder_the_list_says_how(page, plan):
    assert "Chưa nhắc đơn vị nào về kế hoạch này" in page.get(url(plan, "reminders")).text


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_asks_the_same_number_of_questions_for_many(
    page, province, count, django_assert_max_num_queries
):
    units = workplaces(province, count)
    plan = plan_to(province, *units)
    page.get(reverse("notify:notices"))

    with django_assert_max_num_queries(32):
        page.get(url(plan))
