"""Who may keep councils, and when. First who, then when, then what is missing."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.councils import queries
from thidua.councils.models import Council, Item, Session, SessionStatus
from thidua.councils.rules import QUORUM, hands_problem, quorum_of
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right

FORESEEN = timedelta(days=366)
"""No meeting is prepared longer ahead: a later day is a slip of the year, and cannot be undone."""


def may_keep(actor: Actor, unit: Unit) -> Verdict:
    """Set councils up, change their seats, hold their sessions."""
    if not actor.can(Right.COUNCIL_KEEP, unit):
        return Verdict(
            _("Chỉ người được giao việc hội đồng của %(unit)s làm được việc này.") % {"unit": unit}
        )
    return ALLOWED


def may_change(actor: Actor, council: Council) -> Verdict:
    """Seats and meetings, as long as the council stands."""
    allowed = may_keep(actor, council.unit)
    if allowed and council.ended_by(actor.day):
        ended = f"{council.ends_on:%d/%m/%Y}"
        return not_now(_("Hội đồng đã kết thúc hoạt động từ ngày %(day)s.") % {"day": ended})
    return allowed


def may_end(actor: Actor, council: Council, on: date) -> Verdict:
    """From a day that is not still to come, after everything that was done in the council."""
    allowed = may_change(actor, council)
    if not allowed:
        return allowed
    first = council.starts_on + timedelta(days=1)
    if not first <= on <= actor.day:
        return _another_day(council.starts_on, first, actor.day)
    return _nothing_left(council, on)


def _another_day(begun: date, first: date, last: date) -> Verdict:
    days = {name: f"{day:%d/%m/%Y}" for name, day in (("begun", begun), ("first", first))}
    if first > last:
        return not_now(
            _(
                "Hội đồng thành lập ngày %(begun)s, ghi kết thúc hoạt động được "
                "sớm nhất từ ngày %(first)s."
            )
            % days
        )
    return not_now(
        _("Ngày kết thúc hoạt động phải từ %(first)s đến %(last)s.")
        % (days | {"last": f"{last:%d/%m/%Y}"})
    )


def _nothing_left(council: Council, on: date) -> Verdict:
    for session in council.sessions.all():
        if session.status == SessionStatus.OPEN:
            return not_now(
                _("Phiên họp ngày %(day)s chưa lập biên bản. Hãy lập biên bản trước.")
                % {"day": f"{session.held_on:%d/%m/%Y}"}
            )
        if session.held_on >= on:
            return not_now(
                _("Hội đồng còn phiên họp ngày %(day)s; ngày kết thúc hoạt động phải sau ngày ấy.")
                % {"day": f"{session.held_on:%d/%m/%Y}"}
            )
    late = council.seats.filter(ends_on=None, starts_on__gte=on).select_related("person").first()
    if late is not None:
        return not_now(
            _("%(person)s tham gia từ %(day)s; ngày kết thúc hoạt động phải sau ngày ấy.")
            % {"person": late.person, "day": f"{late.starts_on:%d/%m/%Y}"}
        )
    return ALLOWED


def may_open_session(actor: Actor, council: Council, held_on: date) -> Verdict:
    """Of a council that stands on that day and has somebody to lead and somebody to write."""
    allowed = may_change(actor, council)
    if not allowed:
        return allowed
    if held_on < council.starts_on or (council.ends_on and held_on >= council.ends_on):
        return not_now(
            _("Ngày họp %(day)s nằm ngoài thời gian hoạt động của Hội đồng.")
            % {"day": f"{held_on:%d/%m/%Y}"}
        )
    if held_on > actor.day + FORESEEN:
        return not_now(
            _("Ngày họp %(day)s còn hơn một năm nữa. Hãy xem lại ngày vừa gõ.")
            % {"day": f"{held_on:%d/%m/%Y}"}
        )
    missing = queries.missing_roles(council, held_on)
    if missing:
        return not_now(
            _("Hội đồng chưa có %(roles)s vào ngày %(day)s nên chưa họp được. Hãy bổ sung trước.")
            % {
                "roles": _(" và ").join(str(role.label) for role in missing),
                "day": f"{held_on:%d/%m/%Y}",
            }
        )
    return ALLOWED


def may_record(actor: Actor, session: Session) -> Verdict:
    """Attendance and hands, until the minutes are made."""
    allowed = may_keep(actor, session.council.unit)
    if allowed and session.status != SessionStatus.OPEN:
        return not_now(
            _(
                "Phiên họp đã có biên bản nên không sửa được. "
                "Cần sửa thì họp phiên mới, nêu rõ lý do."
            )
        )
    return allowed


def may_close(actor: Actor, session: Session) -> Verdict:
    """Once everything that the minutes must say has been recorded."""
    allowed = may_record(actor, session)
    if not allowed:
        return allowed
    if session.held_on > actor.day:
        return not_now(
            _("Phiên họp định ngày %(day)s, chưa tới nên chưa lập biên bản được.")
            % {"day": f"{session.held_on:%d/%m/%Y}"}
        )
    return _recorded(session)


def _recorded(session: Session) -> Verdict:
    present = session.attendances.count()
    if not present or session.chaired_by is None or session.kept_by is None:
        return not_now(_("Chưa ghi người dự họp, chủ tọa hoặc thư ký phiên họp."))
    seats = len(queries.seats_on(session.council, session.held_on))
    if QUORUM.blocks and present < quorum_of(seats):
        return not_now(_("Chưa đủ số thành viên có mặt để họp."))
    items = list(session.items.all())
    if not items:
        return not_now(_("Phiên họp chưa có nội dung nào nên chưa lập biên bản được."))
    uncounted = [item for item in items if not item.counted]
    if uncounted:
        return not_now(
            _("Còn %(count)s nội dung chưa ghi số người đồng ý, không đồng ý, không ý kiến.")
            % {"count": len(uncounted)}
        )
    return _counted_right(items, present)


def _counted_right(items: list[Item], present: int) -> Verdict:
    for item in items:
        if problem := hands_problem(item.hands, present):
            return not_now(f"{item}: {problem}")
    return ALLOWED
