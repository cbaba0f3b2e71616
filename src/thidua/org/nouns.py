"""What the tables hold, in words for people; models of rooms above have no word of their own."""

from collections.abc import Mapping

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NOUNS: Mapping[str, Promise] = {
    "org.unit": gettext_lazy("đơn vị"),
    "org.unitname": gettext_lazy("tên gọi của đơn vị"),
    "org.placement": gettext_lazy("vị trí của đơn vị trong hệ thống"),
    "org.membership": gettext_lazy("đoàn viên của đơn vị"),
    "org.post": gettext_lazy("chức vụ trong đơn vị"),
    "org.headcount": gettext_lazy("số đoàn viên đã ghi"),
    "org.host": gettext_lazy("thông tin nơi làm việc"),
    "org.term": gettext_lazy("nhiệm kỳ"),
    "org.mandate": gettext_lazy("việc giao nhập hộ"),
    "org.succession": gettext_lazy("quan hệ kế thừa"),
    "org.act": gettext_lazy("việc ghi trong quyết định sắp xếp khác"),
    "org.reorganisation": gettext_lazy("quyết định sắp xếp khác"),
    "documents.document": gettext_lazy("văn bản"),
    "reports.report": gettext_lazy("báo cáo"),
    "awards.nomination": gettext_lazy("đề nghị khen thưởng"),
    "activities.activity": gettext_lazy("hoạt động"),
    "pledges.sheet": gettext_lazy("bản giao ước"),
}


def noun_of(model: type[Model]) -> str:
    """*đoàn viên của đơn vị* for `Membership`; *dữ liệu đã ghi* for a table without a word."""
    noun = NOUNS.get(model._meta.label_lower)
    return str(noun) if noun else _("dữ liệu đã ghi")
