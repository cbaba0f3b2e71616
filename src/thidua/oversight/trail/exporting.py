"""Deeds with the trail itself."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Fields, Sentences, Thing

SENTENCES: Sentences = {
    "trail.exported": ngettext_lazy(
        "xuất %(rows)s dòng nhật ký ra Excel", "xuất %(rows)s dòng nhật ký ra Excel", "rows"
    ),
    "trail.checked": _("kiểm tra niêm phong nhật ký"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {}
