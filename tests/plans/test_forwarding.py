"""Last year's plan becomes a draft of this year; what cannot be known is asked."""

import pytest

from factories import CLERK, user_as
from plans.conftest import head_of, seed, upload
from thidua.audit.models import AuditEvent
from thidua.documents.models import Reading
from thidua.plans.models import MoveNote, Plan


@pytest.fixture
def last_year(client, reading):
    """The Ninh Bình plan of 2024, issued long ago."""
    client.post(f"{reading.get_absolute_url()}accept/", head_of(reading))
    return Plan.objects.get()


def forward(client, plan, **typed):
    return client.post(f"/plans/{plan.pk}/forward/", {"year": "2025"} | typed, follow=True)


@pytest.fixture
def moved(client, last_year):
    forward(client, last_year)
    return Plan.objects.exclude(pk=last_year.pk).get()


def test_the_draft_lives_a_year_later(moved, last_year):
    phases = [(one.starts_on.year, one.ends_on.year) for one in moved.phases.all()]

    assert phases == [(2025, 2025), (2025, 2025)]
    assert moved.year_label == "2025"
    assert (moved.document.full_number, moved.document.dated) == ("", None)
    assert moved.document.title.startswith("Phát động phong trào thi đua yêu nước năm 2025")
    assert "2024" in last_year.document.title


def test_every_change_and_question_stands_beside_the_draft(client, moved):
    page = client.get(f"/plans/{moved.pk}/moved/").text
    flags = moved.move_notes.filter(flag=True)

    assert flags.count() >= 3
    assert page.count(">Giữ nguyên</button>") == flags.count()
    assert moved.move_notes.filter(flag=False, old="95", new="96").exists()


def test_notes_lead_to_the_paragraph_they_are_about(client, moved):
    note = moved.move_notes.filter(flag=True, clause__isnull=False).first()
    page = client.get(f"/plans/{moved.pk}/moved/").text

    assert note.new in f"{note.clause.marker} {note.clause.text}"
    assert f'id="d-{note.clause_id}"' in page
    assert f'href="#d-{note.clause_id}"' in page


@pytest.mark.parametrize("state", ["resolved", "kept"])
def test_a_question_is_settled_and_can_be_opened_again(client, moved, state):
    note = moved.move_notes.filter(flag=True).first()
    url = f"/plans/{moved.pk}/moved/{note.pk}/"

    client.post(url, {"state": state})
    note.refresh_from_db()
    settled = (note.state, note.settled_by is not None)
    client.post(url, {"state": "open"})

    note.refresh_from_db()
    assert settled == (state, True)
    assert (note.state, note.settled_by) == ("open", None)
    assert AuditEvent.objects.filter(type="plan.flag_settled").count() == 2


def test_the_draft_tells_how_many_questions_are_left(client, moved):
    flags = moved.move_notes.filter(flag=True)

    before = client.get(moved.get_absolute_url()).text
    for note in flags:
        client.post(f"/plans/{moved.pk}/moved/{note.pk}/", {"state": "kept"})

    assert f"Còn {flags.count()} chỗ chưa biết" in before
    assert "chỗ chưa biết" not in client.get(moved.get_absolute_url()).text


@pytest.mark.parametrize("state", ["", "x", "OPEN"])
def test_a_state_that_does_not_exist_is_not_found(client, moved, state):
    note = moved.move_notes.filter(flag=True).first()

    assert client.post(f"/plans/{moved.pk}/moved/{note.pk}/", {"state": state}).status_code == 404


def test_a_change_cannot_be_settled(client, moved):
    note = moved.move_notes.filter(flag=False).first()
    url = f"/plans/{moved.pk}/moved/{note.pk}/"

    assert client.post(url, {"state": "kept"}).status_code == 404


@pytest.mark.parametrize("year", ["2024", "2019", "2050", "abc", ""])
def test_a_year_that_makes_no_sense_is_answered_at_the_field(client, last_year, year):
    answer = forward(client, last_year, year=year)

    assert answer.status_code == 422
    assert Plan.objects.count() == 1


def test_pressed_twice_there_is_one_draft(client, last_year):
    forward(client, last_year, once="trang")
    forward(client, last_year, once="trang")

    assert Plan.objects.count() == 2


def test_a_plan_that_was_only_read_is_moved_as_well(client, officer):
    upload(client, seed("003"))
    reading = Reading.objects.get()

    client.post(f"{reading.get_absolute_url()}forward/", {"year": "2026"})

    assert Plan.objects.get().phases.first().starts_on.year == 2026


def test_a_superiors_plan_is_not_ours_to_move(client, reading, workplace):
    typed = head_of(reading, kind="received", issuer_name="Liên đoàn Lao động tỉnh")
    client.post(f"{reading.get_absolute_url()}accept/", typed)
    plan = Plan.objects.get()

    answer = forward(client, plan)

    assert answer.status_code == 409
    assert "không phải của cấp trên" in answer.text


def test_whoever_does_not_draft_moves_nothing(client, last_year, province):
    client.force_login(user_as(CLERK, province))

    assert forward(client, last_year).status_code == 403
    assert not MoveNote.objects.exists()
