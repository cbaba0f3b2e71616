"""The worker: takes up what a killed one left, and shows that it lives."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from thidua.config.living import living
from thidua.config.lost_jobs import take_up_lost_jobs


class Command(db_worker.Command):
    help = "Làm các việc nền; việc mà tiến trình trước bị ngắt giữa chừng được làm tiếp ngay."

    def handle(self, *, worker_id: str, **options: Any) -> None:
        with living(worker_id):
            take_up_lost_jobs()
            super().handle(worker_id=worker_id, **options)
