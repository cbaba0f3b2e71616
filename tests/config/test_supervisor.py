"""Keeping processes running, in a process of its own."""

import subprocess
import sys
import time
from pathlib import Path

SCRIPT = """
import sys
from thidua.config.supervisor import supervise
words = f"sleep 600 & echo $! >> {sys.argv[1]}; sleep 0.2"
supervise([["sh", "-c", words]], lambda stop: stop.wait())
"""


def test_what_a_dead_command_left_running_ends_before_it_is_started_again(tmp_path):
    pids = tmp_path / "pids"
    running = subprocess.Popen([sys.executable, "-c", SCRIPT, str(pids)])  # noqa: S603 -- our own
    deadline = time.monotonic() + 60
    while not pids.exists() or len(pids.read_text().split()) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    left_by_the_first = pids.read_text().split()[0]

    still_there = lives(left_by_the_first)
    running.terminate()
    running.wait(timeout=30)

    assert not still_there
    assert [pid for pid in pids.read_text().split() if lives(pid)] == []


def test_a_supervisor_that_is_killed_leaves_no_command_behind(tmp_path):
    pids = tmp_path / "pids"
    words = "import sys; from thidua.config.supervisor import supervise; supervise("
    words += (
        "[['sh', '-c', f'echo $$ >> {sys.argv[1]}; exec sleep 600']], lambda stop: stop.wait())"
    )
    running = subprocess.Popen([sys.executable, "-c", words, str(pids)])  # noqa: S603 -- our own
    deadline = time.monotonic() + 60
    while not pids.exists() or not pids.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.1)

    running.kill()
    running.wait()

    while lives(pids.read_text().strip()):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def lives(pid):
    """What is dead may still wait for somebody to look at it."""
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()
