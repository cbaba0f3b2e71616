"""The one command that runs everything, as a process."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    try:
        with urlopen(f"http://127.0.0.1:{port}/login/", timeout=2) as answer:
            return answer.status == 200
    except (URLError, OSError):
        return False


def children_of(pid):
    path = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(child) for child in path.read_text().split()]
    return found + [below for child in found for below in children_of(child)]


def surroundings(data):
    env = os.environ | {"THIDUA_DATA": str(data), "THIDUA_SAMPLE": "0"}
    env.pop("DATABASE_URL", None)
    return env


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_no_process_behind(tmp_path, number):
    port = free_port()
    env = surroundings(tmp_path)
    log = tmp_path / "log"
    with log.open("w") as out:
        running = subprocess.Popen(
            [sys.executable, "-m", "thidua.config", "run", "--port", str(port)],
            env=env,
            stdout=out,
            stderr=out,
        )
    for _ in range(900):
        if answers(port):
            break
        time.sleep(0.1)
    assert f"http://127.0.0.1:{port}/" in log.read_text()
    below = children_of(running.pid)
    assert below

    running.send_signal(number)
    code = running.wait(timeout=40)

    assert code == 0
    assert [pid for pid in below if Path(f"/proc/{pid}").exists()] == []
    assert "Traceback" not in log.read_text()


def test_a_second_start_on_the_same_data_is_refused_in_words(tmp_path):
    (tmp_path / "run.lock").touch()
    env = os.environ | {"THIDUA_DATA": str(tmp_path), "THIDUA_SAMPLE": "0"}
    command = ["flock", str(tmp_path / "run.lock"), sys.executable, "-m", "thidua.config", "run"]

    second = subprocess.run(
        [*command, "--port", str(free_port())], env=env, capture_output=True, text=True, check=False
    )

    assert second.returncode != 0
    assert "đang chạy trên thư mục dữ liệu" in second.stderr
