"""Who may say that two records are of one person."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Person, PersonMerge, Post, Unit
from thidua.org.policies.giving import empowers, may_empower
from thidua.org.policies.people import may_keep_people


def may_keep_person(actor: Actor, person: Person) -> Verdict:
    """Whoever keeps the people of a unit in which they are now; of the last one, if of none."""
    units = units_of_person(person, actor)
    if any(may_keep_people(actor, unit) for unit in units):
        return ALLOWED
    return Verdict(
        _("Chỉ người quản lý đoàn viên của đơn vị nơi %(name)s sinh hoạt sửa được hồ sơ này.")
        % {"name": person.name}
    )


def may_open_posts(actor: Actor, person: Person) -> Verdict:
    """Whether some post of a unit of this person could be theirs to give; which one, the form asks.

    Who only keeps the lists of units further up would fill it in vain.
    """
    units = units_of_person(person, actor)
    if any(may_keep_people(actor, unit) or may_empower(actor, unit) for unit in units):
        return ALLOWED
    return Verdict(
        _(
            "Chức vụ của %(name)s do đơn vị nơi người đó sinh hoạt hoặc cấp trên được giao quyền "
            "ghi."
        )
        % {"name": person.name}
    )


def may_merge(actor: Actor, kept: Person, gone: Person) -> Verdict:
    """Who keeps both people; where rights come together in one hand, whoever may give them.

    Nobody merges their own record: that would be to take rights.
    """
    allowed = may_keep_person(actor, kept) and may_keep_person(actor, gone)
    if not allowed:
        return allowed
    if actor.user.person_id in {kept.pk, gone.pk}:
        return Verdict(
            _("Không ai được tự gộp hồ sơ của mình. Hãy nhờ người quản lý đoàn viên khác.")
        )
    for unit in _empowered_in((kept, gone)):
        if not (empowered := may_empower(actor, unit)):
            return empowered
    if kept.pk == gone.pk or kept.merged_into_id or gone.merged_into_id:
        return not_now(_("Một trong hai hồ sơ này đã được gộp rồi."))
    if kept.anonymised_on or gone.anonymised_on:
        return not_now(_("Hồ sơ đã ẩn danh thì không gộp được nữa."))
    return ALLOWED


def may_undo_merge(actor: Actor, merge: PersonMerge) -> Verdict:
    """The same people as may merge."""
    allowed = may_keep_person(actor, merge.kept)
    if not allowed:
        return allowed
    if actor.user.person_id in {merge.kept_id, merge.gone_id}:
        return Verdict(
            _("Không ai được tự tách hồ sơ của mình. Hãy nhờ người quản lý đoàn viên khác.")
        )
    for unit in _empowered_in((merge.kept,)):
        if not (empowered := may_empower(actor, unit)):
            return empowered
    if merge.undone_at is not None:
        return not_now(_("Lần gộp này đã được hoàn tác."))
    return ALLOWED


def units_of_person(person: Person, actor: Actor) -> list[Unit]:
    """Where they are now, as members or by a post; otherwise where they were last."""
    memberships = person.memberships.select_related("unit__kind").order_by("-starts_on", "-pk")
    posts = person.posts.select_related("unit__kind").order_by("-starts_on", "-pk")
    now = in_force(actor.day)
    units = [row.unit for row in memberships.filter(now)]
    units += [row.unit for row in posts.filter(now)]
    last = [row.unit for row in memberships[:1]] or [row.unit for row in posts[:1]]
    return units or last


def _empowered_in(people: Iterable[Person]) -> list[Unit]:
    """The units in which a post of theirs that has not ended gives rights."""
    posts = Post.objects.filter(person__in=[one.pk for one in people], ends_on=None)
    held = posts.select_related("kind", "unit__kind")
    return list({post.unit_id: post.unit for post in held if empowers(post.kind)}.values())
