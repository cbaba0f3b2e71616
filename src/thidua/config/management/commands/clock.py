"""The clock on its own, for installations where server and worker run as services."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from thidua.config.clockwork import tick, tick_until
from thidua.core import clock


class Command(BaseCommand):
    help = "Chạy các việc đến hạn mỗi phút; tự làm bù sau khi máy tắt."

    def handle(self, *_args: Any, **_options: Any) -> None:
        stop = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: stop.set())
        tick(clock.now())
        tick_until(stop)
