"""Lists go by the Vietnamese alphabet, numbers by their value, people by their given name."""

from factories import DAY, UnitFactory
from org.people_cases import member
from thidua.org.models import Person, Unit
from thidua.org.noted import Notes, take_back
from thidua.org.queries import tree

UNITS = [
    "Trường Ân Thi",
    "Trường Ba Vì",
    "Trường Bà Rịa",
    "Trường Da Mai",
    "Trường Đa Kao",
    "Trường số 2",
    "Trường số 10",
]


def test_units_are_listed_by_the_alphabet_and_numbers_by_value(province):
    for name in reversed(UNITS):
        UnitFactory(name=name, under=province)

    listed = tree.children_at(province.path_on(DAY), DAY)

    assert [one.unit.name for one in listed] == UNITS


def test_people_are_listed_by_given_name_family_name_and_the_rest(workplace):
    wanted = ["Lê Thị An", "Đỗ Văn Anh", "Lê Văn Ăn", "Lê Ân", "Lê Hòa", "Lê Hóa", "Đỗ Hoàng"]
    for name in sorted(wanted):
        member(workplace, name)

    listed = Person.objects.filter(memberships__unit=workplace).order_by("alphabetical")

    assert [one.name for one in listed] == wanted


def test_a_new_name_brings_a_new_place_and_undoing_brings_the_old_one(workplace):
    before = Unit.objects.get(pk=workplace.pk)
    notes = Notes()

    notes.change(Unit.objects.filter(pk=workplace.pk), name="Đội số 8")
    changed = Unit.objects.get(pk=workplace.pk)
    take_back(notes.steps)
    after = Unit.objects.get(pk=workplace.pk)

    assert (changed.folded, changed.alphabetical) == ("doi so 8", "d{o{i& so{% 18")
    assert (after.folded, after.alphabetical) == (before.folded, before.alphabetical)
