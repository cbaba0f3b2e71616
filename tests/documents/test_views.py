from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.papers import drafted, entered, issued, received, signed
from factories import (
    CHAIR,
    CLERK,
    DAY,
    KEEPER,
    LEADER,
    NOON,
    OFFICER,
    UnitFactory,
    UserFactory,
    user_as,
)
from thidua.documents import actions
from thidua.documents.models import BookEntry, Delivery, DocumentFile, FileRole, OutsideBody
from thidua.org.actor import Actor
from thidua.org.models import Post
from thidua.plans.models import Plan

PDF = b"%PDF-1.7 scan"


@pytest.fixture
def clerk(client, province):
    user = user_as(CLERK, province, "Lê Văn Thư")
    client.force_login(user)
    return Actor.of(user, DAY)


def put(paper, role, by):
    return actions.attach(
        document=paper,
        data=PDF + role.encode(),
        name=f"tep-{role}.pdf",
        role=role,
        media_type="application/pdf",
        by=by,
        at=NOON,
    )


def scan(data=PDF, name="ban-quet.pdf"):
    return SimpleUploadedFile(name, data)


def test_the_outgoing_register_shows_papers_kept_and_cancelled_numbers(client, clerk, province):
    paper = issued(province, ["Các CĐCS trực thuộc", "Lưu: VT, CĐGD"])
    when = {"unit": province, "by": clerk, "at": paper.issued_at}
    actions.reserve_number(reason="Quyết định khen thưởng", **when)
    actions.reserve_number(reason="Báo cáo", **when)
    actions.cancel_number(number=3, year=2024, reason="Không ban hành", **when)
    draft = drafted(province, title="Kế hoạch chưa xong")

    text = client.get(reverse("documents:register_out")).text

    assert f'href="/documents/{paper.pk}/">01/KH-CĐGD</a>' in text
    assert "Quyết định khen thưởng" in text
    assert "Không ban hành" in text
    assert ("Đang giữ" in text, "Đã hủy" in text) == (True, True)
    assert f'href="/documents/{draft.pk}/"' in text
    assert "Lưu: VT, CĐGD" in text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("thi dua", True),
        ("THI ĐUA yeu nuoc", True),
        ("01", True),
        ("1/kh", True),
        ("hội thao", False),
        ("hoa", False),
    ],
)
def test_the_register_is_searched_without_diacritics(client, clerk, province, words, found):
    issued(province)

    text = client.get(reverse("documents:register_out"), {"q": words}).text

    assert ("01/KH-CĐGD</a>" in text) is found


def test_the_register_answers_htmx_with_its_rows_only(client, clerk, province):
    issued(province)

    rows = client.get(reverse("documents:register_out"), headers={"HX-Request": "true"})

    assert "<html" not in rows.text
    assert "01/KH-CĐGD" in rows.text


def test_a_year_without_numbers_says_what_brings_the_first(client, clerk):
    response = client.get(reverse("documents:register_out"), {"year": "2020"})

    assert "Sổ năm 2020 chưa có số nào" in response.text


@pytest.mark.parametrize("year", ["abc", "99999", "-1", "²²²²", "0000", "1899", "9" * 5000])
def test_a_year_that_is_none_shows_this_year(client, clerk, year):
    response = client.get(reverse("documents:register_out"), {"year": year})

    assert "năm 2024" in response.text


@pytest.mark.parametrize("words", ["9" * 5000, "9" * 40, "k\x00x", "a " * 200])
def test_a_search_nobody_means_finds_nothing(client, clerk, province, words):
    issued(province)

    response = client.get(reverse("documents:register_out"), {"q": words})

    assert (response.status_code, "01/KH-CĐGD</a>" in response.text) == (200, False)


@pytest.mark.parametrize("unit", ["abc", "9" * 18, "9" * 5000, "²"])
def test_a_unit_that_is_none_is_not_found(client, clerk, unit):
    assert client.get(reverse("documents:register_out"), {"unit": unit}).status_code == 404


def test_the_printed_register_has_every_row(client, clerk, province, monkeypatch):
    for number in range(1, 61):
        entered(province, number=number, full_number=f"{number:02d}/KH-CĐGD")

    paged = client.get(reverse("documents:register_out"))
    whole = client.get(reverse("documents:register_out"), {"rows": "all"})

    assert (paged.text.count("/KH-CĐGD</a>"), whole.text.count("/KH-CĐGD</a>")) == (50, 60)


def test_the_arrival_register_shows_what_came_and_what_still_is_to_be_entered(
    client, province, workplace
):
    issued(province, ["Các CĐCS trực thuộc"])
    received(workplace, full_number="04/KH-TLĐ")
    client.force_login(user_as(CHAIR, workplace))

    text = client.get(reverse("documents:register_in")).text

    assert "04/KH-TLĐ</a>" in text
    assert "chưa vào sổ" in text
    assert "Kế hoạch số 01/KH-CĐGD" in text


@pytest.mark.parametrize("name", ["register_out", "register_in", "numbers", "address_book"])
@pytest.mark.parametrize("who", [KEEPER, None])
def test_the_books_are_closed_to_accounts_without_the_right(client, province, name, who):
    client.force_login(user_as(who, province) if who else UserFactory())

    assert client.get(reverse(f"documents:{name}")).status_code == 403


def test_the_book_of_another_unit_is_not_found(client, clerk, outsider):
    response = client.get(reverse("documents:register_out"), {"unit": outsider.pk})

    assert response.status_code == 404


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("register_out", 18), ("register_in", 18)])
def test_registers_ask_no_more_for_more_rows(
    client, clerk, province, count, name, queries, django_assert_num_queries
):
    for number in range(count):
        issued(province, ["Lưu: VT"])
        drafted(province)
        received(province, full_number=f"{number}/KH-TLĐ")

    with django_assert_num_queries(queries):
        client.get(reverse(f"documents:{name}"))


def test_numbers_are_kept_and_cancelled_on_their_page(client, clerk, province):
    entered(province, number=3, full_number="03/KH-CĐGD")

    kept = client.post(reverse("documents:reserve"), {"reason": "Quyết định"}, follow=True)
    cancelled = client.post(
        reverse("documents:cancel"), {"number": 1, "year": 2024, "reason": "Bỏ trống"}, follow=True
    )

    assert "Đã giữ số 04." in kept.text
    assert "Đã hủy số 01." in cancelled.text
    assert list(BookEntry.objects.order_by("number").values_list("number", "state")) == [
        (1, "cancelled"),
        (3, "used"),
        (4, "reserved"),
    ]


def test_the_form_sent_twice_keeps_one_number(client, clerk, province):
    page = client.get(reverse("documents:numbers"))
    key = page.context["reserve_form"]["request_key"].value()
    assert f'name="request_key" value="{key}"' in page.text

    for _ in range(2):
        client.post(reverse("documents:reserve"), {"reason": "Quyết định", "request_key": key})

    assert BookEntry.objects.get().number == 1


def test_a_number_or_year_no_book_has_is_not_cancelled(client, clerk, province):
    answer = client.post(
        reverse("documents:cancel"), {"number": 10_000, "year": 2101, "reason": "Sai"}
    )

    assert (answer.status_code, "Còn 2 chỗ phải sửa" in answer.text) == (422, True)


def test_a_form_without_its_reason_comes_back(client, clerk, province):
    response = client.post(reverse("documents:reserve"), {"reason": ""})

    assert response.status_code == 422
    assert "Còn 1 chỗ phải sửa" in response.text
    assert not BookEntry.objects.exists()


def test_a_number_in_use_is_refused_with_its_paper(client, clerk, province):
    issued(province)

    response = client.post(
        reverse("documents:cancel"), {"number": 1, "year": 2024, "reason": "Sai"}
    )

    assert response.status_code == 409
    assert "Số 01 đã cấp cho Kế hoạch số 01/KH-CĐGD" in response.text


def test_a_paper_shows_its_keepers_receipts_and_log(client, clerk, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])

    text = client.get(paper.get_absolute_url()).text

    assert "0/1 đã nhận" in text
    assert "ban hành, số 01/KH-CĐGD" in text
    assert "Gắn bản quét có dấu" in text


def test_a_paper_shows_its_receiver_neither_receipts_nor_log(client, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    client.force_login(user_as(CHAIR, workplace))

    text = client.get(paper.get_absolute_url()).text

    assert "Xác nhận đã nhận" in text
    assert "Nhật ký" not in text


def test_receiving_and_registering_a_paper(client, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    client.force_login(user_as(CHAIR, workplace))
    delivery = Delivery.objects.get()

    opened = client.post(reverse("documents:open", args=[delivery.pk]), follow=True)
    entry = client.post(reverse("documents:register", args=[delivery.pk]), follow=True)
    again = client.post(reverse("documents:register", args=[delivery.pk]))

    assert "Đã xác nhận nhận Kế hoạch số 01/KH-CĐGD." in opened.text
    assert "số đến 01" in entry.text
    assert "Số đến 01, ngày đến 15/03/2024." in entry.text
    assert f'href="/documents/{paper.pk}/"' in entry.text
    assert (again.status_code, "đã vào sổ văn bản đến" in again.text) == (409, True)


def test_an_arrival_through_the_system_leads_to_the_plan_of_its_sender(client, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    plan = Plan.objects.create(document=paper, edited_by=paper.drafted_by, edited_at=NOON)
    client.force_login(user_as(CHAIR, workplace))

    url = reverse("documents:register", args=[Delivery.objects.get().pk])
    text = client.post(url, follow=True).text

    assert f'href="/plans/{plan.pk}/"' in text
    assert "Mở kế hoạch" in text


def test_a_group_leader_receives_but_does_not_register(client, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    client.force_login(user_as(LEADER, workplace))

    assert "vào sổ văn bản đến" not in client.get(paper.get_absolute_url()).text
    response = client.post(reverse("documents:register", args=[Delivery.objects.get().pk]))
    assert response.status_code == 403


@pytest.mark.parametrize("name", ["detail", "attach", "recipients"])
def test_a_paper_of_a_unit_outside_ones_scope_is_not_found(client, province, outsider, name):
    paper = issued(province)
    client.force_login(user_as(CHAIR, outsider))

    assert client.get(reverse(f"documents:{name}", args=[paper.pk])).status_code == 404


def test_a_superior_looks_at_a_paper_below_but_does_not_touch_it(client, clerk, workplace):
    paper = issued(workplace)

    assert client.get(reverse("documents:detail", args=[paper.pk])).status_code == 200
    for name in ("attach", "recipients"):
        assert client.get(reverse(f"documents:{name}", args=[paper.pk])).status_code == 404
    assert client.post(reverse("documents:send", args=[paper.pk])).status_code == 404


def test_the_stamped_scan_is_attached_and_downloaded(client, clerk, province):
    paper = issued(province)

    answer = client.post(
        reverse("documents:attach", args=[paper.pk]), {"scan": scan()}, follow=True
    )
    held = DocumentFile.objects.get()
    file = client.get(held.get_absolute_url())

    assert "Đã gắn bản quét vào Kế hoạch số 01/KH-CĐGD." in answer.text
    assert (file.content, file["Content-Type"]) == (PDF, "application/pdf")
    assert "attachment" in file["Content-Disposition"]


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (scan(b"MZ\x90 program", "ban-quet.pdf"), "không phải PDF, JPG hay PNG"),
        (scan(b"%PDF" + b"0" * 300), "vượt giới hạn"),
        (None, "Còn 1 chỗ phải sửa"),
    ],
)
def test_a_disguised_or_huge_scan_is_refused(client, clerk, province, settings, upload, reason):
    settings.UPLOAD_LIMIT = 200
    paper = issued(province)

    response = client.post(
        reverse("documents:attach", args=[paper.pk]), {"scan": upload} if upload else {}
    )

    assert response.status_code == 422
    assert reason in response.text
    assert not DocumentFile.objects.exists()


def test_files_are_for_those_who_may_see_the_paper(client, clerk, province, outsider):
    paper = issued(province)
    held = actions.attach(
        document=paper,
        data=PDF,
        name="Kế hoạch.pdf",
        role=FileRole.PDF,
        media_type="application/pdf",
        by=clerk,
        at=paper.issued_at,
    )
    client.force_login(user_as(CHAIR, outsider))

    assert client.get(held.get_absolute_url()).status_code == 404


def test_what_a_paper_was_drafted_from_stays_with_its_unit(client, clerk, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    files = {role: put(paper, role, clerk) for role in (FileRole.ORIGINAL, FileRole.PDF)}

    ours = client.get(paper.get_absolute_url()).text
    client.force_login(user_as(CHAIR, workplace))
    theirs = client.get(paper.get_absolute_url()).text

    assert [file.name in ours for file in files.values()] == [True, True]
    assert [file.name in theirs for file in files.values()] == [False, True]
    assert [client.get(file.get_absolute_url()).status_code for file in files.values()] == [
        404,
        200,
    ]


def test_the_original_of_a_paper_that_came_in_issued_is_for_its_receivers_too(
    client, clerk, province, workplace
):
    paper = entered(province, number=1, full_number="01/KH-CĐGD", lines=["Các CĐCS trực thuộc"])
    held = put(paper, FileRole.ORIGINAL, Actor.of(user_as(OFFICER, province), DAY))
    actions.distribute(document=paper, by=clerk, at=NOON)
    client.force_login(user_as(CHAIR, workplace))

    assert client.get(held.get_absolute_url()).status_code == 200


def test_an_issued_paper_is_put_on_the_public_page_and_taken_off_by_hand(client, clerk, province):
    paper = issued(province, ["Lưu: VT"])
    url = reverse("documents:publish", args=[paper.pk])
    page = reverse("public:document", args=[paper.pk])

    offered = client.get(paper.get_absolute_url()).text
    on = client.post(url, {"public": "1"}, follow=True).text
    shown = client.get(page).status_code
    off = client.post(url, {"public": "0"}, follow=True).text

    assert "Đưa lên trang công khai" in offered
    assert "Đã đưa Kế hoạch số 01/KH-CĐGD lên trang công khai." in on
    assert "Đã gỡ Kế hoạch số 01/KH-CĐGD khỏi trang công khai." in off
    assert (shown, client.get(page).status_code) == (200, 404)


def test_only_whoever_sends_puts_a_paper_on_the_public_page(client, province):
    paper = issued(province, ["Lưu: VT"])
    client.force_login(user_as(OFFICER, province))

    refused = client.post(reverse("documents:publish", args=[paper.pk]), {"public": "1"})

    assert refused.status_code == 403
    assert refused.text.count("Chưa làm được việc này") == 1
    assert "Đưa lên trang công khai" not in client.get(paper.get_absolute_url()).text
    paper.refresh_from_db()
    assert not paper.public


def test_a_paper_that_is_not_issued_does_not_go_on_the_public_page(client, clerk, province):
    paper = signed(province)

    refused = client.post(reverse("documents:publish", args=[paper.pk]), {"public": "1"})

    assert refused.status_code == 409
    assert "Chỉ đưa lên trang công khai văn bản đã ban hành." in refused.text


def test_the_lines_of_a_draft_are_written_on_their_page(client, province, workplace):
    paper = drafted(province, ["Nơi chưa rõ"])
    client.force_login(user_as(OFFICER, province))
    url = reverse("documents:recipients", args=[paper.pk])

    assert "Chưa rõ gửi ai" in client.get(url).text
    answer = client.post(url, {"lines": "Các CĐCS trực thuộc;\n\n- Lưu: VT."}, follow=True)

    assert "Đã ghi các dòng Nơi nhận" in answer.text
    assert [line.printed for line in paper.recipients.all()] == ["Các CĐCS trực thuộc", "Lưu: VT"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("Sở\n" * 101, "Nơi nhận có 101 dòng"),
        ("S" * 301, "dài 301 chữ cái"),
    ],
)
def test_lines_that_cannot_be_printed_come_back_with_the_reason(client, province, lines, reason):
    paper = drafted(province, ["Lưu: VT"])
    client.force_login(user_as(OFFICER, province))

    answer = client.post(reverse("documents:recipients", args=[paper.pk]), {"lines": lines})

    assert (answer.status_code, reason in answer.text) == (422, True)
    assert [line.printed for line in paper.recipients.all()] == ["Lưu: VT"]


def test_signs_nobody_sees_make_no_name_and_no_line(client, province):
    paper = drafted(province)
    client.force_login(user_as(OFFICER, province))

    named = client.post(reverse("documents:address_book"), {"name": "\u200b\u2060"})
    client.post(reverse("documents:recipients", args=[paper.pk]), {"lines": "Sở\x00 Y tế\n\u200b"})

    assert (named.status_code, OutsideBody.objects.count()) == (422, 0)
    assert paper.recipients.get().printed == "Sở Y tế"


def test_one_line_is_pointed_at_units_on_its_page(client, province, workplace):
    paper = drafted(province, ["Nơi chưa rõ"])
    client.force_login(user_as(OFFICER, province))
    url = reverse("documents:recipient", args=[paper.recipients.get().pk])

    empty = client.post(url, {"kind": "units"})
    client.post(url, {"kind": "units", "units": [workplace.pk]})

    assert (empty.status_code, "Chưa chọn đơn vị nào." in empty.text) == (422, True)
    assert Delivery.objects.get().unit == workplace
    assert f'value="{workplace.pk}"' in client.get(url).text


def test_one_line_is_pointed_at_an_outside_body_on_its_page(client, province):
    paper = drafted(province, ["Sở GD&ĐT"])
    client.force_login(user_as(OFFICER, province))
    url = reverse("documents:recipient", args=[paper.recipients.get().pk])

    client.post(
        url, {"kind": "outside", "outside_name": "Sở GD&ĐT", "outside_email": "so@example.org"}
    )

    assert OutsideBody.objects.get().email == "so@example.org"
    assert "Sở GD&amp;ĐT" in client.get(reverse("documents:address_book")).text


def test_the_purpose_in_brackets_is_no_part_of_a_name(client, province):
    paper = drafted(province, ["Sở GD&ĐT (để phối hợp)"])
    client.force_login(user_as(OFFICER, province))

    text = client.get(reverse("documents:recipient", args=[paper.recipients.get().pk])).text

    assert 'value="Sở GD&amp;ĐT"' in text
    assert "Tên nơi nhận ngoài công đoàn</label>" in text


def test_the_clerk_reads_why_the_printed_lines_stay(client, clerk, province):
    text = client.get(reverse("documents:recipients", args=[issued(province).pk])).text

    assert "chữ in trên văn bản không sửa được" in text
    assert "mới lập, sửa, trình ký được văn bản." in text


def test_the_address_book_is_kept_on_its_page(client, clerk, province):
    url = reverse("documents:address_book")

    assert "Danh bạ chưa có nơi nhận nào" in client.get(url).text
    wrong = client.post(url, {"name": "Sở", "email": "không phải địa chỉ"})
    answer = client.post(url, {"name": "Sở Nội vụ", "email": ""}, follow=True)

    assert wrong.status_code == 422
    assert "Đã ghi Sở Nội vụ vào danh bạ." in answer.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_recipients_asks_no_more_for_more_lines(
    client, clerk, province, count, django_assert_num_queries
):
    for _ in range(count):
        UnitFactory(under=province)
    paper = issued(province, ["Các CĐCS trực thuộc", *["Nơi chưa rõ", "Chỗ khác"][: count - 1]])

    with django_assert_num_queries(15):
        client.get(reverse("documents:recipients", args=[paper.pk]))


def test_pressing_send_again_sends_only_what_is_new(client, clerk, province, workplace):
    paper = entered(province, number=1, full_number="01/KH-CĐGD", lines=["Các CĐCS trực thuộc"])
    assert "Gửi 1 nơi nhận" in client.get(paper.get_absolute_url()).text

    first = client.post(reverse("documents:send", args=[paper.pk]), follow=True)
    second = client.post(reverse("documents:send", args=[paper.pk]), follow=True)

    assert "đến 1 nơi nhận" in first.text
    assert "Không có nơi nhận nào phải gửi thêm." in second.text


def test_a_clerk_whose_term_has_ended_finds_the_books_closed(client, clerk, province):
    signed(province)
    Post.objects.filter(person=clerk.user.person).update(ends_on=DAY - timedelta(days=1))

    assert client.get(reverse("documents:register_out")).status_code == 403
