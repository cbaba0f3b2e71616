"""Running a program of the system on a stranger's file: bounded, and stopped when nobody waits."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_LOOK_EVERY_SECONDS = 0.05
_MEASURE_EVERY_SECONDS = 0.5
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Stopped(Exception):
    """The program was ended: it took too much, or failed, or nobody waits for it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one run may take; `writes` is the size of the largest file it may write."""

    seconds: float
    cpu_seconds: int
    memory: int
    address_space: int = resource.RLIM_INFINITY
    writes: int = 0


@lru_cache
def path_of(program: str) -> str | None:
    """Where the program is installed, or ``None``."""
    return shutil.which(program)


def run(
    command: Sequence[str],
    sent: bytes,
    bounds: Bounds,
    abandoned: Callable[[], bool],
    environment: dict[str, str] | None = None,
) -> bytes:
    """What the program answers to `sent`; raises `Stopped`.

    It runs in a group of its own, so that whatever it starts ends with it.
    """
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answer:
        asked.write(sent)
        asked.seek(0)
        process = subprocess.Popen(  # noqa: S603 -- our own commands, no name of a stranger in them
            command,
            stdin=asked,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"PATH": os.environ.get("PATH", os.defpath), **(environment or {})},
            start_new_session=True,
            preexec_fn=lambda: _bound(bounds),  # noqa: PLW1509 -- the reader has one thread
        )
        try:
            _wait(process, bounds, abandoned)
        finally:
            _end_group(process)
        answer.seek(0)
        return answer.read()


def _bound(bounds: Bounds) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.cpu_seconds, bounds.cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (bounds.address_space, bounds.address_space))
    resource.setrlimit(resource.RLIMIT_FSIZE, (bounds.writes, bounds.writes))


def _wait(
    process: "subprocess.Popen[bytes]", bounds: Bounds, abandoned: Callable[[], bool]
) -> None:
    began = time.monotonic()
    measured = began
    while True:
        try:
            failed = process.wait(_LOOK_EVERY_SECONDS) != 0
        except subprocess.TimeoutExpired as late:
            now = time.monotonic()
            if now > began + bounds.seconds or abandoned():
                raise Stopped from late
            if now > measured + _MEASURE_EVERY_SECONDS:
                measured = now
                _end_when_large(process.pid, bounds)
            continue
        if failed:
            raise Stopped
        return


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _end_when_large(group: int, bounds: Bounds) -> None:
    """Programs that map more than they use are measured; for the others the kernel keeps watch."""
    if bounds.address_space == resource.RLIM_INFINITY and _memory_of(group) > bounds.memory:
        raise Stopped


def _memory_of(group: int) -> int:
    """Bytes in memory of all processes of a group; nothing where the system does not tell."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text(encoding="latin-1").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            total += int(fields[21]) * _PAGE_BYTES
    return total
