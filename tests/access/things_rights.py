"""Things for the addresses that name one; the pages that name none."""

from collections.abc import Callable
from datetime import timedelta

from access.secret import SECRET
from factories import DAY, UserFactory
from thidua.org.models import Exemption, Mandate, Person, Unit


def mandate(unit: Unit) -> Mandate:
    person, _created = Person.objects.get_or_create(name="Người nhập hộ")
    return Mandate.objects.get_or_create(
        unit=unit,
        reason=SECRET,
        defaults={"person": person, "starts_on": DAY, "ends_on": DAY + timedelta(days=3)},
    )[0]


def exemption(unit: Unit) -> Exemption:
    days = {"starts_on": DAY, "ends_on": DAY + timedelta(days=30)}
    return Exemption.objects.filter(unit=unit).first() or Exemption.objects.create(
        unit=unit, reason=SECRET, declared_by=UserFactory(), **days
    )


THINGS: dict[str, Callable[..., object]] = {
    "oversight:stop_entering": mandate,
    "org:end_exemption": exemption,
    "oversight:quota": lambda unit: {"pk": unit.pk},
    "oversight:enter_for": lambda unit: {"pk": unit.pk},
}
LISTS: set[str] = {
    "org:why",
    "org:exemptions",
    "oversight:entering",
    "oversight:storage",
    "oversight:hub",
}
