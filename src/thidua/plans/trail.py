"""What happened to a plan, its paper and the file it came from, in words, newest first."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.audit.models import AuditEvent
from thidua.audit.queries import trail_of
from thidua.documents.models import Reading
from thidua.documents.queries import LogLine
from thidua.documents.queries.trail import sentence_of
from thidua.org.models import User
from thidua.plans.models import Plan


def log_of(plan: Plan) -> list[LogLine]:
    """Everything recorded, with the names of those who did it."""
    return _lines([plan, plan.document, *Reading.objects.filter(document=plan.document)])


def log_of_reading(reading: Reading) -> list[LogLine]:
    """What happened to a file since it came."""
    return _lines([reading])


def _lines(things: list[Model]) -> list[LogLine]:
    events = [event for thing in things for event in trail_of(thing)]
    events.sort(key=lambda event: (event.at, event.pk), reverse=True)
    accounts = User.objects.filter(username__in={event.actor for event in events})
    names = {user.username: str(user) for user in accounts.select_related("person")}
    return [
        LogLine(event.at, names.get(event.actor, event.actor), _sentence(event)) for event in events
    ]


def _sentence(event: AuditEvent) -> str:
    said = SENTENCES.get(event.type)
    data: dict[str, Any] = event.data
    return str(said(data)) if said else sentence_of(event.type, data)


def _named(data: dict[str, Any]) -> dict[str, Any]:
    names = {
        "phases": _("một đợt thi đua"),
        "targets": _("một chỉ tiêu"),
        "reporting_duties": _("một nhiệm vụ"),
    }
    return {"part": names[data["part"]]}


def _places(data: dict[str, Any], sentence: str) -> str:
    return sentence % {"places": data.get("places", 1)}


SENTENCES: dict[str, Callable[[dict[str, Any]], str]] = {
    "reading.taken_in": lambda data: _("đưa tệp “%(name)s” vào hệ thống và đọc") % data,
    "reading.fixed": lambda data: _places(
        data,
        ngettext(
            "sửa %(places)s chỗ trong kết quả đọc",
            "sửa %(places)s chỗ trong kết quả đọc",
            data.get("places", 1),
        ),
    ),
    "reading.kept": lambda data: _places(
        data,
        ngettext(
            "giữ %(places)s chỗ như bản gốc",
            "giữ %(places)s chỗ như bản gốc",
            data.get("places", 1),
        ),
    ),
    "reading.words_chosen": lambda data: _places(
        data,
        ngettext(
            "xem %(places)s chữ được phục hồi",
            "xem %(places)s chữ được phục hồi",
            data.get("places", 1),
        ),
    ),
    "reading.words_undone": lambda data: _places(
        data,
        ngettext(
            "xem lại %(places)s chữ được phục hồi",
            "xem lại %(places)s chữ được phục hồi",
            data.get("places", 1),
        ),
    ),
    "reading.confirmed": lambda _data: _("xem và xác nhận một thông tin của kết quả đọc"),
    "reading.undone": lambda _data: _("hoàn tác một chỗ trong kết quả đọc"),
    "reading.corrected": lambda _data: _("sửa thông tin của kết quả đọc"),
    "reading.added": lambda data: _("thêm %(part)s vào kết quả đọc") % _named(data),
    "reading.dropped": lambda _data: _("bỏ kết quả đọc"),
    "reading.picked_up": lambda _data: _("lấy lại kết quả đọc"),
    "reading.accepted": lambda _data: _("nhận kết quả đọc"),
    "plan.started": lambda _data: _("bắt đầu soạn kế hoạch"),
    "plan.moved": lambda data: _("chuyển kế hoạch %(old)s sang %(new)s") % data,
    "plan.flag_settled": lambda _data: _("xem một chỗ đã đánh dấu khi chuyển năm"),
    "plan.edited": lambda data: _("sửa bản thảo (lần %(version)s)") % data,
    "plan.added": lambda data: _("thêm %(part)s vào bản thảo") % _named(data),
    "plan.clause_deleted": lambda data: _("xóa đoạn “%(words)s”") % data,
    "plan.issued": lambda data: _("lập bản Word, PDF và gửi, số %(number)s") % data,
}
