"""Who may change what is known of a unit, and the catalogues of the installation."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.managing import may_manage
from thidua.org.queries.phone_book import READERS
from thidua.org.rights import Right


def may_keep(actor: Actor, unit: Unit) -> Verdict:
    """Headcounts, terms, groupings: the unit's own officers for people, or a keeper above."""
    if actor.can(Right.PEOPLE_KEEP, unit) or may_manage(actor, unit):
        return ALLOWED
    return Verdict(
        _("Chỉ người quản lý đoàn viên của đơn vị hoặc người quản trị cấp trên ghi được mục này.")
    )


def may_read_catalogues(actor: Actor) -> Verdict:
    """Any keeper, of however small a part."""
    if not actor.holding(Right.UNIT_MANAGE):
        return Verdict(_("Chỉ người quản trị xem được danh mục của hệ thống."))
    return ALLOWED


def may_keep_catalogues(actor: Actor) -> Verdict:
    """Catalogues hold for everybody, so a keeper of the topmost unit changes them."""
    if not actor.at_the_top(Right.UNIT_MANAGE):
        return Verdict(
            _("Danh mục dùng chung cho mọi đơn vị: chỉ người quản trị ở đơn vị cao nhất sửa được.")
        )
    return ALLOWED


def may_look_up(actor: Actor) -> Verdict:
    """Whoever holds a post that gives any right sees its unit and those below."""
    if not any(post.rights for post in actor.posts):
        return Verdict(_("Bạn chưa giữ chức vụ nào nên chưa xem được đơn vị nào."))
    return ALLOWED


def may_phone(actor: Actor) -> Verdict:
    """Whoever leads, follows or looks after units; members of a committee need no phone book."""
    if not any(post.rights.intersection(READERS) for post in actor.posts):
        return Verdict(_("Chỉ người chỉ đạo, theo dõi đơn vị cấp dưới mở được danh bạ."))
    return ALLOWED
