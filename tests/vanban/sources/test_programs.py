"""Programs of the system run within bounds, and end when nobody waits."""

import resource
import sys
from dataclasses import replace

import pytest

from sources.processes import command_of, eventually
from vanban.sources import limits, programs
from vanban.sources.programs import Bounds, Stopped, run

BOUNDS = Bounds(seconds=20, cpu_seconds=5, memory=limits.WORKER_MEMORY_BYTES, writes=limits.MIB)
PYTHON = [sys.executable, "-I", "-S", "-c"]


def nobody_leaves() -> bool:
    return False


def test_a_program_hears_what_is_sent_and_its_answer_comes_back():
    echo = [*PYTHON, "import sys; print(sys.stdin.read().upper(), end='')"]

    assert run(echo, b"ke hoach", BOUNDS, nobody_leaves) == b"KE HOACH"


def test_a_program_knows_nothing_of_our_environment(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x")
    tell = [*PYTHON, "import os; print('SECRET_KEY' in os.environ, os.getcwd(), end='')"]

    assert run(tell, b"", BOUNDS, nobody_leaves) == b"False /"


@pytest.mark.parametrize(
    ("work", "bounds"),
    [
        pytest.param("import sys; sys.exit(3)", BOUNDS, id="fails"),
        pytest.param("import time; time.sleep(60)", replace(BOUNDS, seconds=0.1), id="waits"),
        pytest.param("while True: pass", replace(BOUNDS, cpu_seconds=1), id="works"),
        pytest.param("print('a' * 2_000_000)", BOUNDS, id="writes"),
        pytest.param(
            "bytearray(400_000_000)", replace(BOUNDS, address_space=300 * limits.MIB), id="maps"
        ),
    ],
)
def test_a_program_that_takes_too_much_is_stopped(work, bounds):
    with pytest.raises(Stopped):
        run([*PYTHON, work], b"", bounds, nobody_leaves)


def test_a_program_that_maps_much_is_stopped_when_it_uses_much(monkeypatch):
    monkeypatch.setattr(programs, "_MEASURE_EVERY_SECONDS", 0.05)
    fill = "import time; a = bytearray(b'a') * 90_000_000; time.sleep(60)"

    with pytest.raises(Stopped):
        run([*PYTHON, fill], b"", replace(BOUNDS, memory=50 * limits.MIB), nobody_leaves)


def test_a_program_and_what_it_started_end_when_nobody_waits(tmp_path):
    told = tmp_path / "pid"
    start = (
        "import subprocess, sys, time;"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        f"open({str(told)!r}, 'w').write(str(child.pid)); time.sleep(60)"
    )

    with pytest.raises(Stopped):
        run([*PYTHON, start], b"", BOUNDS, lambda: told.exists() and bool(told.read_text()))
    assert eventually(lambda: command_of(int(told.read_text())) == b"")


def test_our_own_limits_stay_what_they_were():
    before = resource.getrlimit(resource.RLIMIT_CPU)

    run([*PYTHON, "pass"], b"", BOUNDS, nobody_leaves)

    assert resource.getrlimit(resource.RLIMIT_CPU) == before
