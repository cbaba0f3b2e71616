"""What was done to units, catalogues, clusters and areas, in words."""

from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Sentences, Thing
from thidua.org.queries.groupings import groupings_visible_to
from thidua.org.queries.terms import terms_kept_by

SENTENCES: Sentences = {
    "headcount.corrected": _("sửa số đoàn viên ngày %(day)s"),
    "headcount.dropped": _("xóa số đoàn viên %(members)s ghi cho ngày %(day)s"),
    "host.described": _("ghi nơi làm việc của đơn vị"),
    "term.begun": _("ghi nhiệm kỳ của %(body)s"),
    "term.corrected": _("sửa nhiệm kỳ"),
    "term.dropped": _("xóa nhiệm kỳ ghi nhầm của %(body)s"),
    "kind.added": _("thêm một dòng vào danh mục"),
    "kind.changed": _("sửa một dòng của danh mục"),
    "grouping.founded": _("lập cụm, nhóm"),
    "grouping.changed": _("sửa tên, quyết định của cụm, nhóm"),
    "grouping.ended": _("kết thúc cụm, nhóm từ ngày %(day)s"),
    "grouping.joined": _("thêm thành viên vào cụm, nhóm: %(units)s"),
    "grouping.left": _("cho %(units)s rời cụm, nhóm"),
    "grouping.led": _("ghi %(head)s làm cụm trưởng năm %(year)s"),
    "area.added": _("thêm địa bàn hành chính"),
    "area.changed": _("sửa địa bàn hành chính"),
    "area.taken": _("giao đơn vị phụ trách địa bàn %(area)s"),
    "area.left": _("cho đơn vị thôi phụ trách địa bàn %(area)s"),
}
FIELDS = {
    "term.body": _("Tập thể trong danh mục"),
    "term.ordinal": _("Đại hội lần thứ"),
    "term.from_year": _("Từ năm"),
    "term.to_year": _("Đến năm"),
    "term.congress_on": _("Ngày đại hội"),
    "term.decision": _("Quyết định công nhận"),
    "area.within": _("Thuộc"),
    "area.merged_into": _("Nhập vào"),
    "postkind.body": _("Thuộc tập thể"),
}
THINGS = {
    "org.grouping": Thing(_("Cụm, nhóm"), "org:grouping", groupings_visible_to),
    "org.area": Thing(_("Địa bàn")),
    "org.host": Thing(_("Nơi làm việc")),
    "org.unitkind": Thing(_("Loại đơn vị")),
    "org.body": Thing(_("Tập thể trong danh mục")),
    "org.postkind": Thing(_("Chức vụ trong danh mục")),
    "org.term": Thing(_("Nhiệm kỳ"), "org:term", terms_kept_by),
}
