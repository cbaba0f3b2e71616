"""Two officers at once, and decisions that are too large for a page."""

import pytest

from factories import DAY, KEEPER, NOON, actor_as
from org.reorganised import below, decision, line
from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.org.models import ActKind, Placement, Reorganisation, State, Tree
from thidua.oversight.actions.reorganising import carry_out, undo
from thidua.oversight.jobs import reorganising as jobs
from thidua.oversight.models import Run, RunState
from thidua.oversight.models.reorganising import LONG
from thidua.oversight.reorganising import sizing


@pytest.fixture
def officers(province):
    return [actor_as(KEEPER, province, name) for name in ("Nguyễn Thị Hoa", "Trần Văn Bình")]


def said(answers):
    """What two officers heard: nothing when it was done, the sentence when it was refused."""
    return sorted(str(one) if isinstance(one, DomainError) else "" for one in answers)


def test_of_two_officers_with_one_decision_the_second_hears_a_sentence(at_once, province, officers):
    school = below(province, "CĐCS Gia Hòa")
    one = decision(province, {"kind": ActKind.END, "unit": school})

    heard = at_once(
        *(lambda by=by: carry_out(reorganisation=one, by=by, at=NOON) for by in officers)
    )

    assert said(heard) == [
        "",
        "Quyết định này đã được thi hành, có thể do một cán bộ khác vừa bấm.",
    ]
    assert Placement.objects.filter(unit=school, tree=Tree.KEPT).count() == 1
    assert Run.objects.count() == 1


def test_of_two_decisions_about_one_unit_the_second_sees_what_the_first_did(
    at_once, province, officers
):
    school, first, second = (below(province, name) for name in ("CĐCS Gia Hòa", "Một", "Hai"))
    decisions = [
        decision(province, {"kind": ActKind.MERGE, "unit": school, "target": target})
        for target in (first, second)
    ]

    heard = at_once(
        *(
            lambda one=one, by=by: carry_out(reorganisation=one, by=by, at=NOON)
            for one, by in zip(decisions, officers, strict=True)
        )
    )

    assert said(heard) == [
        "",
        ("Chưa thi hành được, chưa ghi gì. CĐCS Gia Hòa đã kết thúc hoạt động từ ngày 15/03/2024."),
    ]
    states = Reorganisation.objects.values_list("state", flat=True)
    assert sorted(states) == [State.DONE, State.DRAFT]
    school.refresh_from_db()
    assert school.kept_by == (first if isinstance(heard[0], Run) else second)


@pytest.mark.django_db
def test_a_large_decision_is_carried_out_and_undone_by_a_job(province, officers, monkeypatch):
    monkeypatch.setattr(sizing, "MANY_ACTS", 2)
    monkeypatch.setattr(sizing, "MANY_UNITS", 2)
    units = [below(province, f"CĐCS số {number}") for number in range(2)]
    one = decision(province, *({"kind": ActKind.END, "unit": unit} for unit in units))

    run = carry_out(reorganisation=one, by=officers[0], at=NOON)

    assert run.state == RunState.WAITING
    run.refresh_from_db()
    assert (run.state, run.counts["ended"]) == (RunState.DONE, 2)
    assert [line(unit) for unit in units] == [None, None]
    one.refresh_from_db()
    undo(reorganisation=one, reason="Ghi nhầm", by=officers[0], at=NOON)
    assert [line(unit, DAY) is not None for unit in units] == [True, True]


@pytest.mark.django_db
def test_a_job_that_comes_too_late_says_why_and_leaves_nothing(
    province, officers, monkeypatch, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(sizing, "MANY_ACTS", 1)
    school = below(province, "CĐCS Gia Hòa")
    large = decision(province, {"kind": ActKind.END, "unit": school})
    run = carry_out(reorganisation=large, by=officers[0], at=NOON)
    with pytest.raises(DomainError, match="đang thực hiện quyết định này"):
        carry_out(reorganisation=large, by=officers[1], at=NOON)
    monkeypatch.setattr(sizing, "MANY_ACTS", 300)
    other = decision(province, {"kind": ActKind.END, "unit": school})
    carry_out(reorganisation=other, by=officers[1], at=NOON)

    jobs.run_reorganisation.call(run.pk)

    run.refresh_from_db()
    large.refresh_from_db()
    assert (run.state, large.state) == (RunState.REFUSED, State.DRAFT)
    assert "CĐCS Gia Hòa đã kết thúc hoạt động từ ngày 15/03/2024." in run.problem
    assert not large.steps.exists()


@pytest.mark.django_db
def test_a_run_that_was_cut_off_says_so_and_is_begun_again_by_one_press(
    client, province, monkeypatch, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(sizing, "MANY_ACTS", 1)
    officer = actor_as(KEEPER, province)
    client.force_login(officer.user)
    one = decision(province, {"kind": ActKind.END, "unit": below(province, "CĐCS Gia Hòa")})
    run = carry_out(reorganisation=one, by=officer, at=clock.now())
    Run.objects.update(state=RunState.RUNNING, begun_at=clock.now())
    address = f"/reorganisations/{one.pk}/"

    early = client.post(f"{address}go-on/")
    calm = client.get(address).text
    Run.objects.update(begun_at=clock.now() - 2 * LONG)
    late = client.get(address).text
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    client.post(f"{address}go-on/")

    assert early.status_code in {403, 409}
    assert ("bị ngắt giữa chừng" in calm, "bị ngắt giữa chừng" in late) == (False, True)
    run.refresh_from_db()
    assert run.state == RunState.DONE


@pytest.mark.django_db
def test_a_run_that_is_handed_out_twice_is_done_once(province, officers, monkeypatch, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(sizing, "MANY_ACTS", 1)
    one = decision(province, {"kind": ActKind.END, "unit": below(province, "CĐCS Gia Hòa")})
    run = carry_out(reorganisation=one, by=officers[0], at=NOON)

    jobs.run_reorganisation.call(run.pk)
    jobs.run_reorganisation.call(run.pk)

    run.refresh_from_db()
    assert (run.state, run.problem) == (RunState.DONE, "")
