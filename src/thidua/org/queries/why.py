"""Why somebody may do something in a unit on a day, or why not: each right with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.org.actor import holders
from thidua.org.models import Person, Unit
from thidua.org.rights import FROM_ABOVE, TAKEN_OVER, Right


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something a person acts by: a post, a letter of delegation, entering for a unit."""

    title: str
    unit: Unit
    rights: frozenset[Right]
    starts_on: date
    ends_on: date | None
    basis: str

    def in_force(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)

    @property
    def last_day(self) -> date | None:
        """As people say it: until and with that day."""
        return date.fromordinal(self.ends_on.toordinal() - 1) if self.ends_on else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The answer with everything it rests on; `against` says in sentences what is missing."""

    allowed: bool
    grants: list[Source]
    against: list[str]
    holders: list[Person]


def explain(person: Person, right: Right, unit: Unit, day: date) -> Explanation:
    """May `person` use `right` for `unit` on `day`? Judged as `Actor` judges."""
    sources = list(sources_of(person))
    grants = [
        one
        for one in sources
        if one.in_force(day) and right in one.rights and _reaches(one.unit, right, unit, day)
    ]
    against = [] if grants else list(_against(sources, right, unit, day))
    return Explanation(
        allowed=bool(grants),
        grants=grants,
        against=against,
        holders=list(holders(right, unit, day)),
    )


def sources_of(person: Person) -> Iterator[Source]:
    """Everything somebody acts by or ever acted by, the newest first of each sort."""
    for post in person.posts.select_related("kind", "unit").order_by("-starts_on", "-pk"):
        yield _source(post, post.kind.name, post.unit, post.kind.rights, post.basis)
    for letter in person.delegations.select_related("post__kind", "post__unit", "post__person"):
        title = _("Người được %(who)s ủy quyền") % {"who": letter.post.person}
        yield _source(letter, title, letter.post.unit, letter.rights, letter.letter)
    for mandate in person.mandates.select_related("unit"):
        yield _source(mandate, _("Nhập hộ"), mandate.unit, mandate.rights, mandate.reason)


def _source(row: Any, title: str, unit: Unit, rights: list[str], basis: str) -> Source:
    return Source(
        title=title,
        unit=unit,
        rights=frozenset(map(Right, rights)),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        basis=basis,
    )


def _reaches(held_in: Unit, right: Right, unit: Unit, day: date) -> bool:
    if held_in.pk == unit.pk:
        return unit.kept_by_id is None
    if held_in.pk == unit.kept_by_id and right in TAKEN_OVER:
        return True
    return right in FROM_ABOVE and _is_above(held_in, unit, day)


def _is_above(held_in: Unit, unit: Unit, day: date) -> bool:
    return f"/{held_in.key}/" in unit.seat_on(day) and held_in.pk != unit.pk


def _against(sources: list[Source], right: Right, unit: Unit, day: date) -> Iterator[str]:
    """What comes nearest to the right, and what is missing from it."""
    here = [one for one in sources if one.unit.pk == unit.pk]
    if unit.kept_by is not None:
        yield _("Đơn vị đã kết thúc hoạt động; hồ sơ do %(keeper)s lưu giữ.") % {
            "keeper": unit.kept_by
        }
    for one in here:
        yield from _what_is_missing(one, right, day)
    for one in sources:
        above = _is_above(one.unit, unit, day) and one.in_force(day)
        if above and right in one.rights and right not in FROM_ABOVE:
            yield _(
                "%(title)s, %(unit)s có quyền này ở đơn vị mình; cấp trên theo dõi nhưng không "
                "làm thay đơn vị cấp dưới. Khi cần, dùng “Nhập hộ” và ghi lý do."
            ) % {"title": one.title, "unit": one.unit}
    if not here:
        yield _("Không giữ chức vụ nào tại %(unit)s.") % {"unit": unit}


def _what_is_missing(one: Source, right: Right, day: date) -> Iterator[str]:
    words = {"title": one.title, "unit": one.unit}
    if one.in_force(day):
        if right not in one.rights:
            yield (
                _(
                    "%(title)s, %(unit)s không có quyền này. Quyền của từng chức vụ ghi ở danh mục "
                    "chức vụ."
                )
                % words
            )
    elif day < one.starts_on:
        yield _("%(title)s, %(unit)s chỉ bắt đầu từ ngày %(day)s.") % (
            words | {"day": vn_date(one.starts_on)}
        )
    else:
        yield _("%(title)s, %(unit)s đã thôi từ ngày %(day)s.") % (
            words | {"day": vn_date(one.ends_on)}
        )
