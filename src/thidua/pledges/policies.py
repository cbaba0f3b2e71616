"""Who may do what with pledges, and when. First who, then when, then what is missing."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.pledges import queries
from thidua.pledges.models import Pledge, PledgeState, Sheet, SheetCode, SignedList
from thidua.pledges.standing import Standing, sentence, standing_of


def may_open_somewhere(actor: Actor) -> Verdict:
    if not actor.holding(Right.PLEDGE_KEEP):
        return Verdict(_("Chỉ người giữ bản giao ước của đơn vị mở được bản mới."))
    return ALLOWED


def may_open(actor: Actor, unit: Unit) -> Verdict:
    """Open a sheet in the name of the workplace where the members are."""
    if not actor.can(Right.PLEDGE_KEEP, unit):
        return Verdict(
            _("Chỉ người giữ bản giao ước của %(unit)s mở được bản mới.") % {"unit": unit}
        )
    if not queries.is_workplace(unit, actor.day):
        return not_now(
            _(
                "Đoàn viên ký ở công đoàn cơ sở: cấp trên xem tỷ lệ ở Triển khai, tổ ghi nhận vào "
                "bản giao ước của công đoàn cơ sở. %(unit)s không mở bản riêng."
            )
            % {"unit": unit}
        )
    return ALLOWED


def may_keep(actor: Actor, sheet: Sheet) -> Verdict:
    """Change days, code and closing; match, dismiss and strike."""
    if not actor.can(Right.PLEDGE_KEEP, sheet.unit):
        return Verdict(
            _("Chỉ người giữ bản giao ước của %(unit)s làm được việc này.") % {"unit": sheet.unit}
        )
    return ALLOWED


def may_change(actor: Actor, sheet: Sheet) -> Verdict:
    allowed = may_keep(actor, sheet)
    return _still_open(sheet) if allowed else allowed


def may_reword(actor: Actor, sheet: Sheet) -> Verdict:
    """Change the words: only before anybody has put a name under them."""
    allowed = may_change(actor, sheet)
    if allowed and sheet.pledges.exists():
        return not_now(
            _("Đã có người ký dưới lời giao ước này nên không sửa lời được nữa, chỉ đổi ngày chốt.")
        )
    return allowed


def may_reopen(actor: Actor, sheet: Sheet) -> Verdict:
    """Undo a closing, as long as the phase has neither passed nor been reviewed."""
    allowed = may_keep(actor, sheet)
    if allowed and sheet.closed_at is None:
        return not_now(_("Bản giao ước này đang mở."))
    if allowed and actor.day > sheet.phase.ends_on:
        return not_now(
            _("Đợt thi đua đã hết từ ngày %(day)s nên không mở lại được.")
            % {"day": vn_date(sheet.phase.ends_on)}
        )
    if allowed and hasattr(sheet.phase, "closing"):
        return not_now(_("Đợt thi đua đã sơ kết nên không mở lại được."))
    return allowed


def may_see_names(actor: Actor, sheet: Sheet) -> Verdict:
    """Names stay in the unit and its groups; everybody else has figures."""
    if not queries.signing_unit_of(actor, sheet):
        return Verdict(
            _(
                "Chỉ người giữ bản giao ước của %(unit)s và các tổ trưởng xem được tên người ký. "
                "Cấp trên chỉ xem con số."
            )
            % {"unit": sheet.unit}
        )
    return ALLOWED


def may_see_picture(actor: Actor, signed_list: SignedList) -> Verdict:
    """Its paper shows everybody on it: for the keeper, and for the leader who recorded it."""
    allowed = may_see_names(actor, signed_list.sheet)
    if signed_list.recorded_by_id == actor.user.pk:
        return allowed
    return allowed and may_keep(actor, signed_list.sheet)


def may_record(actor: Actor, sheet: Sheet) -> Verdict:
    """Enter a list signed on paper, also after the last day, until the sheet is closed."""
    allowed = may_see_names(actor, sheet)
    return _still_open(sheet) if allowed else allowed


def may_sign(code: SheetCode, day: date) -> Verdict:
    """Anybody who holds the code, on the days of the sheet."""
    standing = standing_of(code, day)
    return ALLOWED if standing is Standing.OPEN else not_now(sentence(standing, code.sheet))


def may_withdraw(pledge: Pledge) -> Verdict:
    """Anybody who holds the private link, at any time."""
    if pledge.state not in queries.ALIVE:
        return not_now(_("Chữ ký này không còn được tính nên không có gì để rút."))
    return ALLOWED


def may_settle(actor: Actor, pledge: Pledge) -> Verdict:
    """Match or dismiss what waits; after closing too, since whoever waits has signed in time."""
    allowed = may_keep(actor, pledge.sheet)
    if allowed and pledge.state != PledgeState.WAITING:
        return not_now(
            _("Chữ ký này không còn chờ đối chiếu: %(state)s.")
            % {"state": pledge.get_state_display()}
        )
    return allowed


def may_strike(actor: Actor, pledge: Pledge) -> Verdict:
    allowed = may_keep(actor, pledge.sheet)
    if allowed and pledge.state != PledgeState.COUNTED:
        return not_now(
            _("Chữ ký này không còn được tính nên không gạch nữa: %(state)s.")
            % {"state": pledge.get_state_display()}
        )
    return allowed


def _still_open(sheet: Sheet) -> Verdict:
    if sheet.closed_at is not None:
        return not_now(
            _("Bản giao ước đã chốt ngày %(day)s nên không ghi thêm được.")
            % {"day": vn_date(sheet.closed_at)}
        )
    return ALLOWED
