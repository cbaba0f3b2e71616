"""The process that waits for strangers' files, as seen by whoever has one to read."""

import atexit
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

from vanban.sources import limits

PACKAGES = Path(__file__).resolve().parents[2]


class Worker:
    """The waiting process, started when it is needed; several threads may ask at once.

    It is not the fork server of the standard library, which imports our main program anew, lives
    as long as we do, and may not be used from a process that is itself a child of that kind.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: socket.socket | None = None
        atexit.register(self.end)
        os.register_at_fork(after_in_child=self.forget)

    def forget(self) -> None:
        """In a fork of this process: the worker is the parent's, and nobody opens the lock."""
        self._lock = threading.Lock()
        self.end()

    def end(self) -> None:
        """A worker without a caller ends by itself."""
        if self._calls:
            self._calls.close()
            self._calls = None

    def connection(self) -> socket.socket:
        """A line to a process that is ready for one file.

        The worker may have ended just now, because it had nothing to do; then another is started.
        """
        with self._lock:
            if self._calls:
                try:
                    return called(self._calls)
                except ConnectionError:
                    self.end()
            self._calls = _started()
            return called(self._calls)


def _started() -> socket.socket:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "vanban.sources.worker"],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"PYTHONPATH": str(PACKAGES), "PATH": os.environ.get("PATH", os.defpath)},
        )
    # Somebody has to wait for it, or it would stay in the list of processes after its end.
    threading.Thread(target=process.wait, daemon=True).start()
    return ours


def called(calls: socket.socket) -> socket.socket:
    """Hand the worker one end of a new connection; the other end is ours once it has greeted."""
    ours, theirs = socket.socketpair()
    ours.settimeout(limits.WORKER_WALL_SECONDS)
    try:
        with theirs:
            socket.send_fds(calls, [b"."], [theirs.fileno()])
        if not ours.recv(1):
            raise ConnectionResetError
    except OSError:
        ours.close()
        raise
    return ours


WORKER = Worker()
