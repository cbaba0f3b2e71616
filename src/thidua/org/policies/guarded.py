"""Who reads guarded facts, who enters them, and who decides which there are."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.org.policies.merging import may_keep_person, units_of_person
from thidua.org.queries.unions import union_of
from thidua.org.rights import Right


def may_read_guarded(actor: Actor, person: Person) -> Verdict:
    """A post in the very unit where the person is now; nobody above (PDP-12)."""
    units = units_of_person(person, actor)
    if not any(reads_in(actor, unit) for unit in units):
        return Verdict(
            _(
                "Chỉ người được giao xem dữ liệu cá nhân được bảo vệ trong đơn vị nơi %(name)s "
                "sinh hoạt mới mở được. Cấp trên chỉ nhận số lượng."
            )
            % {"name": person.name}
        )
    return _not_anonymous(person)


def may_enter_guarded(actor: Actor, person: Person) -> Verdict:
    """Who keeps the person's record; entering shows nothing of what stands there."""
    return may_keep_person(actor, person) and _not_anonymous(person)


def reads_in(actor: Actor, unit: Unit) -> bool:
    """Whether a post in the unit, or in the union of a group, opens guarded facts."""
    if actor.can(Right.PEOPLE_GUARDED, unit):
        return True
    union = union_of(unit, actor.day)
    return union is not None and actor.can(Right.PEOPLE_GUARDED, union)


def may_keep_kinds(actor: Actor) -> Verdict:
    """What may be kept about people is decided for the whole installation, at its top."""
    if not actor.at_the_top(Right.UNIT_MANAGE):
        return Verdict(
            _("Chỉ người quản trị ở đơn vị cao nhất đổi được sổ mục đích xử lý dữ liệu.")
        )
    return ALLOWED


def _not_anonymous(person: Person) -> Verdict:
    if person.anonymised_on:
        return not_now(_("Hồ sơ này đã ẩn danh."))
    if person.merged_into_id:
        return not_now(_("Hồ sơ này đã gộp vào hồ sơ khác."))
    return ALLOWED
