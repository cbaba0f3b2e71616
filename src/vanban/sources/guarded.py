"""Opening a stranger's file in a process that may die without harm."""

import json
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from vanban.sources import limits, refusals
from vanban.sources.errors import Cancelled, Refused
from vanban.sources.kinds import Container
from vanban.sources.load import load, screen, warnings_about
from vanban.sources.merging import Recognition, with_recognised
from vanban.sources.model import Doubt, Source
from vanban.sources.office import office_program
from vanban.sources.recognition import can_recognise
from vanban.sources.tasks import TASKS
from vanban.sources.waiting import WORKER

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]

_LOOK_EVERY_SECONDS = 0.25
_BLOCK = 1 << 16
_OFFICE: tuple[Container, ...] = ("doc", "rtf", "odt")


def load_guarded(
    data: bytes,
    filename: str,
    *,
    progress: Progress | None = None,
    cancelled: Cancel | None = None,
    recognise: bool = True,
) -> Source:
    """Like `load`, within 512 MiB and 5 seconds whatever the file does to its parser.

    Then the pages that are pictures, or whose text cannot be trusted, are recognised one by one,
    which takes seconds each: `progress(done, pages)` is told, `cancelled()` asked several times a
    second, and `Cancelled` raised. Without `recognise` these pages stay `unread`.

    Text files are read here; each other file in a process of its own, forked from one that waits
    for a minute after the last file. The first file also waits for that one to start, about a
    fifth of a second. The death of the process, whatever the cause, is a `Refused`.
    """
    container = screen(data)
    if container == "text":
        return load(data, filename)
    if container in _OFFICE:
        converted = _converted(data, container, cancelled)
        answer, _ = _ask({"task": "load", "filename": ""}, converted, cancelled)
        notes = (*answer["notes"], *warnings_about(container, filename))
        return replace(_source(answer), kind=container, notes=notes)
    source = _source(_ask({"task": "load", "filename": filename}, data, cancelled)[0])
    if source.unread and recognise:
        return _with_recognition(source, data, progress, cancelled)
    return source


def page_picture(
    data: bytes,
    filename: str,  # noqa: ARG001 -- told like everywhere, but only the content counts
    page: int,
    width: int,
) -> bytes:
    """One page of a PDF or an image, counted from 1, as a PNG at most `width` dots wide.

    Raises `Refused`, also for files that have no pages to show.
    """
    screen(data)
    return _ask({"task": "picture", "page": page, "width": width}, data)[1]


def _converted(data: bytes, container: Container, cancelled: Cancel | None) -> bytes:
    if office_program() is None:
        raise Refused(refusals.NEEDS_OFFICE[container])
    return _ask({"task": "convert", "kind": container}, data, cancelled)[1]


def _with_recognition(
    source: Source, data: bytes, progress: Progress | None, cancelled: Cancel | None
) -> Source:
    if can_recognise():
        read = with_recognised(source, _recognised(source, data, progress, cancelled))
    else:
        read = with_recognised(source, {})
    if not read.text.strip():
        raise Refused(
            refusals.NOTHING_RECOGNISED if can_recognise() else refusals.NEEDS_RECOGNITION
        )
    if len(read.text) > limits.TEXT_LENGTH:
        raise Refused(refusals.TOO_LONG)
    return read


def _recognised(
    source: Source, data: bytes, progress: Progress | None, cancelled: Cancel | None
) -> dict[int, Recognition]:
    """Page by page; one that cannot be drawn or takes too long is left out."""
    found = {}
    pages = source.unread[: limits.IMAGE_PAGES]
    only_one = len(pages) == 1 and not source.text.strip()
    for done, page in enumerate(pages, 1):
        try:
            answer, _ = _ask({"task": "recognise", "page": page}, data, cancelled)
            doubts = tuple(Doubt(**doubt) for doubt in answer["doubts"])
            found[page] = Recognition(answer["text"], doubts)
        except Refused:
            if only_one:
                raise
        if progress:
            progress(done, len(pages))
    return found


def _source(answer: dict[str, Any]) -> Source:
    return Source(
        answer["kind"],
        answer["text"],
        tuple(answer["pages"]),
        answer["has_text"],
        tuple(answer["notes"]),
        unread=tuple(answer["unread"]),
        margins=tuple(answer["margins"]),
    )


def _ask(
    asked: dict[str, object], data: bytes, cancelled: Cancel | None = None
) -> tuple[dict[str, Any], bytes]:
    """What the worker answers and the bytes it made; raises `Refused` and `Cancelled`."""
    whole = _answer_to(asked, data, cancelled)
    line, ended, made = whole.partition(b"\n")
    if not ended:
        raise Refused(refusals.TOO_HEAVY)
    answer = json.loads(line)
    if len(made) != answer["bytes"]:
        raise Refused(refusals.TOO_HEAVY)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer, made


def _answer_to(asked: dict[str, object], data: bytes, cancelled: Cancel | None) -> bytes:
    patience = limits.WORKER_WALL_SECONDS + TASKS[str(asked["task"])].program_seconds
    deadline = time.monotonic() + patience
    try:
        with WORKER.connection() as connection:
            connection.sendall(json.dumps(asked).encode() + b"\n" + data)
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(min(_LOOK_EVERY_SECONDS, patience))
            return _received(connection, deadline, cancelled)
    except (ConnectionError, TimeoutError) as error:
        raise Refused(refusals.TOO_HEAVY) from error


def _received(connection: socket.socket, deadline: float, cancelled: Cancel | None) -> bytes:
    parts: list[bytes] = []
    while True:
        if cancelled and cancelled():
            raise Cancelled
        try:
            part = connection.recv(_BLOCK)
        except TimeoutError:
            if time.monotonic() > deadline:
                raise
            continue
        if not part:
            return b"".join(parts)
        parts.append(part)
