"""Who proposes that somebody becomes nameless, and who approves it."""

from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.org.policies.people import may_keep_people
from thidua.org.policies.two_people import apart
from thidua.oversight.models import Anonymising, AnonymisingState


def may_propose(actor: Actor, person: Person, unit: Unit) -> Verdict:
    """Who keeps the people of the unit; only for somebody who is active nowhere."""
    allowed = may_keep_people(actor, unit)
    if not allowed:
        return allowed
    if actor.user.person_id == person.pk:
        return Verdict(_("Không ai được tự ẩn danh hồ sơ của mình. Hãy nhờ người khác."))
    if not (whole := _is_whole(person)):
        return whole
    if Anonymising.objects.filter(person=person, state=AnonymisingState.PROPOSED).exists():
        return not_now(_("Đã có đề nghị ẩn danh hồ sơ này, đang chờ người thứ hai duyệt."))
    return _is_active_nowhere(person, actor)


def may_decide(actor: Actor, proposal: Anonymising) -> Verdict:
    """Somebody else who keeps the people of the unit, or manages it or one above."""
    allowed = may_keep_people(actor, proposal.unit)
    if not allowed:
        return allowed
    if proposal.state != AnonymisingState.PROPOSED:
        return not_now(_("Đề nghị này đã có người xét."))
    if actor.user.person_id == proposal.person_id:
        return Verdict(_("Không ai được tự ẩn danh hồ sơ của mình. Hãy nhờ người khác."))
    return apart(actor, proposal.proposed_by_id, proposal.unit)


def may_approve(actor: Actor, proposal: Anonymising) -> Verdict:
    """The same, and the record is still the person's own and active nowhere."""
    allowed = may_decide(actor, proposal) and _is_whole(proposal.person)
    return allowed and _is_active_nowhere(proposal.person, actor)


def _is_whole(person: Person) -> Verdict:
    """What was merged meanwhile names them in another record, which would keep its name."""
    if person.anonymised_on or person.merged_into_id:
        return not_now(_("Hồ sơ này đã ẩn danh hoặc đã gộp vào hồ sơ khác."))
    return ALLOWED


def _is_active_nowhere(person: Person, actor: Actor) -> Verdict:
    """A membership in a unit that has ended counts for nothing (PDP-15)."""
    now = in_force(actor.day)
    if person.memberships.filter(now, unit__kept_by=None).exists():
        return not_now(
            _("%(name)s còn sinh hoạt công đoàn. Hãy ghi giảm trước.") % {"name": person}
        )
    if person.posts.filter(now, unit__kept_by=None).exists():
        return not_now(
            _("%(name)s còn giữ chức vụ. Hãy ghi thôi giữ chức vụ trước.") % {"name": person}
        )
    return ALLOWED
