"""An installation that runs, and loses its processes at any moment."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SERVER, SERVING, MASTER, WORKER, ALL = "server", "serving", "master", "worker", "all"
"""The whole server; the one process of it that answers; the one that starts that one; the job
worker; everything at once, as when the machine stops."""
PATIENCE = 60


class Town:
    """`thidua run` on a data folder and a port; `environment` says which database."""

    def __init__(self, environment: dict[str, str], port: int, log: Path) -> None:
        self.environment, self.port, self.log = environment, port, log
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers; a port that is not free yet is tried again."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.running is None or self.running.poll() is not None:
                self._launch()
            if self.answers():
                return
            time.sleep(0.1)
        raise AssertionError(f"it does not start: {self.log.read_text()[-2000:]}")

    def _launch(self) -> None:
        command = [sys.executable, "-m", "thidua.config", "run", "--port", str(self.port)]
        with self.log.open("a") as out:
            self.running = subprocess.Popen(  # noqa: S603 -- our own command
                command, env=self.environment, stdout=out, stderr=out
            )

    def wait(self) -> None:
        """Until it answers again."""
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            assert time.monotonic() < deadline, self.log.read_text()[-2000:]
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/login/", timeout=5) as answer:
                return answer.status == 200
        except (URLError, OSError):
            return False

    def kill(self, target: str) -> bool:
        """End a part with SIGKILL; False when it was down already."""
        pids = self._pids(target)
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if target == ALL and self.running is not None:
            self.running.wait()
        return bool(pids)

    def _pids(self, target: str) -> list[int]:
        if self.running is None:
            return []
        below = children_of(self.running.pid)
        servers = [pid for pid in _everything() if self._serves(pid)]
        workers = [pid for pid in below if "\0worker\0" in _words_of(pid)]
        return {
            SERVER: servers,
            SERVING: [pid for pid in servers if pid not in below],
            MASTER: [pid for pid in servers if pid in below],
            WORKER: workers,
            # The one that would start the others again goes first.
            ALL: [self.running.pid, *servers, *workers],
        }[target]

    def _serves(self, pid: int) -> bool:
        """Also where the one that started it has died."""
        words = _words_of(pid)
        return "granian" in words and f"\0{self.port}\0" in words

    def stop(self) -> None:
        """As somebody stops it who has time."""
        if self.running is not None and self.running.poll() is None:
            self.running.terminate()
            self.running.wait(timeout=PATIENCE)


def _everything() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()]


def children_of(pid: int) -> list[int]:
    with suppress(OSError):
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(child) for child in text.split()]
    return []


def _words_of(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""
