"""An organisation of any size with made-up people, to try the system on much data."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_number
from thidua.oversight.simulate.build import simulate
from thidua.oversight.simulate.sizes import NAMED, Size, size_of


class Command(BaseCommand):
    help = "Dựng dữ liệu giả định (tổ chức, đoàn viên, một năm hoạt động) trong hệ thống còn trống."
    requires_system_checks = ()  # they load every page; nothing here draws one

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--size", default="tiny", help=f"{', '.join(NAMED)} hoặc số đơn vị, ví dụ 800"
        )
        parser.add_argument("--people", type=int, help="số người; mặc định theo cỡ đã chọn")
        parser.add_argument(
            "--people-only",
            action="store_true",
            help="chỉ tổ chức và đoàn viên, không có hoạt động",
        )
        parser.add_argument("--seed", type=int, default=7, help="cùng số thì cùng dữ liệu")

    def handle(self, *_args: Any, **options: Any) -> None:
        size = _size(options["size"], options["people"])
        call_command("migrate", verbosity=0)
        try:
            rows = simulate(
                size=size,
                seed=options["seed"],
                facts=not options["people_only"],
                say=self._say,
            )
        except DomainError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt as stopped:
            raise CommandError(BROKEN_OFF % "đã bị dừng giữa chừng") from stopped
        except DatabaseError as error:
            raise CommandError(BROKEN_OFF % f"không ghi được ({error})") from error
        self._say(
            f"Đã dựng {vn_number(size.unions)} đơn vị, {vn_number(size.people)} người: "
            f"{vn_number(rows)} dòng dữ liệu. Tài khoản quản trị: quantri, mật khẩu: thidua-mau."
        )

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


BROKEN_OFF = "Việc dựng dữ liệu %s. Chưa có gì được ghi: hệ thống vẫn trống, hãy chạy lại lệnh."


def _size(text: str, people: int | None) -> Size:
    try:
        return size_of(text, people)
    except ValueError as error:
        raise CommandError(
            f"Cỡ “{text}” không dùng được. Hãy chọn {', '.join(NAMED)} hoặc một số đơn vị từ 5 "
            "đến 300000, với ít nhất 8 người cho mỗi đơn vị."
        ) from error
