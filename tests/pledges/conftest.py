"""A workplace with a plan of its own, members in groups, and a sheet for the running phase."""

import pytest

from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures
from factories import CHAIR, LEADER, UnitFactory, actor_as, unit_kind
from pledges.sheets import member, plan_of, sheet_of


@pytest.fixture
def phase(workplace):
    """The running phase of the plan that the workplace issued."""
    return plan_of(workplace).phases.get(position=1)


@pytest.fixture
def group(workplace):
    kind = unit_kind("to", "Tổ công đoàn")
    kind.keeps_register = False
    kind.save(update_fields=["keeps_register"])
    return UnitFactory(name="Tổ Ngữ văn", kind=kind, under=workplace)


@pytest.fixture
def chair(workplace):
    return actor_as(CHAIR, workplace, "Trần Văn Lâm")


@pytest.fixture
def leader(group):
    return actor_as(LEADER, group, "Đỗ Thị Thu")


@pytest.fixture
def ngoc(group):
    return member(group, "Vũ Thị Ngọc", code="HL-012", phone="0912 34 48 27")


@pytest.fixture
def hung(workplace):
    return member(workplace, "Đinh Văn Hùng", code="HL-013", phone="0987654321")


@pytest.fixture
def sheet(phase, workplace, ngoc, hung):
    return sheet_of(workplace, phase)
