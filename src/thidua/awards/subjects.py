"""Whom a unit may put forward or praise, and how they are called in print."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.core.errors import DomainError
from thidua.councils.people import people_of
from thidua.org.actor import standing
from thidua.org.models import Person, Post, Unit
from thidua.org.queries import day_within, units_within


@dataclass(frozen=True, slots=True)
class Subject:
    """One person, or one unit: never both."""

    person: Person | None = None
    unit: Unit | None = None

    @property
    def name(self) -> str:
        return str(self.person or self.unit)

    @property
    def sort(self) -> str:
        """As `AwardKind.subjects` calls it."""
        return "person" if self.person else "unit"


def require_of_unit(subject: Subject, unit: Unit, day: date) -> None:
    """Raise `DomainError` unless the subject belongs to the unit on that day.

    For a unit that has ended its last day counts, since its keeper finishes what it began. What was
    a part of a unit that went into this one, is part of this one.
    """
    day = day_within(unit, day)
    if subject.person and not people_of(unit, day).filter(pk=subject.person.pk).exists():
        raise DomainError(
            _("%(who)s không thuộc %(unit)s vào ngày %(day)s nên đơn vị không đề nghị được.")
            % {"who": subject.name, "unit": unit, "day": f"{day:%d/%m/%Y}"}
        )
    if subject.unit and subject.unit.kept_by_id == unit.pk:
        return
    if subject.unit and not units_within(unit, day).filter(pk=subject.unit.pk).exists():
        raise DomainError(
            _("%(who)s không thuộc %(unit)s, hoặc đã kết thúc hoạt động.")
            % {"who": subject.name, "unit": unit}
        )


def post_of(subject: Subject, unit: Unit, day: date) -> str:
    """What stands below the name: the highest post in the unit, else where they are a member."""
    if subject.person is None:
        return "" if subject.unit == unit else unit.name
    within = standing(day, unit.path_on(day), "unit__placements__")
    held = Post.objects.filter(in_force(day), within, person=subject.person)
    post = held.select_related("kind", "unit").order_by("kind__rank").first()
    if post is not None:
        return _placed(post.kind.name, post.unit, unit)
    member = subject.person.memberships.filter(in_force(day), within).select_related("unit").first()
    return _placed("Đoàn viên", member.unit if member else unit, unit)


def _placed(role: str, place: Unit, unit: Unit) -> str:
    return f"{role}, {place.name}" if place == unit else f"{role}, {place.name}, {unit.name}"
