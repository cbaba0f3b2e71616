"""Bring back everything from one file, into an installation that holds nothing yet."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from thidua.oversight.archive import ArchiveError, read_archive


class Command(BaseCommand):
    help = "Phục hồi toàn bộ từ tệp sao lưu vào một hệ thống còn trống."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        try:
            summary = read_archive(options["file"])
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Đã phục hồi {summary}.")
