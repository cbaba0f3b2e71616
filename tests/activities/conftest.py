import pytest

from activities.deeds import load_kinds, plan_of
from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures of another room
from factories import LEADER, OFFICER, UnitFactory, actor_as, unit_kind, user_as


@pytest.fixture
def kinds(db):
    load_kinds()


@pytest.fixture
def plan(kinds, province, workplace):
    """The plan of the province, sent to the workplace."""
    return plan_of(province, ["Các CĐCS trực thuộc"])


@pytest.fixture
def officer(workplace):
    return actor_as(OFFICER, workplace, "Phạm Thu Hà")


@pytest.fixture
def group(workplace):
    to = unit_kind("to", "Tổ công đoàn")
    to.keeps_register = False
    to.save(update_fields=["keeps_register"])
    return UnitFactory(name="Tổ Toán – Tin", kind=to, under=workplace)


@pytest.fixture
def leader(group):
    return actor_as(LEADER, group, "Đinh Văn Tổ")


@pytest.fixture
def user(client, plan, workplace):
    """The officer of the workplace, signed in."""
    user = user_as(OFFICER, workplace, "Phạm Thu Hà")
    client.force_login(user)
    return user
