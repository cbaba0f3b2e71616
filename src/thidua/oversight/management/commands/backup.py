"""One file with everything: the database and every kept file, byte for byte."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.oversight.archive import ArchiveError, write_archive


class Command(BaseCommand):
    help = "Sao lưu toàn bộ (cơ sở dữ liệu và tệp) vào một tệp duy nhất."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            summary = write_archive(options["file"])
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Đã sao lưu {summary} vào {options['file']}.")
