"""What happened to a paper, in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.queries import trail_of
from thidua.audit.words import LogLine, Sentences, Thing, Told, Vocabulary, log_lines
from thidua.documents.models import Document
from thidua.documents.queries.visible import documents_visible_to


def _received(data: Told) -> str:
    return str(_("vào sổ văn bản đến, số đến %(number)02d") % data)


SENTENCES: Sentences = {
    "document.drafted": _("lập bản thảo"),
    "document.edited": _("sửa bản thảo"),
    "document.submitted": _("trình ký"),
    "document.withdrawn": _("rút lại để sửa"),
    "document.returned": _("trả lại để sửa"),
    "document.signed": _("duyệt ký với chức vụ %(post)s"),
    "document.issued": _("ban hành, số %(number)s"),
    "document.entered": _("nhập văn bản đã ban hành, số %(number)s"),
    "document.received": _received,
    "document.attached": _("gắn tệp %(name)s"),
    "document.addressed": ngettext_lazy(
        "ghi %(lines)s dòng nơi nhận", "ghi %(lines)s dòng nơi nhận", "lines"
    ),
    "document.targeted": _("chọn nơi nhận cho dòng “%(line)s”"),
    "document.sent": ngettext_lazy(
        "gửi đến %(targets)s nơi nhận", "gửi đến %(targets)s nơi nhận", "targets"
    ),
    "document.published": _("đưa lên trang công khai"),
    "document.unpublished": _("gỡ khỏi trang công khai"),
    "document.opened": _("mở văn bản gửi cho %(target)s"),
    "document.discarded": _("bỏ bản thảo"),
    "document.restored": _("lấy lại bản thảo"),
    "number.reserved": _("giữ số %(number)s trong sổ văn bản đi"),
    "number.cancelled": _("hủy số %(number)s trong sổ văn bản đi"),
}
THINGS = {
    "documents.document": Thing(_("Văn bản"), "documents:detail", documents_visible_to),
    "documents.bookentry": Thing(_("Số văn bản")),
}
WORDS = Vocabulary(SENTENCES, {}, THINGS)


def log_of(document: Document) -> list[LogLine]:
    """Everything recorded about the paper, the newest first, with the names of those who did it."""
    return log_lines(trail_of(document), WORDS)
