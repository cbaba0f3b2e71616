"""The page of one paper: receipts, files, receiving, the public page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.papers import entered, issued, received, signed
from factories import CHAIR, COMMITTEE, DAY, NOON, OFFICER, user_as
from thidua.documents import actions
from thidua.documents.models import Delivery, DocumentFile, FileRole
from thidua.org.actor import Actor
from thidua.plans.models import Plan

PDF = b"%PDF-1.7 scan"


@pytest.fixture
def clerk(client, clerk):
    """The clerk, signed in."""
    client.force_login(clerk.user)
    return clerk


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


def test_a_paper_belongs_to_the_register_of_whoever_reads_it(client, clerk, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    came = received(province)

    ours = client.get(paper.get_absolute_url()).text
    arrived = client.get(came.get_absolute_url()).text
    client.force_login(user_as(CHAIR, workplace))
    theirs = client.get(paper.get_absolute_url()).text

    places = [re.findall(r'href="([^"]+)" aria-current="page"', page) for page in (ours, theirs)]
    assert [set(place) for place in places] == [{"/documents/out/"}, {"/documents/in/"}]
    assert 'href="/documents/in/" aria-current="page"' in arrived


def test_receiving_and_registering_a_paper(client, province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    client.force_login(user_as(CHAIR, workplace))
    delivery = Delivery.objects.get()

    opened = client.post(reverse("documents:open", args=[delivery.pk]), follow=True)
    entry = client.post(reverse("documents:register", args=[delivery.pk]), follow=True)
    again = client.post(reverse("documents:register", args=[delivery.pk]))

    assert "Đã xác nhận đã nhận Kế hoạch số 01/KH-CĐGD." in opened.text
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
    client.force_login(user_as(COMMITTEE, workplace))

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


def test_pressing_send_again_sends_only_what_is_new(client, clerk, province, workplace):
    paper = entered(province, number=1, full_number="01/KH-CĐGD", lines=["Các CĐCS trực thuộc"])
    assert "Gửi 1 nơi nhận" in client.get(paper.get_absolute_url()).text

    first = client.post(reverse("documents:send", args=[paper.pk]), follow=True)
    second = client.post(reverse("documents:send", args=[paper.pk]), follow=True)

    assert "đến 1 nơi nhận" in first.text
    assert "Không có nơi nhận nào phải gửi thêm." in second.text
