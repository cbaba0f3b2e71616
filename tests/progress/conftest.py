import pytest

from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures
from factories import CHAIR, OFFICER, actor_as
from progress.below import plan_to
from thidua.reports import reference as reports
from thidua.rulebook import reference as rulebook


@pytest.fixture
def forms(db):
    """The indicators and the forms of every installation."""
    rulebook.load_reference()
    reports.load_reference()


@pytest.fixture
def plan(province, workplace):
    """The province's plan, sent to the workplace in January with days for its steps."""
    return plan_to(province, workplace)


@pytest.fixture
def officer(province):
    return actor_as(OFFICER, province, "Phạm Thu Hà")


@pytest.fixture
def chair(workplace):
    return actor_as(CHAIR, workplace, "Trần Văn Lâm")
