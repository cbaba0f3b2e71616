"""An import whose job broke off by a fault: begun again, or given up with nothing half taken in."""

from datetime import timedelta

import pytest
from django.urls import reverse

from factories import FIRST_TIME, actor_as, user_as
from oversight.importing_files import HOA, NAM, members
from oversight.importing_steps import applied, checked
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.org.models import Membership
from thidua.oversight.actions import importing as actions
from thidua.oversight.importing import applying, undoing
from thidua.oversight.jobs.importing import apply_import, undo_import
from thidua.oversight.models import Import, ImportState


@pytest.fixture
def clerk(workplace):
    return actor_as("clerk", workplace, "Phạm Văn Thư")


@pytest.fixture
def small_parts(monkeypatch):
    """Lists of two lines lie in two parts."""
    monkeypatch.setattr("thidua.oversight.importing.checking.LINES", 1)


def names(unit):
    return sorted(Membership.objects.filter(unit=unit).values_list("person__name", flat=True))


def breaks_at(monkeypatch, module, name, time):
    """The fault: from the call number `time` on it raises."""
    whole, calls = getattr(module, name), []

    def faulty(*args):
        calls.append(args)
        if len(calls) >= time:
            raise KeyError("fault")
        return whole(*args)

    monkeypatch.setattr(module, name, faulty)


def silent(owner):
    """Its worker said nothing for two minutes."""
    Import.objects.filter(pk=owner.pk).update(beat_at=clock.now() - timedelta(minutes=2))
    owner.refresh_from_db()
    return owner


@pytest.fixture
def half_taken(workplace, clerk, small_parts, monkeypatch):
    owner = checked(workplace, clerk, members(HOA, NAM))
    with monkeypatch.context() as patched:
        breaks_at(patched, applying, "take_over", 2)
        Import.objects.filter(pk=owner.pk).update(state=ImportState.APPLYING)
        with pytest.raises(KeyError):
            apply_import.func(FIRST_TIME, owner.pk)
    assert names(workplace) == ["Nguyễn Thị Hoa"]
    return silent(owner)


def test_what_was_half_taken_over_is_taken_back(half_taken, workplace, clerk):
    actions.give_up(owner=half_taken, by=clerk, at=clock.now())

    half_taken.refresh_from_db()
    assert (half_taken.state, names(workplace)) == (ImportState.UNDONE, [])
    assert AuditEvent.objects.filter(type="import.given_up").exists()


def test_a_job_that_still_runs_is_not_stopped(half_taken, workplace, clerk):
    Import.objects.filter(pk=half_taken.pk).update(beat_at=clock.now())
    half_taken.refresh_from_db()

    with pytest.raises(DomainError, match="vẫn đang chạy"):
        actions.give_up(owner=half_taken, by=clerk, at=clock.now())
    with pytest.raises(DomainError, match="không làm được nữa"):
        actions.undo_import(owner=half_taken, by=clerk, at=clock.now())

    assert names(workplace) == ["Nguyễn Thị Hoa"]


def test_what_is_finished_cannot_be_stopped(workplace, clerk):
    owner = applied(workplace, clerk, members(HOA))

    with pytest.raises(DomainError, match="Không còn việc nào đang dở"):
        actions.give_up(owner=owner, by=clerk, at=clock.now())


def test_undoing_that_breaks_off_is_stopped_and_finished_another_day(
    workplace, clerk, small_parts, monkeypatch
):
    owner = applied(workplace, clerk, members(HOA, NAM))
    with monkeypatch.context() as patched:
        breaks_at(patched, undoing, "_take_back", 2)
        Import.objects.filter(pk=owner.pk).update(state=ImportState.UNDOING)
        with pytest.raises(KeyError):
            undo_import.func(FIRST_TIME, owner.pk)

    actions.give_up(owner=silent(owner), by=clerk, at=clock.now())
    owner.refresh_from_db()
    stopped = (owner.state, names(workplace), "dừng giữa chừng" in owner.problem)
    actions.undo_import(owner=owner, by=clerk, at=clock.now())

    owner.refresh_from_db()
    assert stopped == (ImportState.DONE, ["Nguyễn Thị Hoa"], True)
    assert (owner.state, owner.problem, names(workplace)) == (ImportState.UNDONE, "", [])


def test_it_is_given_up_by_a_press(client, half_taken, workplace):
    client.force_login(user_as("clerk", workplace, "Phạm Văn Thư"))
    page = half_taken.get_absolute_url()

    offered = client.get(page)
    done = client.post(reverse("oversight:import_give_up", args=[half_taken.pk]), follow=True)

    assert "Dừng và lấy lại phần đã nhập" in offered.text
    assert "Đã dừng." in done.text
    assert names(workplace) == []


def test_the_page_of_an_undone_import_says_what_was_taken_back(client, workplace, clerk):
    owner = applied(workplace, clerk, members(HOA, NAM))
    actions.undo_import(owner=owner, by=clerk, at=clock.now())
    client.force_login(user_as("clerk", workplace, "Lê Văn Sáu"))

    page = client.get(owner.get_absolute_url())

    assert page.context["figures"][0] == ("đã lấy lại", 2, "")
    assert "<span>mới</span>" not in page.text
