"""People on the lists of units, for the tests of this room."""

from datetime import date

from factories import LONG_AGO
from thidua.org.models import JoinedBy, Membership, Person, Unit


def member(
    unit: Unit, name: str, *, since: date = LONG_AGO, how: str = JoinedBy.LISTED, **facts: object
) -> Person:
    """Somebody on the list of `unit`."""
    person = Person.objects.create(name=name, **facts)
    Membership.objects.create(person=person, unit=unit, starts_on=since, joined_by=how)
    return person
