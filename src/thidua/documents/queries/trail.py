"""What happened to a paper, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.audit.queries import trail_of
from thidua.documents.models import Document
from thidua.org.models import User


@dataclass(frozen=True, slots=True)
class LogLine:
    at: datetime
    who: str
    sentence: str

    @property
    def moment(self) -> str:
        """*15/03/2024 08:05*"""
        return f"{timezone.localtime(self.at):%d/%m/%Y %H:%M}"


def log_of(document: Document) -> list[LogLine]:
    """Everything recorded about the paper, the newest first, with the names of those who did it."""
    events = list(trail_of(document))
    accounts = User.objects.filter(username__in={event.actor for event in events})
    names = {user.username: str(user) for user in accounts.select_related("person")}
    return [
        LogLine(event.at, names.get(event.actor, event.actor), sentence_of(event.type, event.data))
        for event in events
    ]


def sentence_of(event: str, data: dict[str, Any]) -> str:
    """One recorded event in words; an event of another room keeps its code."""
    said = SENTENCES.get(event)
    return said(data) if said else event


SENTENCES: dict[str, Callable[[dict[str, Any]], str]] = {
    "document.drafted": lambda _data: _("lập bản thảo"),
    "document.edited": lambda _data: _("sửa bản thảo"),
    "document.submitted": lambda _data: _("trình ký"),
    "document.withdrawn": lambda _data: _("rút lại để sửa"),
    "document.returned": lambda data: _("trả lại, lý do: %(reason)s") % data,
    "document.signed": lambda data: _("duyệt ký với chức vụ %(post)s") % data,
    "document.issued": lambda data: _("ban hành, số %(number)s") % data,
    "document.entered": lambda data: _("nhập văn bản đã ban hành, số %(number)s") % data,
    "document.received": lambda data: _("vào sổ văn bản đến, số đến %(number)02d") % data,
    "document.attached": lambda data: _("gắn tệp %(name)s") % data,
    "document.addressed": lambda data: _("ghi %(lines)s dòng nơi nhận") % data,
    "document.targeted": lambda data: _("chọn nơi nhận cho dòng “%(line)s”") % data,
    "document.sent": lambda data: _("gửi đến %(targets)s nơi nhận") % data,
    "document.published": lambda _data: _("đưa lên trang công khai"),
    "document.unpublished": lambda _data: _("gỡ khỏi trang công khai"),
    "document.opened": lambda data: _("%(target)s đã nhận") % data,
    "document.discarded": lambda _data: _("bỏ bản thảo"),
    "document.restored": lambda _data: _("lấy lại bản thảo"),
}
