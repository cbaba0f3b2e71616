"""What was said at once of many lines and can still be taken back, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.oversight.importing.offers import field_titles
from thidua.oversight.importing.units import WITH_KEY
from thidua.oversight.models import LEAVE, Decision, Import, ImportMending


@dataclass(frozen=True, slots=True)
class MendingShown:
    """`said` was wrong with so many lines, and this was `done` about it."""

    pk: int
    said: str
    done: str
    count: int


def mendings_shown(owner: Import) -> list[MendingShown]:
    """The latest first."""
    titles = field_titles(owner.kind)
    return [
        MendingShown(one.pk, one.said, _done(one, titles), len(one.lines))
        for one in owner.mendings.order_by("-pk")
    ]


def _done(one: ImportMending, titles: dict[str, str]) -> str:
    if one.decision == LEAVE:
        return _("Đã bỏ các dòng này.")
    if one.decision:
        return _("Đã chọn “%(word)s”.") % {"word": Decision(one.decision).label}
    title = titles.get(one.field, one.field)
    if not one.typed:
        return _("Đã để trống “%(title)s”.") % {"title": title}
    typed = WITH_KEY.sub("", one.typed).strip()
    return _("Đã ghi “%(title)s” thành “%(typed)s”.") % {"title": title, "typed": typed}
