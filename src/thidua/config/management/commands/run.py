"""Everything in one: bring the database up to date, then run server, worker and clock."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection

from thidua.config.clockwork import tick_until
from thidua.org.sample_accounts import PASSWORD, listed
from thidua.oversight.sample.load import load_sample

RESTART_PAUSE_SECONDS = 2


class Command(BaseCommand):
    help = "Chạy Thi Đua: máy chủ, việc nền và đồng hồ trong một lệnh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--workers", type=int, default=1)

    def handle(self, *_args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        # Links in e-mails lead to where this server answers, unless an address is set.
        os.environ.setdefault("SITE_URL", f"http://{host}:{port}")
        if _taken(host, port):
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng. "
                "Hãy chọn cổng khác, ví dụ: PORT=8001 make run"
            )
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        if settings.SAMPLE_DAY_FILE is not None and load_sample(self.stdout.write):
            self.stdout.write("Đã dựng năm mẫu từ năm kế hoạch.")
        connection.close()
        self._announce(host, port)
        _supervise(_server(host, port, options["workers"]), _worker())

    def _announce(self, host: str, port: int) -> None:
        self.stdout.write(f"\nThi Đua đang chạy tại http://{host}:{port}/  (dừng: Ctrl+C)\n")
        if settings.SAMPLE_DAY_FILE is None:
            return
        self.stdout.write(f"Tài khoản của năm mẫu, mật khẩu chung: {PASSWORD}")
        for account in listed():
            self.stdout.write(f"  {account.username:<22} {account.post}, {account.unit}")
        connection.close()


def _taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def _server(host: str, port: int, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "4", "--no-ws", "--log-level", "warning"),
        "thidua.config.wsgi:application",
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "thidua.config", "db_worker", "--no-startup-delay"]


def _supervise(*commands: list[str]) -> None:
    """Keep every command running until we are told to stop; then stop them all."""
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
    running = [subprocess.Popen(command) for command in commands]  # noqa: S603 -- our own commands
    clock = threading.Thread(target=tick_until, args=(stop,), name="clock", daemon=True)
    clock.start()
    while not stop.wait(timeout=0.5):
        for place, process in enumerate(running):
            if process.poll() is not None:
                time.sleep(RESTART_PAUSE_SECONDS)
                running[place] = subprocess.Popen(commands[place])  # noqa: S603
    for process in running:
        process.terminate()
    for process in running:
        process.wait(timeout=20)
