"""The sample year in an empty installation, with its plans or with the organisation only."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.oversight.sample.load import load_sample


class Command(BaseCommand):
    help = "Dựng năm mẫu trong một hệ thống còn trống."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--without-plans", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not load_sample(self.stdout.write, plans=not options["without_plans"]):
            raise CommandError("Hệ thống đã có dữ liệu nên không dựng năm mẫu đè lên.")
        self.stdout.write("Đã dựng năm mẫu.")
