"""Who words the letters of everybody."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.rights import Right


def may_word_letters(actor: Actor) -> Verdict:
    """Letters of every unit are worded at the top."""
    if not actor.at_the_top(Right.UNIT_MANAGE):
        return Verdict(_("Chỉ người quản trị của đơn vị cao nhất sửa được mẫu thư."))
    return ALLOWED
