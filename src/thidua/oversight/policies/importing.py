"""Who may take in a list, and when it can still be changed or undone."""

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies import may_manage
from thidua.org.policies.people import may_keep_people
from thidua.oversight.models import Import, ImportKind, ImportState


def may_import(actor: Actor, unit: Unit, kind: str) -> Verdict:
    """Who keeps the people of the unit; posts give rights, so only who manages the unit."""
    if kind == ImportKind.POSTS:
        return may_manage(actor, unit)
    return may_keep_people(actor, unit)


def may_mend(actor: Actor, owner: Import) -> Verdict:
    """Change lines and columns as long as nobody is at work on them."""
    allowed = may_import(actor, owner.unit, owner.kind)
    if not allowed:
        return allowed
    if owner.working:
        return not_now(_("Hệ thống đang làm việc với tệp này. Hãy chờ xong rồi làm tiếp."))
    if owner.state not in {ImportState.READY, ImportState.DONE}:
        return not_now(_("Chỉ sửa được khi tệp đã kiểm tra xong và chưa bị bỏ hoặc hoàn tác."))
    return ALLOWED


def may_become(actor: Actor, owner: Import, state: ImportState) -> Verdict:
    """Take the next step with it; only checking is stopped by dropping the file."""
    allowed = may_import(actor, owner.unit, owner.kind)
    if not allowed:
        return allowed
    at_work = owner.working and state != ImportState.DROPPED
    if at_work or not owner.can_become(state):
        return not_now(
            _("Việc này không làm được nữa: tệp đang ở bước “%(state)s”.")
            % {"state": owner.get_state_display()}
        )
    return ALLOWED


def may_give_up(actor: Actor, owner: Import, now: datetime) -> Verdict:
    """Stop what its worker left undone, rather than have it begun again."""
    allowed = may_import(actor, owner.unit, owner.kind)
    if not allowed:
        return allowed
    if not owner.working:
        return not_now(_("Không còn việc nào đang dở với tệp này."))
    if not owner.is_lost(now):
        return not_now(_("Việc này vẫn đang chạy, chưa dừng được."))
    return ALLOWED
