"""Real workers killed with SIGKILL in the middle of their work, and what the next one does."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from factories import DAY, KEEPER, NOON, actor_as
from org.reorganised import below, decision, line
from oversight.importing_files import HOA, NAM, members
from oversight.importing_steps import begun
from thidua.org.models import ActKind, Membership, Person, State
from thidua.oversight.actions import importing as imports
from thidua.oversight.actions import reorganising as decisions
from thidua.oversight.models import ImportState, Run, RunState
from thidua.oversight.reorganising import sizing

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parents[1]
PATIENCE = 120
QUICKLY = ("--batch", "--no-startup-delay", "--skip-checks")
LAN = (3, "Phạm Thị Lan", "DV003", "12/3/1980", "Nữ", "0912345670", "", "01/09/2011")
IMPORTING = "thidua.oversight.importing"
ONE_LINE_A_PART = {f"{IMPORTING}.checking.LINES": 1}


@pytest.fixture
def workers(shared_database, settings, tmp_path):
    """Jobs wait in the queue until a process of its own does them, on the database of the test."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.DATA_DIR = tmp_path
    kept = connection.settings_dict
    url = f"sqlite:///{kept['NAME']}"
    if connection.vendor == "postgresql":
        account = f"{kept['USER']}:{kept['PASSWORD']}@{kept['HOST']}:{kept['PORT']}"
        url = f"postgres://{account}/{kept['NAME']}"
    paths = f"{TESTS}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    return os.environ | {
        "DATABASE_URL": url,
        "THIDUA_DATA": str(tmp_path),
        "THIDUA_SAMPLE": "1",
        "PYTHONPATH": paths,
    }


@pytest.fixture
def killed_at(workers, tmp_path):
    """Start a worker, and kill it after the given call of a function."""

    def kill(at, *, turn=1, constants=None):
        flag = tmp_path / f"{at}-{turn}"
        order = {"at": at, "turn": turn, "flag": str(flag), "set": constants or {}}
        command = [sys.executable, "-m", "oversight.kills.halting", json.dumps(order)]
        with subprocess.Popen(command, env=workers) as worker:  # noqa: S603 -- our own command
            deadline = time.monotonic() + PATIENCE
            while not flag.exists():
                assert worker.poll() is None, "it ended before it came so far"
                assert time.monotonic() < deadline
                time.sleep(0.05)
            worker.kill()

    return kill


@pytest.fixture
def next_worker(workers):
    """Let another worker do all that waits."""

    def run():
        subprocess.run(  # noqa: S603 -- our own command
            [sys.executable, "-m", "thidua.config", "worker", *QUICKLY],
            env=workers,
            check=True,
            timeout=PATIENCE,
        )

    return run


@pytest.fixture
def clerk(workplace):
    return actor_as("clerk", workplace, "Phạm Văn Thư")


def names():
    return sorted(Membership.objects.values_list("person__name", flat=True))


def mapped(workplace, clerk):
    owner = begun(workplace, clerk, members(HOA, NAM, LAN))
    imports.map_columns(
        owner=owner, columns=owner.columns, first_row=owner.first_row, day=DAY, by=clerk, at=NOON
    )
    return owner


def test_an_import_killed_in_every_stage_is_taken_up_by_itself(
    workplace, clerk, killed_at, next_worker
):
    owner = mapped(workplace, clerk)
    before = Person.objects.count()

    killed_at(f"{IMPORTING}.checking._keep", turn=2, constants=ONE_LINE_A_PART)
    owner.refresh_from_db()
    assert (owner.state, owner.done, owner.parts.count()) == (ImportState.CHECKING, 1, 1)
    killed_at(f"{IMPORTING}.checking._keep", turn=3, constants=ONE_LINE_A_PART)
    # The third part was not there yet: it is read and judged anew, line by line.
    killed_at("thidua.oversight.jobs.importing._end", constants=ONE_LINE_A_PART)
    next_worker()
    owner.refresh_from_db()
    assert (owner.state, owner.counts, owner.parts.count()) == (ImportState.READY, {"new": 3}, 3)

    imports.apply_import(owner=owner, by=clerk, at=NOON)
    killed_at(f"{IMPORTING}.applying.take_over", turn=2)
    owner.refresh_from_db()
    assert (owner.state, names()) == (ImportState.APPLYING, ["Nguyễn Thị Hoa"])
    next_worker()
    owner.refresh_from_db()
    everybody = ["Nguyễn Thị Hoa", "Phạm Thị Lan", "Trần Văn Nam"]
    assert (owner.state, names()) == (ImportState.DONE, everybody)

    imports.undo_import(owner=owner, by=clerk, at=NOON)
    killed_at(f"{IMPORTING}.undoing._take_back", turn=2)
    owner.refresh_from_db()
    assert (owner.state, len(names())) == (ImportState.UNDOING, 2)
    next_worker()
    owner.refresh_from_db()
    assert (owner.state, names(), Person.objects.count()) == (ImportState.UNDONE, [], before)


def test_a_decision_killed_when_all_was_written_has_done_nothing_and_is_done_again(
    province, killed_at, next_worker, monkeypatch
):
    monkeypatch.setattr(sizing, "MANY_ACTS", 2)
    monkeypatch.setattr(sizing, "MANY_UNITS", 2)
    officer = actor_as(KEEPER, province, "Nguyễn Thị Hoa")
    units = [below(province, f"CĐCS số {number}") for number in range(2)]
    one = decision(province, *({"kind": ActKind.END, "unit": unit} for unit in units))
    run = decisions.carry_out(reorganisation=one, by=officer, at=NOON)

    killed_at("thidua.oversight.jobs.reorganising.carry_out_now")
    one.refresh_from_db()
    run.refresh_from_db()
    assert (run.state, one.state, one.steps.count()) == (RunState.RUNNING, State.DRAFT, 0)
    assert all(line(unit) for unit in units)
    next_worker()
    one.refresh_from_db()
    run.refresh_from_db()
    assert (run.state, run.counts["ended"], one.state) == (RunState.DONE, 2, State.DONE)

    back = decisions.undo(reorganisation=one, reason="Ghi nhầm", by=officer, at=NOON)
    killed_at("thidua.oversight.jobs.reorganising.undo_now")
    one.refresh_from_db()
    assert (Run.objects.get(pk=back.pk).state, one.state) == (RunState.RUNNING, State.DONE)
    next_worker()
    one.refresh_from_db()
    assert (Run.objects.get(pk=back.pk).state, one.state) == (RunState.DONE, State.UNDONE)
    assert all(line(unit) for unit in units)


def test_a_worker_that_lives_is_left_alone_however_slow_it_is(
    workplace, clerk, workers, next_worker, tmp_path
):
    owner = mapped(workplace, clerk)
    flag = tmp_path / "halted"
    order = {"at": f"{IMPORTING}.checking._begin_anew", "turn": 1, "flag": str(flag), "set": {}}
    command = [sys.executable, "-m", "oversight.kills.halting", json.dumps(order)]
    with subprocess.Popen(command, env=workers) as slow:  # noqa: S603 -- our own command
        while not flag.exists():
            assert slow.poll() is None
            time.sleep(0.05)
        DBTaskResult.objects.update(started_at="2024-03-15T00:00:00Z")

        next_worker()

        assert DBTaskResult.objects.get().status == "RUNNING"
        slow.kill()
    next_worker()
    owner.refresh_from_db()
    assert owner.state == ImportState.READY
