"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.activities.queries import activities_visible_to
from thidua.audit.words import Sentences, Thing

SENTENCES: Sentences = {
    "activity.recorded": _("ghi hoạt động"),
    "activity.pictured": ngettext_lazy(
        "gắn %(pictures)s ảnh vào hoạt động", "gắn %(pictures)s ảnh vào hoạt động", "pictures"
    ),
    "activity.cancelled": _("hủy hoạt động đã ghi"),
}
THINGS = {"activities.activity": Thing(_("Hoạt động"), "activities:detail", activities_visible_to)}
