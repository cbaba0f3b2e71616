"""What the database, the kept files and the sent mails say after all the kills.

A process of its own: `python -m oversight.kills.ledger <book>` lets what was left open be taken up,
as the clock does in time, and writes what it finds as JSON.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 -- settings first
from django.db import connection  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from thidua.audit.models import AuditEvent  # noqa: E402
from thidua.config.lost_jobs import take_up_lost_jobs  # noqa: E402
from thidua.core import clock  # noqa: E402
from thidua.documents.models import BookEntry, Delivery  # noqa: E402
from thidua.files.models import StoredFile  # noqa: E402
from thidua.files.queries import Damaged, content_of  # noqa: E402
from thidua.notify.actions import retry_failed  # noqa: E402
from thidua.notify.models import OutboxMail  # noqa: E402
from thidua.plans.models import Plan  # noqa: E402
from thidua.pledges.models import Pledge  # noqa: E402
from thidua.reports.models import Figure, Report  # noqa: E402


def finish() -> None:
    """What was left open by a worker that was killed is taken up, and done."""
    take_up_lost_jobs(patience=timedelta(0))
    retry_failed(clock.now() + timedelta(days=1))
    command = [sys.executable, "-m", "thidua.config", "db_worker", "--batch", "--no-startup-delay"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- our own command


def events(kind: str) -> Counter:
    """How often that was noted, by the row it happened to."""
    targets = AuditEvent.objects.filter(type=kind).values_list("target", flat=True)
    return Counter(target.rpartition(":")[2] for target in targets)


def pledges() -> dict:
    rows = Pledge.objects.filter(deed="Kèm hai em học sinh yếu.").select_related("person")
    noted = events("pledges.signed")
    return {
        row.receipt: {
            "who": row.person.code if row.person else row.given.partition(" · ")[0].split()[-1],
            "state": row.state,
            "noted": noted[str(row.pk)],
        }
        for row in rows
    }


def reports() -> dict:
    noted, figures = (
        events("report.submitted"),
        Counter(Figure.objects.values_list("report", flat=True)),
    )
    return {
        row.pk: {
            "status": row.status,
            "noted": noted[str(row.pk)],
            "figures": figures[row.pk],
            "mails": OutboxMail.objects.filter(
                key__startswith=f"report.{row.pk}.submitted."
            ).count(),
        }
        for row in Report.objects.filter(period__name__startswith="Báo cáo nhanh tuần")
    }


def plans() -> dict:
    noted, paper_noted = events("plan.issued"), events("document.issued")
    rows = Plan.objects.filter(document__title__startswith="Phát động đợt thi đua ngắn ngày")
    return {
        row.pk: {
            "status": row.document.status,
            "number": row.document.full_number,
            "noted": [noted[str(row.pk)], paper_noted[str(row.document_id)]],
            "files": sorted(row.document.files.values_list("role", flat=True)),
            "sent": Delivery.objects.filter(recipient__document=row.document)
            .exclude(sent_at=None)
            .count(),
        }
        for row in rows.select_related("document")
    }


def is_whole(stored: StoredFile) -> bool:
    try:
        content_of(stored)
    except Damaged:
        return False
    return True


def mails() -> dict:
    """The outbox, and how often each mail of it lies in the folder of sent mails."""
    rows = list(OutboxMail.objects.all())
    left: Counter[tuple[str, str]] = Counter()
    for path in Path(settings.EMAIL_FILE_PATH).glob("*.log"):
        for part in path.read_bytes().split(b"-" * 79):
            if part.strip():
                message = message_from_bytes(part.strip())
                body = message.get_payload(decode=True).decode().strip()
                left[message["To"], body] += 1
    written = Counter((row.to, row.body.strip()) for row in rows)
    return {
        "states": Counter(row.state for row in rows),
        "written": len(rows),
        "tried twice": sum(row.attempts > 1 for row in rows),
        "missing": sum(1 for one in written if left[one] < 1),
        "sent twice": sum(max(0, left[one] - count) for one, count in written.items()),
    }


def sound() -> list[str]:
    """What the database says of itself; nothing where it is whole."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        answers = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        return [answer for answer in answers if answer != "ok"] + [
            str(row) for row in cursor.fetchall()
        ]


def main() -> None:
    left_open = Counter(DBTaskResult.objects.values_list("status", flat=True))
    finish()
    stored = StoredFile.objects.all()
    found = {
        "pledges": pledges(),
        "reports": reports(),
        "plans": plans(),
        "numbers": list(
            BookEntry.objects.filter(book=sys.argv[1])
            .order_by("number")
            .values_list("number", flat=True)
        ),
        "files": stored.count(),
        "broken files": [one.sha256 for one in stored if not is_whole(one)],
        "half files": sum(1 for _ in Path(settings.DATA_DIR, "files").rglob(".dang-ghi-*")),
        "mails": mails(),
        "jobs before": left_open,
        "jobs": Counter(DBTaskResult.objects.values_list("status", flat=True)),
        "unsound": sound(),
    }
    json.dump(found, sys.stdout)


main()
