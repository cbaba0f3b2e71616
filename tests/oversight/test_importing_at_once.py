"""Two officers with one list at the same moment."""

import pytest

from factories import AGAIN, DAY, FIRST_TIME, NOON, actor_as
from oversight.importing_files import HOA, NAM, members
from oversight.importing_steps import checked
from thidua.core.errors import DomainError
from thidua.org.models import Membership, Person
from thidua.oversight.actions import importing as actions
from thidua.oversight.jobs.importing import apply_import
from thidua.oversight.models import Import, ImportState


@pytest.fixture
def officers(workplace):
    return [actor_as("clerk", workplace, name) for name in ("Phạm Văn Thư", "Lê Thị Văn")]


def people():
    return sorted(Person.objects.filter(memberships__isnull=False).values_list("name", flat=True))


LIST = [
    (*NAM[:1], f"Trần Văn {name}", f"DV9{n:02}", *NAM[3:5], "", *NAM[6:])
    for n, name in enumerate(("An", "Bình", "Chung", "Dũng", "Giang", "Hải", "Khánh", "Long"))
]


def test_of_two_officers_who_press_at_once_the_second_hears_a_sentence(
    at_once, workplace, officers
):
    owner = checked(workplace, officers[0], members(HOA, NAM))

    heard = at_once(
        *(lambda by=by: actions.apply_import(owner=owner, by=by, at=NOON) for by in officers)
    )

    refused = [one for one in heard if isinstance(one, Exception)]
    assert [type(one) for one in refused] == [DomainError]
    assert "Không có dòng nào chờ nhập" in str(refused[0]) or "đang ở bước" in str(refused[0])
    assert people() == ["Nguyễn Thị Hoa", "Trần Văn Nam"]


def test_two_workers_with_one_import_double_nobody(at_once, workplace, officers, monkeypatch):
    monkeypatch.setattr("thidua.oversight.importing.checking.LINES", 1)
    owner = checked(workplace, officers[0], members(*LIST))
    Import.objects.filter(pk=owner.pk).update(state=ImportState.APPLYING)

    at_once(
        *(lambda how=how: apply_import.func(how, owner.pk) for how in (FIRST_TIME, AGAIN, AGAIN))
    )

    owner.refresh_from_db()
    assert (owner.state, len(people())) == (ImportState.DONE, len(LIST))
    assert Membership.objects.count() == len(LIST)


def test_two_officers_with_the_same_list_double_nobody(at_once, workplace, officers, monkeypatch):
    monkeypatch.setattr("thidua.oversight.importing.checking.LINES", 1)
    both = [checked(workplace, by, members(*LIST)) for by in officers]
    Import.objects.update(state=ImportState.APPLYING)

    at_once(*(lambda one=one: apply_import.func(FIRST_TIME, one.pk) for one in both))

    assert set(Import.objects.values_list("state", flat=True)) == {ImportState.DONE}
    assert len(people()) == len(LIST)
    assert Membership.objects.filter(starts_on__lte=DAY).count() == len(LIST)
