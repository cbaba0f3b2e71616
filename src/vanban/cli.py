"""The command ``vanban``: read, check, repair, write or move a document from the command line."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from vanban.arguments import parser
from vanban.checking.document import read_document
from vanban.checking.summary import summary_lines
from vanban.checking.terminal import compiler_lines, findings_as_json
from vanban.forward import CannotMove, Forwarded, forward
from vanban.forward import printed as moved_printed
from vanban.reading.as_json import as_json
from vanban.reading.model import Reading, Severity
from vanban.reading.read import read_text
from vanban.repair import repair
from vanban.repair.as_json import as_json as repair_as_json
from vanban.sources.errors import Refused
from vanban.sources.guarded import load_guarded
from vanban.sources.limits import FILE_BYTES
from vanban.writing.files import reading_of_json, written

OK, ERRORS_FOUND, BAD_FILE = 0, 1, 2
CLOSED_PIPE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE)."""

_STDIN = "-"


class CannotWrite(ValueError):
    """The new file cannot be written; the reason is in Vietnamese."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done; 1: `check` found errors; 2: the file cannot be read, said in one sentence on stderr.
    """
    _speak_utf8()
    options = parser().parse_args(arguments)
    try:
        if options.command == "repair":
            return _printed_repair(options)
        reading = _reading(options.command, options.file)
        if options.command == "write":
            _put(reading, options)
            return OK
        moved = _moved(options, reading) if options.command == "forward" else None
    except (Refused, OSError, CannotMove, CannotWrite) as problem:
        file = getattr(problem, "filename", None) or options.file
        print(f"vanban: {_sentence(problem, file)}", file=sys.stderr)
        return BAD_FILE
    try:
        if moved:
            _print_moved(options, moved)
        else:
            for line in _lines(options, reading):
                print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return CLOSED_PIPE
    return _status(options, reading)


def _speak_utf8() -> None:
    """Vietnamese cannot be printed in the encodings that bare systems and old consoles assume."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _reading(command: str, file: str) -> Reading:
    """`write` also takes what `read --json` printed."""
    data = _bytes_of(file)
    if command == "write" and Path(file).suffix.lower() == ".json":
        return reading_of_json(data)
    return read_document(data, file)


def _bytes_of(file: str) -> bytes:
    """One byte more than is allowed at most, so that an endless file is refused, not swallowed."""
    if file == _STDIN:
        return sys.stdin.buffer.read(FILE_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(FILE_BYTES + 1)


def _put(reading: Reading, options: argparse.Namespace) -> None:
    """Write the document to the file named. Raises `CannotWrite`; the file read is never harmed."""
    target = Path(options.to)
    if target.exists() and options.file != _STDIN and target.samefile(options.file):
        raise CannotWrite(f"{target} chính là tệp đang đọc, hãy ghi ra một tệp khác.")
    data = written(reading, options.to)
    try:
        target.write_bytes(data)
    except FileNotFoundError as problem:
        raise CannotWrite(f"Không có thư mục để ghi tệp {target}.") from problem
    except IsADirectoryError as problem:
        raise CannotWrite(f"{target} là thư mục, hãy đặt tên khác cho tệp cần ghi.") from problem
    except PermissionError as problem:
        raise CannotWrite(f"Không có quyền ghi tệp {target}.") from problem
    except OSError as problem:
        number = problem.errno
        raise CannotWrite(f"Không ghi được tệp {target} (lỗi hệ thống số {number}).") from problem


def _moved(options: argparse.Namespace, reading: Reading) -> Forwarded:
    """The draft, which goes to a file if one is named. Raises `CannotMove`, `CannotWrite`."""
    moved = forward(reading, options.year)
    if options.to:
        _put(read_text(moved.text), options)
    return moved


def _print_moved(options: argparse.Namespace, moved: Forwarded) -> None:
    """The draft to stdout, what was done and what is to be looked at to stderr."""
    if options.json:
        print(json.dumps(moved_printed.as_json(moved), ensure_ascii=False, indent=2))
        return
    if not options.to:
        print(moved.text)
    for line in moved_printed.note_lines(moved, options.file):
        print(line, file=sys.stderr)


def _printed_repair(options: argparse.Namespace) -> int:
    """The text as it should read; a text that is not damaged as it is. Raises `Refused`."""
    repaired = repair(load_guarded(_bytes_of(options.file), options.file).text)
    text = repaired.text
    if options.json:
        text = json.dumps(repair_as_json(repaired), ensure_ascii=False, indent=2)
    try:
        print(text, end="" if text.endswith("\n") else "\n", flush=True)
    except BrokenPipeError:
        _forget_stdout()
        return CLOSED_PIPE
    return OK


def _lines(options: argparse.Namespace, reading: Reading) -> Iterator[str]:
    if options.command == "check" and options.json:
        yield json.dumps(findings_as_json(reading), ensure_ascii=False, indent=2)
    elif options.command == "check":
        yield from compiler_lines(reading, options.file, colour=_in_colour())
    elif options.json:
        yield json.dumps(as_json(reading), ensure_ascii=False, indent=2)
    else:
        yield from summary_lines(reading)


def _in_colour() -> bool:
    """On a terminal, unless the user asked for none (NO_COLOR, an agreement of many programs)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _status(options: argparse.Namespace, reading: Reading) -> int:
    """Findings are what `check` is for; to `read` they are a part of the answer."""
    wrong = any(finding.severity == Severity.ERROR for finding in reading.findings)
    return ERRORS_FOUND if options.command == "check" and wrong else OK


def _sentence(problem: Refused | OSError | CannotMove | CannotWrite, file: str) -> str:
    match problem:
        case FileNotFoundError():
            return f"Không tìm thấy tệp {file}."
        case IsADirectoryError():
            return f"{file} là thư mục, hãy chọn một tệp trong đó."
        case PermissionError():
            return f"Không có quyền đọc tệp {file}."
        case Refused() | CannotMove() | CannotWrite():
            return str(problem)
        case _:
            return f"Không đọc được tệp {file} (lỗi hệ thống số {problem.errno})."


def _forget_stdout() -> None:
    """The interpreter flushes stdout once more when it ends, which must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
