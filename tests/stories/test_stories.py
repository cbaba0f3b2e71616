"""A story is read by everybody only while whoever it tells of agrees."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from certificates.papers import MERIT, decision_of, phase_of
from factories import CHAIR, CLERK, DAY, NOON, OFFICER, UserFactory, actor_as, user_as
from files.photographs import from_a_phone
from stories.told import WORDS
from thidua.audit.models import AuditEvent
from thidua.awards.models import Award, Praise
from thidua.core.errors import Denied, DomainError
from thidua.stories import actions
from thidua.stories.models import TRANSITIONS, Story, StoryStatus

TYPED = {
    "subject_name": WORDS.subject_name,
    "title": WORDS.title,
    "lead": WORDS.lead,
    "body": WORDS.body,
}


def picture():
    return SimpleUploadedFile("anh.jpg", from_a_phone(), content_type="image/jpeg")


def public(client, story):
    client.logout()
    return client.get(f"/cong-khai/dien-hinh/{story.pk}/")


def test_every_status_has_transitions():
    assert set(TRANSITIONS) == set(StoryStatus)


def test_the_way_from_the_draft_to_the_public_page(client, officer):
    client.post("/stories/new/", TYPED | {"picture": picture()})
    story = Story.objects.get()
    asked = {"consent_on": "15/3/24", "consent_how": "Đọc bài, ký giấy đồng ý"}
    client.post(f"/stories/{story.pk}/consent/", asked)
    client.post(f"/stories/{story.pk}/publish/")

    page = public(client, story)
    listed = client.get("/cong-khai/dien-hinh/")
    shown = client.get(f"/cong-khai/dien-hinh/{story.pk}/picture/")

    assert "<p>Học sinh yếu đã đỗ.</p>" in page.text
    assert "ký giấy đồng ý" not in page.text
    assert WORDS.title in listed.text
    assert (shown["Content-Type"], shown["Cache-Control"]) == ("image/jpeg", "private, no-store")
    assert b"May anh bi mat" not in shown.content
    assert 'href="/cong-khai/dien-hinh/"' in client.get("/cong-khai/").text


def test_without_consent_nothing_is_published(client, officer, story):
    response = client.post(f"/stories/{story.pk}/publish/")

    assert response.status_code == 409
    assert "Chưa ghi sự đồng ý của Vũ Thị Ngọc nên chưa đăng được." in response.text
    assert public(client, story).status_code == 404


def test_consent_is_not_handed_on_to_somebody_else(client, officer, agreed):
    client.post(f"/stories/{agreed.pk}/edit/", TYPED | {"subject_name": "Trần Văn Lâm"})

    refused = client.post(f"/stories/{agreed.pk}/publish/")

    assert refused.status_code == 409
    assert "Chưa ghi sự đồng ý của Trần Văn Lâm" in refused.text


def test_consent_stays_when_other_words_are_corrected(client, officer, agreed):
    client.post(f"/stories/{agreed.pk}/edit/", TYPED | {"title": "Lớp học buổi tối"})

    assert client.post(f"/stories/{agreed.pk}/publish/").status_code == 302


def test_the_database_publishes_nothing_without_consent(story):
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(status="published", published_at=NOON)


def test_consent_taken_back_ends_the_page_at_once_and_stays_in_the_log(client, officer, published):
    asked = client.get(f"/stories/{published.pk}/withdraw/")
    client.post(f"/stories/{published.pk}/withdraw/", {"reason": "Cô Ngọc rút lại sự đồng ý"})

    page = public(client, published)
    published.refresh_from_db()
    assert f"Gỡ bài “{WORDS.title}”?" in asked.text
    assert (page.status_code, published.status, published.agreed) == (404, "withdrawn", False)
    assert "Bài đã được gỡ, có thể theo ý người được nêu" in page.text
    assert WORDS.title not in client.get("/cong-khai/dien-hinh/").text
    event = AuditEvent.objects.get(type="story.withdrawn")
    assert event.data["consent_how"] == "Ký giấy đồng ý ngày 15/03"


def test_a_withdrawn_story_needs_a_new_consent(client, officer, published):
    actions.withdraw_story(story=published, reason="Rút lại", by=officer, at=NOON)

    refused = client.post(f"/stories/{published.pk}/publish/")
    client.post(f"/stories/{published.pk}/resume/")
    still = client.post(f"/stories/{published.pk}/publish/")

    assert (refused.status_code, still.status_code) == (409, 409)
    assert "Bài đã gỡ." in refused.text
    assert "Chưa ghi sự đồng ý" in still.text


def test_a_published_story_is_taken_down_before_it_is_corrected(client, officer, published):
    refused = client.post(f"/stories/{published.pk}/edit/", TYPED)
    client.post(f"/stories/{published.pk}/take-down/")
    client.post(f"/stories/{published.pk}/edit/", TYPED | {"title": "Cô Ngọc"})
    client.post(f"/stories/{published.pk}/publish/")

    assert refused.status_code == 409
    assert "<h1>Cô Ngọc</h1>" in public(client, published).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "Chưa có tên bài."),
        ({"title": "\u200b"}, "Chưa có tên bài."),
        ({"subject_name": " "}, "Chưa có tên người hoặc tập thể được nêu."),
        ({"body": "\u200b"}, "Bài chưa có nội dung."),
        ({"title": "x" * 201}, "200"),
    ],
)
def test_a_story_without_words_comes_back_with_what_was_typed(client, officer, typed, sentence):
    response = client.post("/stories/new/", TYPED | typed)

    assert response.status_code == 422
    assert sentence in response.text
    assert "Ba năm dạy thêm" in response.text
    assert not Story.objects.exists()


def test_what_is_no_picture_is_said_at_the_field(client, officer):
    bad = SimpleUploadedFile("anh.jpg", b"no picture", content_type="image/jpeg")

    response = client.post("/stories/new/", TYPED | {"picture": bad})

    assert response.status_code == 422
    assert 'id="id_picture_error"' in response.text
    assert not Story.objects.exists()


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        ({"consent_on": "", "consent_how": "Ký giấy"}, 422, "Chưa có ngày đồng ý."),
        ({"consent_on": "15/3/24", "consent_how": ""}, 422, "Chưa ghi cách đồng ý."),
        ({"consent_on": "16/3/24", "consent_how": "Ký giấy"}, 409, "16/03/2024 chưa tới"),
    ],
)
def test_half_a_consent_is_none(client, officer, story, typed, status, sentence):
    response = client.post(f"/stories/{story.pk}/consent/", typed)

    assert response.status_code == status
    assert sentence in response.text
    story.refresh_from_db()
    assert not story.agreed


def test_a_picture_is_exchanged_and_dropped(client, officer, story):
    client.post(f"/stories/{story.pk}/edit/", TYPED | {"picture": picture()})
    shown = client.get(f"/stories/{story.pk}/picture/")
    client.post(f"/stories/{story.pk}/edit/", TYPED)
    kept = client.get(f"/stories/{story.pk}/picture/")
    client.post(f"/stories/{story.pk}/picture/drop/")

    assert (shown.status_code, kept.status_code) == (200, 200)
    assert client.get(f"/stories/{story.pk}/picture/").status_code == 404


def test_a_story_begins_with_what_the_award_says(client, officer, province):
    decision_of(province, ["Trần Văn Minh"])
    award = Award.objects.get()

    page = client.get("/stories/new/", {"khen": award.pk})
    client.post("/stories/new/", TYPED | {"award": award.pk})

    assert MERIT in page.text
    assert "Ba sáng kiến được áp dụng." in page.text
    story = Story.objects.get()
    assert (story.award, story.person, story.phase) == (
        award,
        award.nomination.person,
        award.nomination.phase,
    )


def test_a_story_begins_with_praise_without_a_decision(client, officer, province, workplace):
    praise = Praise.objects.create(
        unit=province,
        unit_path=province.path_on(DAY),
        phase=phase_of(province),
        subject_unit=workplace,
        subject_name=workplace.name,
        merit="Ủng hộ vùng lũ",
        praised_on=DAY,
        entered_by=officer.user,
        entered_at=NOON,
    )

    page = client.get("/stories/new/", {"bieu-duong": praise.pk})
    client.post("/stories/new/", TYPED | {"praise": praise.pk})

    assert "Ủng hộ vùng lũ" in page.text
    assert Story.objects.get().subject_unit == workplace


@pytest.mark.parametrize("query", ["khen=999999", "bieu-duong=999999"])
def test_an_award_nobody_may_know_of_is_not_found(client, officer, query):
    assert client.get(f"/stories/new/?{query}").status_code == 404


def test_an_award_of_others_is_not_taken_from_a_made_up_form(client, officer, outsider):
    decision_of(outsider, ["Người khác"])

    response = client.post("/stories/new/", TYPED | {"award": Award.objects.get().pk})

    assert response.status_code == 422
    assert not Story.objects.exists()


def test_two_presses_begin_one_story(client, officer):
    for _press in range(2):
        client.post("/stories/new/", TYPED | {"once": "abc"})

    assert Story.objects.count() == 1


def test_a_unit_of_several_is_chosen(client, province, workplace):
    user = user_as(OFFICER, province)
    actor_as(CHAIR, workplace)
    user.person.posts.create(
        unit=workplace, kind=workplace.posts.get().kind, starts_on=date(2020, 1, 1)
    )
    client.force_login(user)

    missing = client.post("/stories/new/", TYPED)
    client.post("/stories/new/", TYPED | {"unit": workplace.pk})

    assert missing.status_code == 422
    assert Story.objects.get().unit == workplace


def test_who_does_not_write_stories_is_told_who_does(client, province):
    client.force_login(user_as(CLERK, province))

    response = client.get("/stories/new/")

    assert response.status_code == 403
    assert "Chỉ người được giao viết gương điển hình" in response.text


@pytest.mark.parametrize(
    "deed", [actions.publish_story, actions.take_down_story, actions.resume_story]
)
def test_a_superior_does_not_act_for_a_unit_below(province, workplace, deed):
    chair = actor_as(CHAIR, workplace)
    story = actions.start_story(unit=workplace, words=WORDS, by=chair, at=NOON)

    with pytest.raises(Denied, match="Hoa Lư A"):
        deed(story=story, by=actor_as(CHAIR, province), at=NOON)


@pytest.mark.parametrize("deed", [actions.publish_story, actions.resume_story])
def test_what_has_happened_does_not_happen_twice(published, officer, deed):
    with pytest.raises(DomainError):
        deed(story=published, by=officer, at=NOON)


@pytest.mark.parametrize("count", [1, 3])
def test_the_public_list_asks_no_more_for_more_stories(
    client, province, officer, count, django_assert_num_queries
):
    for place in range(count):
        Story.objects.create(
            unit=province,
            unit_path="/",
            subject_name="Ai",
            title=f"Bài {place}",
            body="Lời",
            consent_on=DAY,
            consent_how="Ký giấy",
            status="published",
            published_at=NOON + timedelta(hours=place),
            published_by=officer.user,
            written_by=UserFactory(),
            written_at=NOON,
        )
    client.logout()

    with django_assert_num_queries(2):
        page = client.get("/cong-khai/dien-hinh/")

    assert page.text.index(f"Bài {count - 1}") <= page.text.index("Bài 0")


def test_words_typed_into_a_story_stay_words(client, officer, province):
    words = actions.Words(
        subject_name="<b>A</b>", title="<script>x</script>", lead="", body="<img src=x>"
    )
    story = actions.start_story(unit=province, words=words, by=officer, at=NOON)
    actions.note_consent(story=story, on=DAY, how="Ký giấy", by=officer, at=NOON)
    actions.publish_story(story=story, by=officer, at=NOON)

    page = public(client, story)

    assert "<script>x" not in page.text
    assert "<img src=x>" not in page.text


@pytest.mark.parametrize("name", ["khen", "bieu-duong"])
def test_an_award_that_cannot_be_is_left_out(client, officer, name):
    assert client.get("/stories/new/", {name: "9" * 5000}).status_code == 200
