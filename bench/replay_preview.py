"""What the preview says would happen, against statements of our own."""

# ruff: noqa: S608 -- statements of our own; nobody types anything into them

from collections.abc import Iterator
from datetime import date

from django.db import connection

from thidua.org.models import Reorganisation
from thidua.oversight.reorganising.previewing import Preview

ENDED = """CREATE TEMPORARY TABLE ending ON COMMIT DROP AS
    SELECT DISTINCT place.unit_id FROM org_act act
    JOIN org_placement top ON top.unit_id = act.unit_id
        AND top.tree = 'line' AND top.ends_on IS NULL
    JOIN org_placement place ON place.tree = 'line' AND place.ends_on IS NULL AND (
        place.unit_id = act.unit_id OR (act.ends_below AND place.path ~>=~ top.path
        AND place.path ~<~ (rtrim(top.path, '/') || '0')))
    WHERE act.reorganisation_id = %(one)s AND act.kind = 'end'"""
MOVED = """CREATE TEMPORARY TABLE moving ON COMMIT DROP AS
    SELECT DISTINCT place.unit_id FROM org_act act
    JOIN org_placement top ON top.unit_id = act.unit_id
        AND top.tree = 'line' AND top.ends_on IS NULL
    JOIN org_placement place ON place.tree = 'line' AND place.ends_on IS NULL
        AND place.path ~>=~ top.path AND place.path ~<~ (rtrim(top.path, '/') || '0')
    WHERE act.reorganisation_id = %(one)s AND act.kind IN ('end', 'move')
        AND place.unit_id NOT IN (SELECT unit_id FROM ending)"""
LASTING = "(ends_on IS NULL OR ends_on > %(on)s)"
LEAVING = f"SELECT count(*) FROM org_membership WHERE {LASTING} AND unit_id IN (TABLE ending)"
POSTS = f"SELECT count(*) FROM org_post WHERE {LASTING} AND unit_id IN (TABLE ending)"

HELD = {
    "văn bản": (
        "documents_document WHERE unit_id",
        "status IN ('draft', 'submitted', 'signed')",
    ),
    "số văn bản đang giữ": (
        """documents_bookentry JOIN documents_book book ON book.id = book_id
        WHERE state = 'reserved' AND book.unit_id""",
        "true",
    ),
    "văn bản đến chưa mở": (
        "documents_delivery WHERE sent_at IS NOT NULL AND opened_at IS NULL AND unit_id",
        "true",
    ),
    "kết quả đọc chờ xem": ("documents_reading WHERE status = 'waiting' AND unit_id", "true"),
    "hội đồng": ("councils_council WHERE unit_id", "ends_on IS NULL"),
    "kế hoạch của cấp trên đã nhận": (
        """cascade_rollout one JOIN plans_plan plan ON plan.id = one.plan_id
        WHERE one.acknowledged_at IS NOT NULL AND one.unit_id""",
        "plan.ends_on IS NULL OR plan.ends_on >= %(on)s",
    ),
    "lượt phát động": (
        "cascade_launch one JOIN plans_phase phase ON phase.id = one.phase_id WHERE one.unit_id",
        "phase.ends_on >= %(on)s",
    ),
    "bản giao ước": (
        "pledges_sheet WHERE unit_id",
        "closed_at IS NULL AND closes_on >= %(on)s",
    ),
    "chữ ký giao ước": (
        """pledges_pledge pledge JOIN pledges_sheet sheet ON sheet.id = pledge.sheet_id
        WHERE pledge.state IN ('counted', 'waiting') AND sheet.unit_id""",
        "pledge.state = 'waiting'",
    ),
    "hoạt động đã ghi": ("activities_activity WHERE cancelled_at IS NULL AND unit_id", "false"),
    "đề nghị khen thưởng": (
        "awards_nomination WHERE unit_id",
        "status NOT IN ('awarded', 'declined')",
    ),
    "đề nghị khen thưởng chờ đơn vị quyết định": (
        "awards_nomination WHERE status NOT IN ('awarded', 'declined') AND decided_by_id",
        "true",
    ),
    "dòng sổ khen thưởng": ("awards_award WHERE unit_id", "false"),
    "lời biểu dương": ("awards_praise WHERE unit_id", "false"),
    "giấy khen": (
        """certificates_certificate paper JOIN awards_award award ON award.id = paper.award_id
        WHERE paper.revoked_at IS NULL AND award.unit_id""",
        "paper.handed_on IS NULL",
    ),
    "báo cáo": ("reports_report WHERE unit_id", "status <> 'accepted'"),
    "báo cáo của cấp dưới gửi lên": (
        "reports_report WHERE superior_id",
        "status <> 'accepted'",
    ),
    "kỳ báo cáo đã mở": ("reports_period WHERE unit_id", "ends_on >= %(on)s"),
    "thư chưa gửi được": ("notify_outboxmail WHERE state <> 'sent' AND unit_id", "true"),
}


def prepare(one: Reorganisation) -> None:
    """The units that end and those that get another place, from the acts alone."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS ending, moving")
        cursor.execute(ENDED, {"one": one.pk})
        cursor.execute("ANALYZE ending")
        cursor.execute(MOVED, {"one": one.pk})
        cursor.execute("ANALYZE moving")


def differences(counts: dict[str, int], preview: Preview, on: date) -> Iterator[str]:
    """Every number of the preview that is not what the tables say."""
    told = {
        "ended": counts["ended"],
        "moved": counts["moved"],
        "leaving": preview.leaving + preview.following,
        "posts": preview.posts,
    }
    ours = {
        "ended": _number("SELECT count(*) FROM ending", on),
        "moved": _number("SELECT count(*) FROM moving", on),
        "leaving": _number(LEAVING, on),
        "posts": _number(POSTS, on),
    }
    yield from _compared(told, ours)
    for table, holdings in (("ending", preview.ending), ("moving", preview.moving)):
        said = {f"{table}: {one.what}": (one.count, one.open_) for one in holdings}
        yield from _compared(said, _held(table, on))


def _held(table: str, on: date) -> dict[str, tuple[int, int]]:
    found = {}
    for what, (rows, open_) in HELD.items():
        statement = (
            f"SELECT count(*), count(*) FILTER (WHERE {open_}) FROM {rows} IN (TABLE {table})"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, {"on": on})
            count, still_open = cursor.fetchone()
        if count:
            found[f"{table}: {what}"] = (count, still_open)
    return found


def _number(statement: str, on: date) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"on": on})
        return int(cursor.fetchone()[0])


def _compared(told: dict[str, object], ours: dict[str, object]) -> Iterator[str]:
    for name in sorted(told.keys() | ours.keys()):
        if told.get(name) != ours.get(name):
            yield f"{name}: told {told.get(name)}, there are {ours.get(name)}"
