"""What the command ``vanban`` takes, and how it says in Vietnamese that something is mistyped."""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from vanban.writing.files import ENDINGS

BAD_USAGE = 2

_ENDINGS = ", ".join(ENDINGS)
_KINDS = "tệp Word (.docx, .doc), .pdf, .odt, .rtf, .txt, .md hoặc ảnh quét; “-” là đầu vào chuẩn"
_SAID = (
    (r"the following arguments are required: (.+)", r"còn thiếu \1."),
    (r"unrecognized arguments: (.+)", r"thừa hoặc không hiểu: \1."),
    (r"argument \S+: invalid choice: '(.*)' \(.+", r"không có lệnh “\1”."),
    (r"argument (\S+): expected one argument", r"sau \1 còn thiếu giá trị."),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 không nhận giá trị “\2”."),
    (r"ambiguous option: (\S+) could match .+", r"\1 viết tắt cho nhiều tùy chọn."),
    (r"argument (\S+): (.+)", r"\1: \2"),
)


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """The standard parser, which knows its own words in English only."""

    def __init__(self, *, prog: str, description: str = "", help: str = "") -> None:  # noqa: A002 - argparse passes it by this name
        super().__init__(
            prog=prog,
            description=description or help or None,
            formatter_class=_Formatter,
            add_help=False,
        )
        self.choices = self.add_argument_group("tùy chọn")
        self.choices.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(BAD_USAGE, f"vanban: Gõ chưa đúng lệnh: {_in_vietnamese(message)}\n")


def _in_vietnamese(message: str) -> str:
    for pattern, said in _SAID:
        if re.fullmatch(pattern, message):
            return re.sub(pattern, said, message)
    return message


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    main = _Parser(
        prog="vanban", description="Đọc, kiểm tra và trình bày văn bản hành chính tiếng Việt."
    )
    commands = main.add_subparsers(dest="command", required=True, metavar="LỆNH", title="các lệnh")
    read = commands.add_parser("read", help="đọc văn bản và in những gì hiểu được")
    _in_json(read, "in toàn bộ kết quả dạng JSON")
    check = commands.add_parser("check", help="kiểm tra văn bản và in từng chỗ cần xem")
    _in_json(check, "in các chỗ cần xem dạng JSON")
    write = commands.add_parser("write", help="trình bày văn bản đúng thể thức thành tệp mới")
    _to(write, f"tệp {_ENDINGS}", required=True)
    move = commands.add_parser("forward", help="chuyển kế hoạch năm trước thành bản thảo năm sau")
    year = "năm của bản thảo; với năm học là năm bắt đầu"
    move.choices.add_argument("--year", required=True, type=_year, metavar="NĂM", help=year)
    _to(move, f"ghi bản thảo ra tệp {_ENDINGS}", required=False)
    _in_json(move, "in bản thảo và ghi chú dạng JSON")
    mend = commands.add_parser("repair", help="sửa văn bản quét bị nhận dạng sai ngôn ngữ")
    _in_json(mend, "in văn bản và từng từ đã sửa dạng JSON")
    for command in (read, check, write, move, mend):
        group = command.add_argument_group("tệp cần đọc")
        group.add_argument("file", metavar="TỆP", help=_KINDS)
    return main


def _in_json(command: _Parser, purpose: str) -> None:
    command.choices.add_argument("--json", action="store_true", help=purpose)


def _to(command: _Parser, purpose: str, *, required: bool) -> None:
    command.choices.add_argument(
        "--to", required=required, type=_target, metavar="TỆP", help=purpose
    )


def _year(printed: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", printed):
        raise argparse.ArgumentTypeError(f"“{printed}” không phải là năm, hãy ghi bốn chữ số.")
    return int(printed)


def _target(name: str) -> str:
    if Path(name).suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"tên tệp phải kết thúc bằng {_ENDINGS}.")
    return name
