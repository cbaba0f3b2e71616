"""`thidua audit verify` on a long trail: a generated million of events, sealed, then checked.

`EVENTS=1000000 python bench/verifying.py` on an empty database of its own (`DATABASE_URL`, by
default SQLite in a folder that is thrown away).
"""

import os
import resource
import tempfile
import time

from section import write_section

EVENTS, HANDFUL = int(os.environ.get("EVENTS", "1000000")), 10_000
os.environ.setdefault("THIDUA_DATA", tempfile.mkdtemp())
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")

import django  # noqa: E402 -- settings first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from thidua.audit.actions.sealing import seal_waiting  # noqa: E402
from thidua.audit.models import AuditEvent, UnsealedEvent  # noqa: E402
from thidua.audit.queries.verifying import verify  # noqa: E402
from thidua.core import clock  # noqa: E402
from thidua.core.many_rows import engine, insert  # noqa: E402


def event(number: int) -> dict[str, object]:
    """Every third one tells what it changed, as reports that were corrected do."""
    day, second = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}", f"{number % 60:02}"
    return {
        "at": f"{day} 03:17:{second}.{number % 10**6:06}",
        "names": "Nguyễn Thị Minh Hoa Báo cáo quý III năm 2026",
        "type": ("pledges.signed", "report.submitted", "report.corrected")[number % 3],
        "actor": f"chutich{number % 5000}",
        "actor_name": "Nguyễn Thị Minh Hoa",
        "post": "Chủ tịch",
        "seat": "Công đoàn cơ sở Trường THPT Hoa Phong",
        "unit_path": f"/vn/37/{number % 5000:05}/",
        "unit_name": "Công đoàn cơ sở Trường THPT Hoa Phong",
        "target": f"reports.report:{number}",
        "thing": "Báo cáo quý III năm 2026",
        "data": '{"revision": 3, "period": "Quý III", "reason": "ghi nhầm cột"}',
        "changes": '{"Số đoàn viên": ["12", "21"]}' if number % 3 == 2 else "{}",
    }


def fill() -> None:
    mark = str(UnsealedEvent._meta.pk.column)
    for start in range(0, EVENTS, HANDFUL):
        numbers = range(start, min(start + HANDFUL, EVENTS))
        with transaction.atomic():
            keys = insert(AuditEvent, [event(one) for one in numbers])
            engine().write(UnsealedEvent._meta.db_table, [mark], [(key,) for key in keys])


def timed(name: str, work) -> tuple[object, list[str]]:
    began, before = time.perf_counter(), time.process_time()
    answer = work()
    took, used = time.perf_counter() - began, time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    row = [name, f"{took:.1f} s", f"{used:.1f} s", f"{peak} MiB"]
    print(" ".join(row))
    return answer, row


def main() -> None:
    call_command("migrate", verbosity=0)
    fill()
    _sealed, sealing = timed("sealing", lambda: seal_waiting(at=clock.now()))
    found, checking = timed("checking", verify)
    if (found.sealed, found.count, found.unsealed) != (EVENTS, 0, 0):
        raise SystemExit(f"not what was written: {found}")
    write_section(
        f"The trail: {EVENTS:,} events, {connection.vendor}",
        f"EVENTS={EVENTS} python bench/verifying.py",
        ("What", "Clock", "CPU of the application", "Most memory until then"),
        [sealing, checking],
    )


if __name__ == "__main__":
    main()
