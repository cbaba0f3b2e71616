"""The life of a person in the union, from their dated rows, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.org.models import Delegation, EndReason, Membership, Person, Post


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """What began or ended on a day, and by what decision."""

    day: date
    sentence: str
    decision: str = ""


def life_of(person: Person) -> list[Moment]:
    """Memberships, posts and delegations, the newest first."""
    moments: list[Moment] = []
    for membership in person.memberships.select_related("unit"):
        moments += _of_membership(membership)
    for post in person.posts.select_related("unit", "kind"):
        moments += _of_post(post)
    for letter in person.delegations.select_related("post__person", "post__kind", "post__unit"):
        moments += _of_letter(letter)
    return sorted(moments, key=lambda one: one.day, reverse=True)


def _of_membership(row: Membership) -> list[Moment]:
    began = _("%(how)s: %(unit)s") % {"how": row.get_joined_by_display(), "unit": row.unit.name}
    moments = [Moment(row.starts_on, began, row.decision)]
    if row.ends_on:
        ended = _("Thôi sinh hoạt tại %(unit)s. Lý do: %(why)s") % _why(
            row.end_reason, row.unit.name
        )
        moments.append(Moment(row.ends_on, ended))
    return moments


def _of_post(row: Post) -> list[Moment]:
    began = _("Giữ chức vụ %(post)s, %(unit)s") % {"post": row.kind.name, "unit": row.unit.name}
    if row.how:
        began = f"{began} ({row.get_how_display()})"
    moments = [Moment(row.starts_on, began, row.basis)]
    if row.ends_on:
        said = _why(row.end_reason, row.unit.name) | {"post": row.kind.name}
        ended = _("Thôi giữ chức vụ %(post)s, %(unit)s. Lý do: %(why)s") % said
        moments.append(Moment(row.ends_on, ended))
    return moments


def _of_letter(row: Delegation) -> list[Moment]:
    said = {
        "name": row.post.person.name,
        "post": row.post.kind.name,
        "unit": row.post.unit.name,
        "day": f"{row.ends_on:%d/%m/%Y}",
    }
    sentence = _("Được %(name)s, %(post)s %(unit)s ủy quyền đến trước ngày %(day)s") % said
    return [Moment(row.starts_on, sentence, row.letter)]


def _why(code: str, unit: str) -> dict[str, str]:
    """Old rows may say no reason."""
    return {"unit": unit, "why": str(EndReason(code).label) if code else _("chưa ghi")}
