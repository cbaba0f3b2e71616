"""What can be asked of the process that opens strangers' files, and what each may take."""

import resource
import select
import signal
import socket
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from vanban.sources import limits, refusals
from vanban.sources.errors import Refused
from vanban.sources.load import load, screen
from vanban.sources.office import as_docx
from vanban.sources.pictures import page_as_png, page_for_recognition
from vanban.sources.programs import Stopped
from vanban.sources.recognition import recognise

Answer = tuple[dict[str, Any], bytes]
Asked = Mapping[str, Any]
Abandoned = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Task:
    """`work` gets what was asked, the file, and whether the caller went away meanwhile.

    A task that only hands the file to a program does not look inside and needs no memory limit.
    """

    work: Callable[[Asked, bytes, Abandoned], Answer]
    runs_programs: bool = False
    looks_inside: bool = True
    program_seconds: float = 0.0


def answer_to(asked: Asked, data: bytes, connection: socket.socket) -> Answer:
    """Do the task; what is refused is an answer too."""
    try:
        return TASKS[asked["task"]].work(asked, data, lambda: _is_closed(connection))
    except Refused as refused:
        return {"refused": str(refused)}, b""
    except Stopped:
        return {"refused": refusals.TOO_HEAVY}, b""


def limit_time() -> None:
    """From here on the kernel ends this process when it takes too long, even to be asked."""
    # A signal that whoever started us held back would stay held back here.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.WORKER_WALL_SECONDS)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit(task: Task) -> None:
    """From here on the kernel ends this process when it takes too much.

    A program that the task starts has limits of its own, which lie within the hard ones set here.
    """
    memory, seconds = limits.WORKER_MEMORY_BYTES, limits.WORKER_CPU_SECONDS
    most = limits.RECOGNITION_CPU_SECONDS + seconds if task.runs_programs else seconds
    writes = limits.ANSWER_BYTES if task.runs_programs else 0
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))
    if task.looks_inside:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (writes, writes))


def _is_closed(connection: socket.socket) -> bool:
    waiting = select.poll()
    waiting.register(connection, 0)
    return bool(waiting.poll(0))


def _load(asked: Asked, data: bytes, _: Abandoned) -> Answer:
    return asdict(load(data, asked["filename"])), b""


def _recognise(asked: Asked, data: bytes, abandoned: Abandoned) -> Answer:
    page = page_for_recognition(data, asked["page"], is_pdf=screen(data) == "pdf")
    signal.setitimer(signal.ITIMER_REAL, 0)  # the rest is done by a program with its own limits
    found = recognise(page, abandoned)
    return asdict(found), b""


def _picture(asked: Asked, data: bytes, _: Abandoned) -> Answer:
    container = screen(data)
    if container not in ("pdf", "image"):
        raise Refused(refusals.NO_PICTURE)
    width = min(max(int(asked["width"]), 1), limits.PICTURE_WIDTH)
    return {}, page_as_png(data, asked["page"], width, is_pdf=container == "pdf")


def _convert(asked: Asked, data: bytes, abandoned: Abandoned) -> Answer:
    signal.setitimer(signal.ITIMER_REAL, 0)
    return {}, as_docx(data, asked["kind"], abandoned)


_TRIES = 3
"""A page may be recognised, its direction asked for, and be recognised again."""

TASKS: Mapping[str, Task] = {
    "load": Task(_load),
    "picture": Task(_picture),
    "recognise": Task(
        _recognise, runs_programs=True, program_seconds=_TRIES * limits.RECOGNITION_SECONDS
    ),
    "convert": Task(
        _convert,
        runs_programs=True,
        looks_inside=False,
        program_seconds=limits.CONVERSION_SECONDS,
    ),
}
