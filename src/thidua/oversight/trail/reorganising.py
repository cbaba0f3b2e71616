"""Deeds with reorganisations."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Fields, Sentences, Thing
from thidua.org.queries.reorganising import reorganisations_visible_to

SENTENCES: Sentences = {
    "reorganisation.drafted": _("lập bản thảo quyết định sắp xếp tổ chức “%(title)s”"),
    "reorganisation.edited": _("sửa quyết định sắp xếp tổ chức “%(title)s”"),
    "reorganisation.discarded": _("bỏ bản thảo quyết định sắp xếp tổ chức “%(title)s”"),
    "reorganisation.acts_added": ngettext_lazy(
        "thêm %(acts)s việc vào quyết định “%(title)s”",
        "thêm %(acts)s việc vào quyết định “%(title)s”",
        "acts",
    ),
    "reorganisation.act_removed": _("bỏ một việc khỏi quyết định “%(title)s”"),
    "reorganisation.act_moved": _(
        "chuyển việc số %(position)s thành việc số %(to)s trong quyết định “%(title)s”"
    ),
    "reorganisation.table_read": ngettext_lazy(
        "đọc bảng %(rows)s dòng cho quyết định “%(title)s”",
        "đọc bảng %(rows)s dòng cho quyết định “%(title)s”",
        "rows",
    ),
    "reorganisation.asked": _("yêu cầu thực hiện quyết định “%(title)s”"),
    "reorganisation.resumed": _("cho làm lại quyết định “%(title)s” bị ngắt giữa chừng"),
    "reorganisation.done": _(
        "thi hành quyết định “%(title)s”: %(acts)s việc, thành lập %(established)s, kết thúc "
        "%(ended)s, chuyển %(moved)s đơn vị"
    ),
    "reorganisation.undone": _("hoàn tác quyết định “%(title)s”"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "org.reorganisation": Thing(
        _("Quyết định sắp xếp"), "oversight:reorganisation", reorganisations_visible_to
    )
}
