"""The tables that hold something about a person, and what ordinary people call them.

This room does not know the rooms above it: the tables are found through the models themselves, so
that a new room needs no line here.
"""

from collections.abc import Iterator

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Person, PersonMerge, User

WORDS: dict[str, Promise] = {
    "org.person": _("hồ sơ"),
    "org.membership": _("sinh hoạt công đoàn"),
    "org.post": _("chức vụ"),
    "org.delegation": _("giấy ủy quyền"),
    "org.mandate": _("giao nhập hộ"),
    "org.user": _("tài khoản"),
    "org.handover": _("biên bản bàn giao"),
    "org.onetimelink": _("phiếu mã QR"),
    "org.correction": _("yêu cầu sửa thông tin"),
    "notify.call": _("cuộc gọi báo tin"),
    "pledges.pledge": _("giao ước thi đua"),
    "awards.nomination": _("đề nghị khen thưởng"),
    "awards.praise": _("lời biểu dương"),
    "stories.story": _("bài viết điển hình"),
    "councils.seat": _("thành viên hội đồng"),
    "documents.document": _("văn bản đã ký"),
    "documents.delivery": _("văn bản được gửi đến"),
}
OTHER = _("dữ liệu liên quan khác")


def word_for(model: type[Model] | Model) -> str:
    """The name of a table in a sentence; a table of a room nobody listed has a general one."""
    return str(WORDS.get(model._meta.label_lower, OTHER))


APART = (User, PersonMerge)
"""Accounts are chosen between; what tells of a merge stays as it was."""


def pointing_at_people() -> Iterator[tuple[type[Model], str]]:
    """Every table, in every room, with a column that holds the key of a person."""
    for relation in Person._meta.related_objects:
        model = relation.related_model
        if isinstance(model, type) and model not in APART and not relation.many_to_many:
            yield model, relation.field.attname
