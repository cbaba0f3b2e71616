"""Starting an installed copy, and what it holds in memory when idle."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from timing import Row

IDLE_SECONDS = 5


def start_rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"THIDUA_DATA": folder, "THIDUA_SAMPLE": "1"}
        first, _ = _start(env)
        second, memory = _start(env)
    return [
        ("first start with the sample year, to the first page", f"{first:.1f} s", "—", "—"),
        ("start of an installed copy to the first page", f"{second:.1f} s", "≤ 5 s", "—"),
        ("PSS of server, job worker and clock, idle", f"{memory:.0f} MiB", "≤ 200 MiB", "—"),
    ]


def _start(env: dict[str, str]) -> tuple[float, float]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.monotonic()
    command = [sys.executable, "-m", "thidua.config", "run", "--port", str(port)]
    running = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _wait(f"http://127.0.0.1:{port}/login/")
    took = time.monotonic() - began
    time.sleep(IDLE_SECONDS)
    memory = _pss(running.pid) / 1024
    running.terminate()
    running.wait(timeout=30)
    return took, memory


def _wait(url: str) -> None:
    for _ in range(1200):
        try:
            with urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(url)


def _pss(pid: int) -> int:
    """Kilobytes of a process and all below it."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return own + sum(_pss(int(child)) for child in children)
