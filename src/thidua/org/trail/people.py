"""Deeds with people, memberships, posts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Fields, Sentences, Thing
from thidua.org.queries.people import people_visible_to
from thidua.org.queries.rolls import rolls_visible_to

SENTENCES: Sentences = {
    "person.added": _("thêm vào danh sách (%(how)s) từ ngày %(day)s"),
    "person.edited": _("sửa thông tin"),
    "person.admitted": _("ghi kết nạp từ ngày %(day)s %(decision)s"),
    "person.transferred": _("ghi chuyển đến %(to)s từ ngày %(day)s %(decision)s"),
    "person.dropped": _("ghi giảm từ ngày %(day)s (%(why)s) %(decision)s"),
    "person.merged": _("gộp một hồ sơ trùng vào hồ sơ này"),
    "person.unmerged": _("hoàn tác lần gộp hồ sơ"),
    "people.exported": _("tải danh sách %(what)s ra tệp Excel"),
    "phone_book.exported": ngettext_lazy(
        "tải danh bạ %(posts)s chức vụ ra tệp Excel",
        "tải danh bạ %(posts)s chức vụ ra tệp Excel",
        "posts",
    ),
    "roll.undone": ngettext_lazy(
        "hoàn tác lần ghi biến động của %(people)s người",
        "hoàn tác lần ghi biến động của %(people)s người",
        "people",
    ),
    "post.given": _("giao chức vụ %(post)s từ ngày %(day)s %(basis)s"),
    "post.left": _("ghi thôi giữ chức vụ %(post)s từ ngày %(day)s (%(why)s)"),
    "delegation.given": _("ghi giấy ủy quyền %(letter)s của %(holder)s, %(post)s từ ngày %(day)s"),
    "delegation.ended": _("dừng giấy ủy quyền %(letter)s của %(holder)s"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "org.person": Thing(_("Người"), "org:person", people_visible_to),
    "org.post": Thing(_("Chức vụ")),
    "org.delegation": Thing(_("Giấy ủy quyền")),
    "org.rollact": Thing(_("Biến động đoàn viên"), "org:roll_act", rolls_visible_to),
}
