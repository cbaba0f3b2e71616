"""What happened to a plan, its paper and the file it came from, in words, newest first."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from thidua.audit.queries import trail_of
from thidua.audit.words import LogLine, Sentences, Thing, Told, Vocabulary, log_lines
from thidua.documents import trail as documents
from thidua.documents.models import Reading
from thidua.plans.models import FollowUpKind, Plan
from thidua.plans.queries import (
    batches_visible_to,
    follow_ups_visible_to,
    plans_visible_to,
    readings_visible_to,
)


def log_of(plan: Plan) -> list[LogLine]:
    """Everything recorded, with the names of those who did it."""
    return _lines([plan, plan.document, *Reading.objects.filter(document=plan.document)])


def log_of_reading(reading: Reading) -> list[LogLine]:
    """What happened to a file since it came."""
    return _lines([reading])


def _lines(things: list[Model]) -> list[LogLine]:
    events = [event for thing in things for event in trail_of(thing)]
    events.sort(key=lambda event: (event.at, event.pk), reverse=True)
    return log_lines(events, WORDS)


def _part(data: Told) -> dict[str, Any]:
    names = {
        "phases": gettext("một đợt thi đua"),
        "targets": gettext("một chỉ tiêu"),
        "reporting_duties": gettext("một nhiệm vụ"),
    }
    return {"part": names.get(data["part"], data["part"])}


def _places(sentence: Any) -> Any:
    """Deeds of the first months did not count their places."""
    return lambda data: str(sentence % {"places": data.get("places", 1)})


def _follow_up(data: Told) -> str:
    kind = data["kind"]
    word = FollowUpKind(kind).label if kind in FollowUpKind.values else kind
    return gettext("soạn văn bản lập từ kế hoạch: %(kind)s") % {"kind": word}


SENTENCES: Sentences = {
    "reading.taken_in": _("đưa tệp “%(name)s” vào hệ thống và đọc"),
    "reading.fixed": _places(
        ngettext_lazy(
            "sửa %(places)s chỗ trong kết quả đọc", "sửa %(places)s chỗ trong kết quả đọc", "places"
        )
    ),
    "reading.kept": _places(
        ngettext_lazy("giữ %(places)s chỗ như bản gốc", "giữ %(places)s chỗ như bản gốc", "places")
    ),
    "reading.words_chosen": _places(
        ngettext_lazy(
            "xem %(places)s chữ được phục hồi", "xem %(places)s chữ được phục hồi", "places"
        )
    ),
    "reading.words_undone": _places(
        ngettext_lazy(
            "xem lại %(places)s chữ được phục hồi", "xem lại %(places)s chữ được phục hồi", "places"
        )
    ),
    "reading.confirmed": _("xem và xác nhận một thông tin của kết quả đọc"),
    "reading.undone": _("hoàn tác một chỗ trong kết quả đọc"),
    "reading.corrected": _("sửa thông tin của kết quả đọc"),
    "reading.added": lambda data: gettext("thêm %(part)s vào kết quả đọc") % _part(data),
    "reading.dropped": _("bỏ kết quả đọc"),
    "reading.picked_up": _("lấy lại kết quả đọc"),
    "reading.accepted": _("nhận kết quả đọc"),
    "batch.given": _("gửi nhiều tệp cùng lúc để đọc"),
    "batch.stopped": ngettext_lazy("dừng đọc %(files)s tệp", "dừng đọc %(files)s tệp", "files"),
    "batch.resumed": ngettext_lazy(
        "cho đọc tiếp %(files)s tệp", "cho đọc tiếp %(files)s tệp", "files"
    ),
    "plan.started": _("bắt đầu soạn kế hoạch"),
    "plan.moved": _("chuyển kế hoạch %(old)s sang %(new)s"),
    "plan.flag_settled": _("xem một chỗ đã đánh dấu khi chuyển năm"),
    "plan.edited": _("sửa bản thảo (lần %(version)s)"),
    "plan.added": lambda data: gettext("thêm %(part)s vào bản thảo") % _part(data),
    "plan.clause_deleted": _("xóa đoạn “%(words)s”"),
    "plan.issued": _("lập bản Word, PDF và gửi, số %(number)s"),
    "follow_up.started": _follow_up,
    "follow_up.edited": _("sửa văn bản lập từ kế hoạch"),
    "follow_up.issued": _("ban hành văn bản lập từ kế hoạch"),
}
THINGS = {
    "documents.reading": Thing(_("Kết quả đọc"), "plans:reading", readings_visible_to),
    "plans.plan": Thing(_("Kế hoạch"), "plans:detail", plans_visible_to),
    "plans.batch": Thing(_("Lần gửi nhiều tệp"), "plans:batch", batches_visible_to),
    "plans.followup": Thing(_("Văn bản lập từ kế hoạch"), "plans:follow_up", follow_ups_visible_to),
}
WORDS = Vocabulary(documents.SENTENCES | SENTENCES, {}, documents.THINGS | THINGS)
