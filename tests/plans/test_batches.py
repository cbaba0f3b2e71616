"""Many files at once: one row for each, behind the scenes, stopped, gone on with, never lost."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from factories import FIRST_TIME, OFFICER, user_as
from plans.conftest import seed, upload
from thidua.core import clock
from thidua.documents.models import Reading
from thidua.files.actions import keep
from thidua.plans.jobs import read_file
from thidua.plans.models import LOST, Batch, BatchFile, FileState
from vanban.sources.errors import Cancelled


def give(client, *files, follow=True, **more):
    """Choose several files: name and bytes of each."""
    many = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post("/plans/batches/", {"many": many} | more, follow=follow)


@pytest.fixture
def queued(settings):
    """Jobs wait in the database, as they do outside the tests."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def waiting(client, officer, queued):
    """Two files that nobody has read yet."""
    give(client, ("a.txt", seed("003")), ("b.txt", seed("000")))
    return Batch.objects.get()


def states(batch):
    return list(batch.files.values_list("state", flat=True))


def test_every_file_gets_a_row_and_what_cannot_be_read_a_sentence(client, officer):
    page = give(client, ("a.txt", seed("003")), ("b.pdf", b"%PDF-1.7 x"), ("c.txt", b""))

    assert states(Batch.objects.get()) == ["read", "refused", "refused"]
    assert "Xong 3 trong 3 tệp" in page.text
    assert "Tệp này trống" in page.text
    assert Reading.objects.get().filename == "a.txt"


def test_what_the_unit_has_is_not_taken_in_again(client, officer):
    upload(client, seed("003"))

    give(client, ("a.txt", seed("003")), ("b.txt", seed("000")), ("c.txt", seed("000")))

    assert states(Batch.objects.get()) == ["known", "read", "known"]
    assert Reading.objects.count() == 2


def test_parts_sent_from_one_page_are_one_batch_and_a_part_sent_twice_is_one(client, officer):
    for name in ("a", "b", "b"):
        give(client, (f"{name}.txt", seed("003") + name.encode()), once="trang")

    assert states(Batch.objects.get()) == ["read", "read"]


def test_a_single_file_leads_on_to_its_reading(client, officer):
    answer = give(client, ("a.txt", seed("003")))

    assert answer.redirect_chain[-1][0] == Reading.objects.get().get_absolute_url()


def test_files_wait_for_their_turn_behind_letters(waiting):
    assert list(DBTaskResult.objects.values_list("priority", flat=True)) == [-10, -10]
    assert states(waiting) == ["waiting", "waiting"]


def test_the_page_asks_again_by_itself_while_files_are_read(client, waiting):
    url = waiting.get_absolute_url()
    during = client.get(url, headers={"HX-Request": "true"}).text
    for row in waiting.files.all():
        read_file.func(FIRST_TIME, row.pk)
    after = client.get(url, headers={"HX-Request": "true"}).text

    assert 'hx-trigger="every 3s"' in during
    assert "hx-trigger" not in after
    assert "<html" not in after


def test_what_is_stopped_is_not_read_and_can_be_gone_on_with(client, waiting):
    url = waiting.get_absolute_url()
    first = waiting.files.first()

    client.post(f"{url}stop/")
    read_file.func(FIRST_TIME, first.pk)
    stopped = states(waiting)
    client.post(f"{url}go-on/")
    read_file.func(FIRST_TIME, first.pk)

    assert stopped == ["stopped", "stopped"]
    assert states(waiting) == ["read", "waiting"]


def test_one_file_is_stopped_alone(client, waiting):
    first = waiting.files.first()

    client.post(f"{waiting.get_absolute_url()}stop/", {"file": first.pk})

    assert states(waiting) == ["stopped", "waiting"]


def test_stopping_when_all_is_done_says_so(client, waiting):
    waiting.files.update(state=FileState.STOPPED)

    assert client.post(f"{waiting.get_absolute_url()}stop/").status_code == 409


def test_a_file_whose_worker_was_killed_is_read_by_the_next_one(waiting):
    row = waiting.files.first()
    row.state, row.beginnings = FileState.RUNNING, 1
    row.beat_at = clock.now() - LOST - timedelta(seconds=1)
    row.save()

    read_file.func(FIRST_TIME, row.pk)

    assert states(waiting) == ["read", "waiting"]


def test_a_file_that_is_being_read_is_not_begun_twice(waiting):
    row = waiting.files.first()
    row.state, row.beginnings, row.beat_at = FileState.RUNNING, 1, clock.now()
    row.save()

    read_file.func(FIRST_TIME, row.pk)

    assert states(waiting) == ["running", "waiting"]
    assert not Reading.objects.exists()


def test_a_lost_file_is_told_and_can_be_gone_on_with(client, waiting):
    waiting.files.update(state=FileState.RUNNING, beat_at=clock.now() - 2 * LOST)

    page = client.get(waiting.get_absolute_url()).text
    client.post(f"{waiting.get_absolute_url()}go-on/")

    assert "Bị ngắt giữa chừng" in page
    assert states(waiting) == ["waiting", "waiting"]


def test_a_file_that_kills_its_worker_again_and_again_is_given_up(waiting):
    row = waiting.files.first()
    row.state, row.beginnings, row.beat_at = FileState.RUNNING, 3, clock.now() - 2 * LOST
    row.save()

    read_file.func(FIRST_TIME, row.pk)

    row.refresh_from_db()
    assert (row.state, "bị ngắt giữa chừng" in row.problem) == (FileState.REFUSED, True)


def test_a_scan_is_told_page_by_page_and_ends_when_it_is_stopped(waiting, monkeypatch):
    row = waiting.files.first()
    told = []

    def recognised(_data, _name, *, progress, cancelled):
        progress(1, 3)
        row.refresh_from_db()
        told.append((row.page, row.pages, cancelled()))
        BatchFile.objects.filter(pk=row.pk).update(state=FileState.STOPPED)
        told.append(cancelled())
        raise Cancelled

    monkeypatch.setattr("thidua.plans.opening.load_guarded", recognised)
    read_file.func(FIRST_TIME, row.pk)

    assert told == [(1, 3, False), True]
    assert states(waiting) == ["stopped", "waiting"]
    assert not Reading.objects.exists()


def test_what_was_read_for_somebody_whose_post_has_ended_is_not_kept(waiting):
    waiting.started_by.person.posts.update(ends_on=clock.today())

    read_file.func(FIRST_TIME, waiting.files.first().pk)

    assert states(waiting) == ["refused", "waiting"]
    assert not Reading.objects.exists()


def test_a_batch_without_files_is_asked_for_them(client, officer):
    answer = client.post("/plans/batches/", {"once": "trang"})

    assert answer.status_code == 422
    assert "Chưa chọn tệp nào." in answer.text


def test_a_batch_of_another_unit_does_not_exist(client, waiting, outsider):
    client.force_login(user_as(OFFICER, outsider))

    assert client.get(waiting.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_batch_asks_the_same_however_many_files(
    client, officer, count, django_assert_num_queries
):
    batch = Batch.objects.create(
        unit=officer.person.posts.get().unit, started_by=officer, started_at=clock.now()
    )
    for place in range(count):
        file = keep(data=b"%d" % place, media_type="text/plain", unit=None, at=clock.now())
        BatchFile.objects.create(batch=batch, position=place, name=f"{place}.txt", file=file)
    client.get("/more/")  # the numbers of the frame are kept from here on

    with django_assert_num_queries(QUERIES):
        client.get(batch.get_absolute_url())


QUERIES = 11
