"""The process that waits between files: one fork for each, none left behind."""

import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from sources.files import docx_of, paragraph, pdf_of
from sources.processes import PATIENCE_SECONDS, children_of, command_of, eventually
from vanban.sources import waiting
from vanban.sources.errors import Refused
from vanban.sources.guarded import load_guarded

WORD = docx_of(paragraph("Kế hoạch"))
TIME_BOMB = pdf_of(*[b"1 0 0 1 0 0 cm " * 2_000_000] * 5, compressed=True)
"""Seconds of work in little memory."""

READ_AND_WAIT = """
import sys, time
from pathlib import Path
from vanban.sources.guarded import load_guarded

load_guarded(Path(sys.argv[1]).read_bytes(), "a.docx")
print("read", flush=True)
time.sleep(60)
"""
WORKER_WITH_LIMIT = """
import sys
from vanban.sources import limits, worker

setattr(limits, sys.argv[1], float(sys.argv[2]) if "." in sys.argv[2] else int(sys.argv[2]))
worker.main()
"""


def workers() -> list[int]:
    """The processes that wait below this one."""
    return [pid for pid in children_of(os.getpid()) if b"vanban.sources.worker" in command_of(pid)]


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "a.docx"
    path.write_bytes(WORD)
    return path


@pytest.fixture
def no_worker():
    waiting.WORKER.end()
    assert eventually(lambda: workers() == [])


@pytest.fixture
def worker_with():
    """Start a waiting process of which one limit is another: the socket on which it is called."""
    with ExitStack() as ended:

        def start(limit: str, value: str) -> socket.socket:
            ours, theirs = socket.socketpair()
            with theirs:
                ended.enter_context(run_python(WORKER_WITH_LIMIT, limit, value, stdin=theirs))
            return ended.enter_context(ours)

        yield start


@pytest.mark.usefixtures("no_worker")
def test_files_one_after_the_other_share_the_waiting_process():
    load_guarded(WORD, "a.docx")
    first = workers()
    load_guarded(WORD, "a.docx")

    assert len(first) == 1
    assert workers() == first


@pytest.mark.usefixtures("no_worker")
def test_a_text_starts_no_process():
    load_guarded("Kế hoạch".encode(), "a.txt")

    assert workers() == []


def test_a_file_that_used_up_its_time_takes_none_from_the_next(worker_with, monkeypatch):
    calls = worker_with("WORKER_CPU_SECONDS", "1")
    waiting.WORKER.end()
    monkeypatch.setattr(waiting.WORKER, "_calls", calls)

    with pytest.raises(Refused, match="giới hạn an toàn"):
        load_guarded(TIME_BOMB, "a.pdf")
    assert load_guarded(WORD, "a.docx").text == "Kế hoạch"
    assert waiting.WORKER._calls is calls


def test_a_reader_ends_in_time_even_when_it_only_waits(worker_with):
    calls = worker_with("WORKER_WALL_SECONDS", "0.2")

    with waiting.called(calls) as connection:
        connection.settimeout(PATIENCE_SECONDS)

        assert connection.recv(1) == b""


def test_files_read_at_the_same_time_keep_their_words():
    words = [f"Kế hoạch {number}" for number in range(24)]

    with ThreadPoolExecutor(max_workers=8) as threads:
        sources = threads.map(lambda text: load_guarded(docx_of(paragraph(text)), "a.docx"), words)

        assert [source.text for source in sources] == words


def test_when_the_waiting_process_was_killed_another_is_started():
    load_guarded(WORD, "a.docx")
    [worker] = workers()
    os.kill(worker, signal.SIGKILL)

    assert load_guarded(WORD, "a.docx").text == "Kế hoạch"
    assert workers() != [worker]


def test_a_large_file_whose_reader_dies_at_once_is_refused(monkeypatch):
    load_guarded(WORD, "a.docx")
    [worker] = workers()
    assert eventually(lambda: children_of(worker) == [])
    connection = waiting.called(waiting.WORKER._calls)
    [reader] = children_of(worker)
    os.kill(reader, signal.SIGKILL)
    monkeypatch.setattr(waiting.WORKER, "connection", lambda: connection)

    with pytest.raises(Refused, match="giới hạn an toàn"):
        load_guarded(b"%PDF-1.7\n" + bytes(5_000_000), "a.pdf")


def test_a_fork_of_this_process_reads_with_a_waiting_process_of_its_own(word):
    forking = """
import os, sys
from pathlib import Path
from vanban.sources.guarded import load_guarded

def text():
    return load_guarded(Path(sys.argv[1]).read_bytes(), "a.docx").text

text()
if os.fork() == 0:
    print(text(), flush=True)
else:
    os.wait()
    print(text())
"""
    ran = run_python(forking, str(word))

    assert (ran.communicate()[0], ran.returncode) == ("Kế hoạch\nKế hoạch\n", 0)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_the_waiting_process_ends_with_the_one_it_serves(word, end):
    with run_python(READ_AND_WAIT, str(word)) as reader:
        assert reader.stdout.readline() == "read\n"
        [worker] = children_of(reader.pid)
        reader.send_signal(end)

    assert eventually(lambda: command_of(worker) == b"")


def test_the_waiting_process_ends_when_nobody_calls(worker_with):
    calls = worker_with("WORKER_IDLE_SECONDS", "0.1")
    calls.settimeout(PATIENCE_SECONDS)

    assert calls.recv(1) == b""


def test_a_waiting_process_that_has_ended_is_cleared_away():
    load_guarded(WORD, "a.docx")
    [worker] = workers()
    os.kill(worker, signal.SIGKILL)

    assert eventually(lambda: worker not in children_of(os.getpid()))


def run_python(
    program: str, *arguments: str, stdin: socket.socket | None = None
) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 -- the programs above
        [sys.executable, "-X", "dev", "-W", "error", "-c", program, *arguments],
        stdin=None if stdin is None else stdin.fileno(),
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(waiting.PACKAGES), "PYTHONIOENCODING": "utf-8"},
        text=True,
    )
