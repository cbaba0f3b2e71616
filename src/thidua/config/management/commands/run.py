"""Everything in one: bring the database up to date, then run server, worker and clock."""

import fcntl
import os
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from thidua.config.clockwork import tick_until
from thidua.config.supervisor import supervise
from thidua.org.models import Unit
from thidua.org.sample_accounts import PASSWORD, listed

PORTS = 2**16


class Command(BaseCommand):
    help = "Chạy Thi Đua: máy chủ, việc nền và đồng hồ trong một lệnh."
    requires_system_checks = ()  # they load every page here too; `make check` has run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--workers", type=int, default=1)

    def handle(self, *_args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if not 0 < port < PORTS:
            raise CommandError(f"Cổng phải từ 1 đến {PORTS - 1}; vừa gõ {port}.")
        # Links in e-mails lead to where this server answers, unless an address is set.
        os.environ.setdefault("SITE_URL", f"http://{host}:{port}")
        if _taken(host, port):
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng. "
                "Hãy chọn cổng khác, ví dụ: PORT=8001 make run"
            )
        with _alone(), _in_words():
            _migrate()
            call_command("collectstatic", verbosity=0, interactive=False)
            if settings.SAMPLE_DAY_FILE is not None and not Unit.objects.exists():
                call_command("sample", stdout=self.stdout)
            connection.close()
            self._announce(host, port)
            supervise([_server(host, port, options["workers"]), _worker()], tick_until)

    def _announce(self, host: str, port: int) -> None:
        self.stdout.write(f"\nThi Đua đang chạy tại http://{host}:{port}/  (dừng: Ctrl+C)\n")
        if settings.SAMPLE_DAY_FILE is not None:
            self.stdout.write(f"Tài khoản của năm mẫu, mật khẩu chung: {PASSWORD}")
            for account in listed():
                self.stdout.write(f"  {account.username:<22} {account.post}, {account.unit}")
            connection.close()
        # Shown at once also where the output is a file or a service's log.
        self.stdout.flush()


def _migrate() -> None:
    """Bring the database up to date, if it is not; finding that out is quick."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the data folder: two starts at once would build the same sample year twice."""
    with (settings.DATA_DIR / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CommandError(
                f"Thi Đua đang chạy trên thư mục dữ liệu {settings.DATA_DIR}. "
                "Hãy dừng lần chạy kia, hoặc đặt THIDUA_DATA khác."
            ) from error
        yield


@contextmanager
def _in_words() -> Iterator[None]:
    """A start that fails for want of a disk or a database says so in a sentence."""
    try:
        yield
    except OperationalError as error:
        raise CommandError(f"Chưa mở hoặc chưa ghi được cơ sở dữ liệu: {error}.") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(f"Chưa ghi được vào {settings.DATA_DIR}: {reason}.") from error


def _taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def _server(host: str, port: int, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *(
            "--blocking-threads",
            "4",
            "--no-ws",
            "--log-level",
            "warning",
            "--workers-kill-timeout",
            "5",
        ),
        "thidua.config.wsgi:application",
    ]


def _worker() -> list[str]:
    return [
        sys.executable,
        "-m",
        "thidua.config",
        "worker",
        "--no-startup-delay",
        "--skip-checks",
    ]
