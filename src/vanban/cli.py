"""The command ``vanban``: read, check, repair, write or move a document from the command line."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

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
from vanban.writing.files import ENDINGS, reading_of_json, written

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
        if options.command == "repair":
            return _printed_repair(options)
        reading = _reading(options.command, options.file)
        if options.command == "write":
            Path(options.to).write_bytes(written(reading, options.to))
            return OK
        moved = _moved(options, reading) if options.command == "forward" else None
    except (Refused, OSError, CannotMove) as problem:
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vanban", description="Đọc, kiểm tra và trình bày văn bản hành chính tiếng Việt."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    read = commands.add_parser("read", help="đọc văn bản và in những gì hiểu được")
    read.add_argument("--json", action="store_true", help="in toàn bộ kết quả dạng JSON")
    check = commands.add_parser("check", help="kiểm tra văn bản và in từng chỗ cần xem")
    check.add_argument("--json", action="store_true", help="in các chỗ cần xem dạng JSON")
    write = commands.add_parser("write", help="trình bày văn bản đúng thể thức thành tệp mới")
    endings = ", ".join(ENDINGS)
    write.add_argument("--to", required=True, type=_target, metavar="TỆP", help=f"tệp {endings}")
    move = commands.add_parser("forward", help="chuyển kế hoạch năm trước thành bản thảo năm sau")
    year = "năm của bản thảo; với năm học là năm bắt đầu"
    move.add_argument("--year", required=True, type=int, metavar="NĂM", help=year)
    move.add_argument("--to", type=_target, metavar="TỆP", help=f"ghi bản thảo ra tệp {endings}")
    move.add_argument("--json", action="store_true", help="in bản thảo và ghi chú dạng JSON")
    mend = commands.add_parser("repair", help="sửa văn bản quét bị nhận dạng sai ngôn ngữ")
    mend.add_argument("--json", action="store_true", help="in văn bản và từng từ đã sửa dạng JSON")
    for command in (read, check, write, move, mend):
        command.add_argument(
            "file", metavar="TỆP", help="tệp .txt, .md, .docx, .pdf; “-” là đầu vào chuẩn"
        )
    return parser


def _target(name: str) -> str:
    if Path(name).suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"tên tệp phải kết thúc bằng {', '.join(ENDINGS)}")
    return name


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


def _moved(options: argparse.Namespace, reading: Reading) -> Forwarded:
    """The draft, which goes to a file if one is named. Raises `CannotMove`."""
    moved = forward(reading, options.year)
    if options.to:
        Path(options.to).write_bytes(written(read_text(moved.text), options.to))
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


def _sentence(problem: Refused | OSError | CannotMove, file: str) -> str:
    match problem:
        case FileNotFoundError():
            return f"Không tìm thấy tệp {file}."
        case IsADirectoryError():
            return f"{file} là thư mục, hãy chọn một tệp trong đó."
        case PermissionError():
            return f"Không có quyền đọc tệp {file}."
        case Refused() | CannotMove():
            return str(problem)
        case _:
            return f"Không đọc được tệp {file}: {problem.strerror}."


def _forget_stdout() -> None:
    """The interpreter flushes stdout once more when it ends, which must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
