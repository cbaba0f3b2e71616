import pytest

from cascade.plans_above import issued_plan
from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures
from factories import CHAIR, LEADER, VICE, UnitFactory, actor_as
from thidua.org.models import UnitKind


@pytest.fixture
def plan(province, workplace):
    """The province's plan for 2024, sent to the workplace."""
    return issued_plan(province)


@pytest.fixture
def chair(workplace):
    return actor_as(CHAIR, workplace, "Đỗ Thị Minh Oanh")


@pytest.fixture
def vice(workplace):
    return actor_as(VICE, workplace, "Nguyễn Thị Hồng Nhung")


@pytest.fixture
def group(workplace):
    """A group of the workplace: it keeps no register."""
    kind = UnitKind.objects.create(code="to", name="Tổ công đoàn", keeps_register=False)
    return UnitFactory(
        name="Tổ công đoàn Toán - Tin",
        kind=kind,
        under=workplace,
        named__symbol="TCĐ",
        named__body="TỔ CÔNG ĐOÀN",
    )


@pytest.fixture
def leader(group):
    return actor_as(LEADER, group, "Hà Văn Hiếu")
