"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Sentences, Thing

SENTENCES: Sentences = {
    "rollout.acknowledged": _("xác nhận đã nhận kế hoạch của cấp trên"),
    "rollout.taken_back": _("rút lại xác nhận đã nhận kế hoạch"),
    "rollout.own_plan_begun": _(
        "bắt đầu cụ thể hóa kế hoạch: giữ %(kept)s, điều chỉnh %(adapted)s, "
        "bỏ %(left_out)s, thêm %(added)s nội dung"
    ),
    "rollout.choices_changed": _(
        "đổi cách cụ thể hóa kế hoạch: giữ %(kept)s, điều chỉnh %(adapted)s, "
        "bỏ %(left_out)s, thêm %(added)s nội dung"
    ),
    "rollout.linked": ngettext_lazy(
        "nối kế hoạch của đơn vị với kế hoạch cấp trên, khớp %(found)s nội dung",
        "nối kế hoạch của đơn vị với kế hoạch cấp trên, khớp %(found)s nội dung",
        "found",
    ),
    "rollout.unlinked": _("bỏ nối kế hoạch của đơn vị với kế hoạch cấp trên"),
    "launch.entered": _("ghi lễ phát động “%(name)s” ngày %(day)s"),
    "launch.undone": _("xóa lễ phát động “%(name)s” ngày %(day)s đã ghi nhầm"),
    "timetable.set": _("đặt hạn triển khai cho đơn vị cấp dưới"),
}
FIELDS = {
    "timetable.acknowledge_by": _("Hạn xác nhận"),
    "timetable.own_plan_by": _("Hạn có kế hoạch riêng"),
    "timetable.launch_by": _("Hạn phát động"),
}
THINGS = {
    "cascade.rollout": Thing(_("Triển khai kế hoạch")),
    "cascade.launch": Thing(_("Lễ phát động")),
    "cascade.timetable": Thing(_("Hạn triển khai")),
}
