import pytest

from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures
from factories import CHAIR, OFFICER, UnitFactory, actor_as
from reports.asked import opened
from thidua.reports.reference import load_reference
from thidua.rulebook import reference as rulebook


@pytest.fixture(autouse=True)
def forms(db):
    """The indicators and the forms of every installation."""
    rulebook.load_reference()
    load_reference()


@pytest.fixture
def period(forms, province, workplace):
    """The first phase, asked for by the province."""
    return opened(province)


@pytest.fixture
def writer(workplace):
    return actor_as(CHAIR, workplace, "Đỗ Thị Hạnh")


@pytest.fixture
def reviewer(province):
    return actor_as(OFFICER, province, "Phạm Thu Hà")


@pytest.fixture
def chair(province):
    return actor_as(CHAIR, province, "Trần Văn Minh")


@pytest.fixture
def second(province):
    """Another grassroots union below the province."""
    return UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)
