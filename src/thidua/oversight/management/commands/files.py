"""Look after the kept files: what nothing points to any more, and what is gone."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.core.sizes import size_words
from thidua.files.sweeping import sweep


class Command(BaseCommand):
    help = "Xem (check) hoặc dọn (sweep) những tệp không còn văn bản, hình ảnh nào dùng tới."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("check", "sweep"), help="check: chỉ xem; sweep: dọn")

    def handle(self, *_args: Any, **options: Any) -> None:
        look_only = options["what"] == "check"
        found = sweep(look_only=look_only)
        done = "Sẽ dọn" if look_only else "Đã dọn"
        self.stdout.write(
            f"{done}: {found.rows} tệp không còn ai dùng, {found.pictures} ảnh chưa từng lưu xong, "
            f"{found.files} tệp trong kho không có trong sổ ({size_words(found.size)}), "
            f"{found.halves} tệp ghi dở."
        )
        if found.lost:
            raise CommandError(
                f"{found.lost} tệp có trong sổ nhưng không còn trong kho. "
                "Hãy phục hồi chúng từ bản sao lưu."
            )
