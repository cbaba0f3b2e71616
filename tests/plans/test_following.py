"""Guidance and invitations born from a plan go the way of every paper."""

import pytest

from plans.conftest import head_of, upload
from plans.hands import post
from thidua.audit.models import AuditEvent
from thidua.documents.models import DocumentStatus, Reading
from thidua.documents.places import place_of
from thidua.documents.queries import tasks_of
from thidua.org.actor import Actor
from thidua.plans.following import _as_in_a_sentence
from thidua.plans.models import FollowUp, Plan
from vanban.reading.read import read_text

MEETING = {
    "occasion": "launch",
    "event": "Hội nghị phát động phong trào thi đua năm 2024",
    "guests": "Chủ tịch các CĐCS trực thuộc\nBan Chấp hành",
    "day": "20/03/2024",
    "time": "8:00",
    "venue": "Hội trường tầng 3",
}


def begin(client, plan, kind="invitation", **typed):
    data = MEETING | typed if kind == "invitation" else {"audience": "các CĐCS"} | typed
    return client.post(f"/plans/{plan.pk}/papers/{kind}/", data, follow=True)


@pytest.fixture
def invitation(client, issued, people):
    people("officer")
    begin(client, issued)
    return FollowUp.objects.select_related("document").get()


def deed(client, paper, name, **typed):
    return client.post(f"/plans/papers/{paper.pk}/{name}/", typed, follow=True)


def text_of(paper):
    return "\n".join(f"{row['marker']} {row['text']}" for row in paper.blocks)


def test_an_invitation_is_drafted_in_official_words(invitation, issued):
    text = text_of(invitation)

    assert invitation.document.type_name == "Giấy mời"
    assert "Hội trường tầng 3" in text
    assert "Chủ tịch các CĐCS trực thuộc" in text
    assert issued.document.full_number in text


def test_guidance_is_drafted_from_the_words_of_the_plan(client, issued, people):
    people("officer")

    begin(client, issued, "guidance", own_plan_by="30/03/2024")

    paper = FollowUp.objects.get()
    assert paper.document.type_name == "Hướng dẫn"
    assert "30/3/2024" in text_of(paper) or "30/03/2024" in text_of(paper)
    assert len(paper.blocks) > 3


@pytest.mark.parametrize(
    "typed", [{"guests": ""}, {"day": "31/02/2024"}, {"time": "25:00"}, {"occasion": "x"}]
)
def test_what_is_missing_is_asked_for_and_nothing_begun(client, issued, people, typed):
    people("officer")

    answer = begin(client, issued, **typed)

    assert answer.status_code == 422
    assert not FollowUp.objects.exists()


def test_pressed_twice_there_is_one_paper(client, issued, people):
    people("officer")
    begin(client, issued, once="trang")
    begin(client, issued, once="trang")

    assert FollowUp.objects.count() == 1


def test_a_draft_plan_bears_no_paper_yet(client, plan):
    answer = begin(client, plan)

    assert answer.status_code == 409
    assert "chưa ban hành" in answer.text


def test_the_words_can_be_changed_and_are_read_anew(client, invitation):
    typed = {
        "version": "1",
        "title": "Về việc khác",
        "symbol": "GM-CĐGD",
        "place": "Ninh Bình",
        "text": "Kính gửi: Ban Chấp hành\n1. Thời gian: 8 giờ.\n2. Địa điểm: Hội trường./.",
        "recipients": "Như trên\nLưu: VT",
    }

    client.post(f"/plans/papers/{invitation.pk}/edit/", typed)

    invitation.refresh_from_db()
    invitation.document.refresh_from_db()
    assert invitation.document.title == "Về việc khác"
    assert [row["marker"] for row in invitation.blocks] == ["", "1.", "2."]
    assert [row["depth"] for row in invitation.blocks][1:] == [1, 1]


def test_two_people_do_not_write_over_each_other(client, invitation):
    FollowUp.objects.update(version=2)
    typed = {"version": "1", "title": "A", "place": "B", "text": "C"}

    answer = client.post(f"/plans/papers/{invitation.pk}/edit/", typed)

    assert answer.status_code == 409
    assert "sau khi bạn mở trang này" in answer.text


def test_it_is_signed_numbered_and_sent_like_every_paper(client, invitation, people):
    deed(client, invitation, "do/submit")
    people("vice")
    deed(client, invitation, "do/sign")
    people("clerk")
    page = deed(client, invitation, "issue", dated="15/03/2024").text

    invitation.document.refresh_from_db()
    assert invitation.document.status == DocumentStatus.ISSUED
    assert invitation.document.full_number.endswith("/GM-CĐGD")
    assert {held.role for held in invitation.document.files.all()} == {"word", "pdf"}
    assert "Đã ban hành" in page
    assert AuditEvent.objects.filter(type="follow_up.issued").exists()


def test_it_can_be_returned_withdrawn_put_away_and_brought_back(client, invitation, people):
    deed(client, invitation, "do/submit")
    people("vice")
    returned = deed(client, invitation, "return", reason="Sai giờ").text
    people("officer")
    deed(client, invitation, "do/submit")
    deed(client, invitation, "do/withdraw")
    deed(client, invitation, "do/discard")
    away = deed(client, invitation, "do/restore")

    invitation.document.refresh_from_db()
    assert "Sai giờ" in returned
    assert away.status_code == 200
    assert invitation.document.status == DocumentStatus.DRAFT


def test_an_unknown_deed_is_not_found(client, invitation):
    assert deed(client, invitation, "do/burn").status_code == 404


def test_whoever_does_not_sign_cannot(client, invitation, people):
    deed(client, invitation, "do/submit")

    assert deed(client, invitation, "do/sign").status_code == 403


@pytest.mark.parametrize("kind", ["", "?dang=word"])
def test_it_can_be_looked_at_on_paper(client, invitation, kind):
    answer = client.get(f"/plans/papers/{invitation.pk}/preview/{kind}")

    assert answer.content[:4] in {b"%PDF", b"PK\x03\x04"}


def test_the_plan_lists_it_and_tasks_lead_to_its_page(client, invitation, people):
    user = people("officer")
    page = client.get(f"{invitation.plan.get_absolute_url()}?phan=van-ban").text
    tasks = tasks_of(Actor.of(user, invitation.edited_at.date()))

    assert place_of(invitation.document) == invitation.get_absolute_url()
    assert f'href="{invitation.get_absolute_url()}"' in page
    assert invitation.get_absolute_url() in {task.url for task in tasks}


def test_a_later_paper_that_a_plan_cited_is_linked_from_then_on(client, reading, people):
    number = next(one["number"] for one in reading.data["citations"] if one["number"])
    client.post(f"{reading.get_absolute_url()}accept/", head_of(reading))
    plan = Plan.objects.get()
    before = plan.citations.filter(document__isnull=False).count()
    cited = next(one for one in reading.data["citations"] if one["number"] == number)

    _receive(client, number, cited["date"])

    assert plan.citations.filter(document__isnull=False).count() == before + 1


def test_a_reading_leads_to_the_cited_paper_in_the_archive(client, reading):
    cited = next(one for one in reading.data["citations"] if one["number"])
    _receive(client, cited["number"], cited["date"])

    page = client.get(f"{reading.get_absolute_url()}?phan=truong").text

    assert "Trong hệ thống:" in page


def test_a_cited_paper_of_another_day_is_told(client, reading):
    cited = next(one for one in reading.data["citations"] if one["number"])
    _receive(client, cited["number"], "2024-01-02")

    page = client.get(f"{reading.get_absolute_url()}?phan=truong").text

    assert "nhưng ghi ngày 02/01/2024" in page


def _receive(client, number, day):
    """A paper of that number comes in."""
    upload(client, f"Công văn số {number}\nKính gửi các đơn vị.".encode(), "khac.txt")
    other = Reading.objects.latest("pk")
    typed = head_of(
        other,
        kind="received",
        type_name="Kế hoạch",
        title="Phát động",
        full_number=number,
        issuer_name="Liên đoàn Lao động tỉnh Ninh Bình",
        dated=day and "/".join(reversed(day.split("-"))),
    )
    client.post(f"{other.get_absolute_url()}accept/", typed)


@pytest.mark.parametrize(
    ("printed", "said"),
    [("BAN CHẤP HÀNH", "Ban Chấp hành"), ("BAN THƯỜNG VỤ", "Ban Thường vụ")],
)
def test_a_collective_stands_in_a_sentence_as_officials_write_it(printed, said):
    assert _as_in_a_sentence(printed) == said


def test_the_issued_words_read_as_an_invitation(client, invitation, people):
    text = "\n".join([invitation.document.type_name.upper(), text_of(invitation)])

    assert read_text(text).doc_type == "Giấy mời"


def test_the_plans_page_opens_for_those_who_only_read(client, issued, people):
    people("vice")

    assert post(client, issued, "log").status_code == 405
    assert client.get(f"{issued.get_absolute_url()}?phan=van-ban").status_code == 200
