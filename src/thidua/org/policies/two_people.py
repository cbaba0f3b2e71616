"""Who proposes does not approve, unless the unit is declared too small for two."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Exemption, Unit
from thidua.org.rights import Right

MOST_DAYS = 366


def apart(actor: Actor, proposer_id: int | None, unit: Unit) -> Verdict:
    """May the actor approve for `unit` what the account `proposer_id` put before it?

    An exception that they declared themselves is none for them: nobody lets themselves off.
    """
    if proposer_id != actor.user.pk:
        return ALLOWED
    if exemptions_on(actor.day, unit).exclude(declared_by=actor.user).exists():
        return ALLOWED
    return Verdict(
        _(
            "Người đề nghị không được tự xét đề nghị của mình. Hãy nhờ người khác trong "
            "%(unit)s; nếu đơn vị chỉ có một người làm được việc này thì nhờ người quản trị khai "
            "báo ngoại lệ."
        )
        % {"unit": unit}
    )


def exemptions_on(day: date, unit: Unit) -> QuerySet[Exemption]:
    """By which the unit is declared too small for two on that day."""
    return Exemption.objects.filter(in_force(day), unit=unit)


def may_declare(actor: Actor, unit: Unit) -> Verdict:
    """A keeper of the part of the organisation; for what they approve themselves it changes nothing
    (see `apart`)."""
    right = Right.UNIT_MANAGE
    if not (actor.can(right, unit) or actor.can_from_above(right, unit)):
        return Verdict(_("Chỉ người quản trị phần tổ chức này khai báo được ngoại lệ."))
    if unit.kept_by_id is not None:
        return not_now(_("%(unit)s đã kết thúc hoạt động.") % {"unit": unit})
    return ALLOWED
