import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certificates.papers import awarded, decision_of, made
from factories import CHAIR, DAY, NOON, OFFICER, UserFactory, actor_as, user_as
from thidua.certificates import actions, queries
from thidua.certificates.models import Certificate
from thidua.files.queries import content_of
from thidua.org.actor import Actor


@pytest.fixture
def officer(client, province):
    user = user_as(OFFICER, province, "Phạm Thu Hà")
    client.force_login(user)
    return Actor.of(user, DAY)


@pytest.fixture
def paper(province):
    return decision_of(province)


@pytest.fixture
def certificates(province):
    return made(province)


def post(client, path, **data):
    return client.post(f"/certificates/{path}", data)


def test_the_way_from_the_decision_to_the_hand(client, officer, paper):
    page = client.get(f"/certificates/decisions/{paper.pk}/")
    assert "Làm 2 giấy khen" in page.text

    response = client.post(f"/certificates/decisions/{paper.pk}/make/", follow=True)
    assert "Đã làm 2 giấy khen." in response.text
    assert "Làm 2 giấy khen" not in response.text

    keys = list(Certificate.objects.values_list("pk", flat=True))
    response = client.post(
        f"/certificates/decisions/{paper.pk}/hand-over/",
        {"certificates": keys, "on": "15/3/24"},
        follow=True,
    )
    assert "Đã ghi 2 giấy khen trao ngày 15/03/2024." in response.text
    assert "Đã trao đủ" in response.text


def test_making_again_says_that_nothing_was_missing(client, officer, certificates):
    paper = certificates[0].award.decision

    response = client.post(f"/certificates/decisions/{paper.pk}/make/", follow=True)

    assert "không làm thêm tờ nào" in response.text


@pytest.mark.parametrize(
    ("data", "status", "sentence"),
    [
        ({"on": "15/3/24"}, 422, "Chưa chọn giấy khen nào."),
        ({"on": ""}, 422, "Chưa có ngày trao."),
        ({"on": "32/3/24"}, 422, "Tháng 3 năm 2024 chỉ có 31 ngày."),
        ({"on": "16/3/24", "certificates": "first"}, 409, "Ngày trao 16/03/2024 chưa tới."),
        ({"on": "15/3/24", "certificates": "999999"}, 422, "không thuộc quyết định này"),
        ({"on": "15/3/24", "certificates": "mười"}, 422, "không thuộc quyết định này"),
    ],
)
def test_a_hand_over_that_cannot_be_noted_says_why(
    client, officer, certificates, data, status, sentence
):
    if data.get("certificates") == "first":
        data = data | {"certificates": certificates[0].pk}
    paper = certificates[0].award.decision

    response = client.post(f"/certificates/decisions/{paper.pk}/hand-over/", data)

    assert response.status_code == status
    assert sentence in response.text
    assert not Certificate.objects.filter(handed_on__isnull=False).exists()


def test_boxes_that_were_ticked_stay_ticked(client, officer, certificates):
    first, second = certificates

    response = client.post(
        f"/certificates/decisions/{first.award.decision_id}/hand-over/",
        {"certificates": second.pk, "on": "sai"},
    )

    assert f'value="{second.pk}" checked' in response.text
    assert f'value="{first.pk}" checked' not in response.text


def test_the_stored_file_is_what_is_downloaded(client, officer, certificates):
    response = client.get(f"/certificates/{certificates[0].pk}/file/")

    assert response.content == content_of(certificates[0].pdf)
    assert response["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("stock", ["", "?phoi=1"])
def test_all_certificates_of_a_decision_come_in_one_file(client, officer, certificates, stock):
    response = client.get(
        f"/certificates/decisions/{certificates[0].award.decision_id}/all/{stock}"
    )

    assert len(pypdfium2.PdfDocument(response.content)) == 2


def test_a_decision_without_certificates_has_nothing_to_download(client, officer, paper):
    response = client.get(f"/certificates/decisions/{paper.pk}/all/")

    assert response.status_code == 409
    assert "chưa có giấy khen nào còn hiệu lực" in response.text


def test_a_certificate_is_shown_as_it_was_printed(client, officer, certificates):
    response = client.get(f"/certificates/{certificates[0].pk}/")

    assert '<svg class="d-block w-100 border"' in response.text
    assert certificates[0].shown_code in response.text


@pytest.mark.parametrize(
    ("deed", "question"),
    [("revoke", "Thu hồi giấy khen của Vũ Thị Ngọc?"), ("replace", "Cấp lại giấy khen cho")],
)
def test_revoking_and_replacing_ask_first_and_want_a_reason(
    client, officer, certificates, deed, question
):
    path = f"{certificates[0].pk}/{deed}/"

    assert question in client.get(f"/certificates/{path}").text
    for reason in ("", "   ", "\u200b"):
        refused = post(client, path, reason=reason)
        assert (refused.status_code, "Chưa ghi lý do." in refused.text) == (422, True)
    certificates[0].refresh_from_db()
    assert certificates[0].revoked_at is None

    assert post(client, path, reason="Sai tên").status_code == 302
    certificates[0].refresh_from_db()
    assert certificates[0].revoke_reason == "Sai tên"


def test_pressing_revoke_twice_says_that_it_is_revoked(client, officer, certificates):
    path = f"{certificates[0].pk}/revoke/"
    post(client, path, reason="Sai tên")

    again = post(client, path, reason="Sai tên")

    assert again.status_code == 409
    assert "đã bị thu hồi ngày 15/03/2024" in again.text


def test_a_hand_over_noted_by_mistake_is_undone(client, officer, certificates):
    actions.hand_over(certificates=certificates, on=DAY, by=officer, at=NOON)

    response = client.post(f"/certificates/{certificates[0].pk}/not-handed-over/", follow=True)

    assert "Đã bỏ ngày trao." in response.text


def test_the_unit_that_put_somebody_forward_sees_the_certificate_and_changes_nothing(
    client, province, workplace
):
    (certificate,) = made(province, ["Vũ Thị Ngọc"], nominated_by=workplace)
    client.force_login(user_as(CHAIR, workplace))

    listed = client.get("/certificates/")
    page = client.get(f"/certificates/{certificate.pk}/")
    refused = post(client, f"{certificate.pk}/revoke/", reason="Sai")

    assert f'href="/certificates/{certificate.pk}/"' in listed.text
    assert page.status_code == 200
    assert "/revoke/" not in page.text
    assert refused.status_code == 403


def test_a_superior_reads_what_a_unit_below_gave(client, officer, workplace):
    made(workplace)
    paper = Certificate.objects.first().award.decision

    page = client.get(f"/certificates/decisions/{paper.pk}/")
    refused = client.post(f"/certificates/decisions/{paper.pk}/make/")

    assert page.status_code == 200
    assert "Chỉ người được cấp giấy khen của CĐCS Trường THPT Hoa Lư A" in page.text
    assert refused.status_code == 403


def test_the_list_counts_what_was_made_and_handed_over(client, officer, province, certificates):
    first, second = certificates
    assert "Chờ trao" in client.get("/certificates/").text

    actions.hand_over(certificates=[first], on=DAY, by=officer, at=NOON)
    actions.replace_certificate(certificate=second, reason="Mất", by=officer, at=NOON)
    (row,) = queries.decisions_visible_to(officer)
    assert (row.awarded, row.made, row.valid, row.handed) == (2, 2, 2, 1)

    awarded(first.award.decision, "Lê Quang Huy")
    assert "Chưa làm đủ" in client.get("/certificates/").text


def test_an_account_without_a_post_finds_an_empty_list(client, certificates):
    client.force_login(UserFactory())

    assert "Chưa có quyết định khen thưởng nào" in client.get("/certificates/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_no_more_for_more_decisions(
    client, officer, province, count, django_assert_max_num_queries
):
    for place in range(count):
        made(province, number=f"{place}/QĐ-CĐGD")

    with django_assert_max_num_queries(queries_of_frame(client) + 4):
        client.get("/certificates/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_decision_asks_no_more_for_more_people(
    client, officer, province, count, django_assert_max_num_queries
):
    paper = made(province)[0].award.decision
    for place in range(count):
        awarded(paper, f"Người {place}")

    with django_assert_max_num_queries(queries_of_frame(client) + 4):
        client.get(f"/certificates/decisions/{paper.pk}/")


def queries_of_frame(client):
    """What every page asks before its own questions, and the one that finds no such thing."""
    with CaptureQueriesContext(connection) as asked:
        client.get("/certificates/999999/")
    return len(asked)


@pytest.mark.parametrize("count", [1, 3])
def test_tasks_are_one_per_decision_and_one_question(
    province, officer, count, django_assert_num_queries
):
    for place in range(count):
        decision_of(province, number=f"{place}/QĐ-CĐGD")

    with django_assert_num_queries(1):
        tasks = queries.tasks_of(officer)

    assert len(tasks) == count


def test_tasks_lead_from_making_to_handing_over_to_nothing(province, officer, paper):
    (task,) = queries.tasks_of(officer)
    assert task.title == "Làm 2 giấy khen theo Quyết định 61/QĐ-CĐGD"
    assert (task.url, task.mine) == (f"/certificates/decisions/{paper.pk}/", True)

    actions.make_certificates(decision=paper, by=officer, at=NOON)
    (task,) = queries.tasks_of(officer)
    assert task.title == "Trao 2 giấy khen theo Quyết định 61/QĐ-CĐGD"

    rows = list(Certificate.objects.all())
    actions.revoke_certificate(certificate=rows[0], reason="Sai", by=officer, at=NOON)
    actions.hand_over(certificates=[rows[1]], on=DAY, by=officer, at=NOON)
    assert queries.tasks_of(officer) == []


def test_nobody_else_has_these_tasks(province, workplace, paper):
    assert queries.tasks_of(actor_as(CHAIR, workplace)) == []
