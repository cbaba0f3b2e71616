"""Who in a unit can do what waits there: the names on the line *Đang chờ* of a page."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.org.actor import posts_in
from thidua.org.models import Delegation, Unit
from thidua.org.rights import Right


def who_can(right: Right, unit: Unit, day: date) -> list[str]:
    """The persons whose posts grant `right`, with their posts, then whoever acts for them.

    Whoever may sign may do it first; any other right is the daily work of the lowest post.
    """
    posts = [post for post in posts_in(unit, day) if right in post.kind.grants()]
    shown = posts if right == Right.DOCUMENT_SIGN else posts[-1:]
    named = [f"{post.person.name} ({post.kind.name})" for post in shown]
    return named + delegates_for(right, unit, day)


def delegates_for(right: Right, unit: Unit, day: date) -> list[str]:
    """Whoever has `right` in the unit by a letter, and from whom."""
    letters = Delegation.objects.filter(in_force(day), in_force(day, "post__"), post__unit=unit)
    return [
        _("%(person)s (được %(holder)s ủy quyền)")
        % {"person": one.person.name, "holder": one.post.person.name}
        for one in letters.select_related("person", "post__person").order_by("pk")
        if right in one.rights
    ]
