"""Who may give the posts of a unit, end them, and let somebody act for their holder."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Delegation, Person, Post, PostKind, Unit
from thidua.org.policies.managing import may_manage
from thidua.org.policies.people import may_keep_people
from thidua.org.rights import Right, Signing

KEEPERS_ONLY = frozenset({Right.UNIT_MANAGE, Right.UNIT_REORGANISE})


def empowers(kind: PostKind) -> bool:
    """A post of this kind gives rights or signs for the unit."""
    return bool(kind.rights) or kind.signs_as != Signing.NONE


def may_give_post(actor: Actor, unit: Unit, kind: PostKind, person: Person) -> Verdict:
    """A post that gives rights comes from above or from the keeper, never from oneself.

    What only keepers may do, only keepers hand on.
    """
    if not empowers(kind):
        return may_keep_people(actor, unit)
    allowed = may_empower(actor, unit) and _may_handle_kind(actor, unit, kind)
    if not allowed:
        return allowed
    if person.pk == actor.user.person_id:
        return Verdict(_("Không ai được tự giao cho mình chức vụ có quyền. Hãy nhờ cấp trên giao."))
    return ALLOWED


def may_empower(actor: Actor, unit: Unit) -> Verdict:
    """Whoever hands out accounts above the unit, or a keeper."""
    if may_manage(actor, unit) or actor.can_from_above(Right.ACCOUNT_GIVE, unit):
        return ALLOWED
    return Verdict(
        _("Chức vụ có quyền của %(unit)s do cấp trên hoặc người quản trị giao và cho thôi giữ.")
        % {"unit": unit}
    )


def may_end_post(actor: Actor, post: Post) -> Verdict:
    """Whoever may give it may end it; a keeper does not take their own last right away."""
    kind = post.kind
    allowed = (
        may_empower(actor, post.unit) and _may_handle_kind(actor, post.unit, kind)
        if empowers(kind)
        else may_keep_people(actor, post.unit)
    )
    if not allowed:
        return allowed
    if KEEPERS_ONLY & kind.grants() and post.person_id == actor.user.person_id:
        return not_now(
            _(
                "Bạn không tự thôi giữ chức vụ quản trị của mình được. Hãy giao chức vụ đó "
                "cho người khác trước."
            )
        )
    if post.ends_on is not None and post.ends_on <= actor.day:
        return not_now(_("Chức vụ này đã thôi giữ từ trước."))
    return ALLOWED


def may_delegate(actor: Actor, post: Post) -> Verdict:
    """The holder in person, or whoever may give the post. Nobody delegates what was delegated."""
    if not _is_holder(actor, post):
        if not may_empower(actor, post.unit):
            return Verdict(_("Chỉ người giữ chức vụ hoặc cấp trên lập được giấy ủy quyền."))
        allowed = _may_handle_kind(actor, post.unit, post.kind)
        if not allowed:
            return allowed
    if post.ends_on is not None and post.ends_on <= actor.day:
        return not_now(_("Chức vụ này đã thôi giữ nên không ủy quyền được nữa."))
    if not empowers(post.kind):
        return not_now(_("Chức vụ này không có quyền nào để ủy quyền."))
    return ALLOWED


def may_delegate_to(actor: Actor, post: Post, person: Person) -> Verdict:
    """The same, and never from above to oneself: nobody above writes in the unit's name."""
    allowed = may_delegate(actor, post)
    if allowed and person.pk == actor.user.person_id and not _is_holder(actor, post):
        return Verdict(
            _("Không ai được tự ủy quyền cho mình. Hãy nhờ người giữ chức vụ lập giấy ủy quyền.")
        )
    return allowed


def may_end_delegation(actor: Actor, delegation: Delegation) -> Verdict:
    """The one who gave it, the one who got it, or somebody above."""
    concerned = {delegation.post.person_id, delegation.person_id}
    if not (actor.user.person_id in concerned or may_empower(actor, delegation.post.unit)):
        return Verdict(
            _("Chỉ người ủy quyền, người được ủy quyền hoặc cấp trên dừng được giấy ủy quyền này.")
        )
    if delegation.ends_on <= actor.day:
        return not_now(_("Giấy ủy quyền này đã hết hạn."))
    return ALLOWED


def _may_handle_kind(actor: Actor, unit: Unit, kind: PostKind) -> Verdict:
    """What only keepers may do passes through the hands of keepers only."""
    if KEEPERS_ONLY & kind.grants() and not may_manage(actor, unit):
        return Verdict(
            _("Chức vụ %(post)s có quyền quản trị nên chỉ người quản trị giao được.")
            % {"post": kind.name}
        )
    return ALLOWED


def _is_holder(actor: Actor, post: Post) -> bool:
    return post.person_id == actor.user.person_id
