"""The `thidua` command: Django's own commands and ours, with the settings found by themselves."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
    execute_from_command_line(sys.argv)
