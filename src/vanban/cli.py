"""The command ``vanban``: read or check a document from the command line."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from vanban.checking.document import read_document
from vanban.checking.summary import summary_lines
from vanban.checking.terminal import compiler_lines
from vanban.reading.as_json import as_json
from vanban.reading.model import Reading, Severity
from vanban.sources.errors import Refused
from vanban.sources.limits import FILE_BYTES

OK, ERRORS_FOUND, BAD_FILE = 0, 1, 2
CLOSED_PIPE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE)."""

_STDIN = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done; 1: `check` found errors; 2: the file cannot be read, said in one sentence on stderr.
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        reading = read_document(_bytes_of(options.file), options.file)
    except (Refused, OSError) as problem:
        print(f"vanban: {_sentence(problem, options.file)}", file=sys.stderr)
        return BAD_FILE
    try:
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vanban", description="Đọc và kiểm tra văn bản hành chính tiếng Việt."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    read = commands.add_parser("read", help="đọc văn bản và in những gì hiểu được")
    read.add_argument("--json", action="store_true", help="in toàn bộ kết quả dạng JSON")
    check = commands.add_parser("check", help="kiểm tra văn bản và in từng chỗ cần xem")
    for command in (read, check):
        command.add_argument(
            "file", metavar="TỆP", help="tệp .txt, .md, .docx, .pdf; “-” là đầu vào chuẩn"
        )
    return parser


def _bytes_of(file: str) -> bytes:
    """One byte more than is allowed at most, so that an endless file is refused, not swallowed."""
    if file == _STDIN:
        return sys.stdin.buffer.read(FILE_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(FILE_BYTES + 1)


def _lines(options: argparse.Namespace, reading: Reading) -> Iterator[str]:
    if options.command == "check":
        yield from compiler_lines(reading, options.file)
    elif options.json:
        yield json.dumps(as_json(reading), ensure_ascii=False, indent=2)
    else:
        yield from summary_lines(reading)


def _status(options: argparse.Namespace, reading: Reading) -> int:
    """Findings are what `check` is for; to `read` they are a part of the answer."""
    wrong = any(finding.severity == Severity.ERROR for finding in reading.findings)
    return ERRORS_FOUND if options.command == "check" and wrong else OK


def _sentence(problem: Refused | OSError, file: str) -> str:
    match problem:
        case FileNotFoundError():
            return f"Không tìm thấy tệp {file}."
        case IsADirectoryError():
            return f"{file} là thư mục, hãy chọn một tệp trong đó."
        case PermissionError():
            return f"Không có quyền đọc tệp {file}."
        case Refused():
            return str(problem)
        case _:
            return f"Không đọc được tệp {file}: {problem.strerror}."


def _forget_stdout() -> None:
    """The interpreter flushes stdout once more when it ends, which must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
