"""Keeping the processes of an installation running, and stopping them for certain."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType

RESTART_PAUSE_SECONDS = 2
PATIENCE_SECONDS = 10

Process = subprocess.Popen[bytes]


def supervise(commands: Sequence[list[str]], beside: Callable[[threading.Event], None]) -> None:
    """Keep every command running, with `beside` in a thread, until SIGTERM or Ctrl+C.

    A command that dies is started again, and so is `beside`. At the end nothing is left behind:
    each command leads a group of its own, which is ended after `PATIENCE_SECONDS` if it does not
    end by itself.
    """
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
    running = [_start(command) for command in commands]
    thread = _beside(beside, stop)
    while not stop.wait(timeout=0.5):
        if not thread.is_alive():
            thread = _beside(beside, stop)
        for place, process in enumerate(running):
            if process.poll() is not None:
                _clear(process)
                time.sleep(RESTART_PAUSE_SECONDS)
                running[place] = _start(commands[place])
    _end(running)


def _beside(work: Callable[[threading.Event], None], stop: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=work, args=(stop,), daemon=True)
    thread.start()
    return thread


def _start(command: list[str]) -> Process:
    # A session of its own: Ctrl+C reaches us alone, and we end what we started in order. Bound to
    # us: if we are killed, a server that stays would hold the port.
    bound = [sys.executable, "-m", "thidua.config.bound", str(os.getpid()), *command]
    return subprocess.Popen(bound, start_new_session=True)  # noqa: S603 -- our own commands


def _end(running: Sequence[Process]) -> None:
    for process in running:
        process.terminate()
    deadline = time.monotonic() + PATIENCE_SECONDS
    for process in running:
        try:
            process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            _clear(process)
            process.wait()
        _clear(process)


def _clear(process: Process) -> None:
    """End what is left of the group: the child of a server that died would go on answering."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
