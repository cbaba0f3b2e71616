import pytest

from thidua.org.models import UnitKind
from thidua.oversight.reference import load_all_reference
from thidua.rulebook.models import Aggregation, AwardKind, Confidence, Indicator


@pytest.fixture
def loaded(db):
    load_all_reference()


def test_loading_again_adds_nothing_and_keeps_what_was_changed(loaded):
    AwardKind.objects.filter(code="gk_cdcs").update(name="Giấy khen")
    counts = (Indicator.objects.count(), AwardKind.objects.count())

    load_all_reference()

    assert AwardKind.objects.get(code="gk_cdcs").name == "Giấy khen"
    assert (Indicator.objects.count(), AwardKind.objects.count()) == counts


@pytest.mark.parametrize(
    "code", ["IND-002", "IND-011", "IND-012", "IND-015", "IND-020", "IND-082", "IND-087"]
)
def test_what_rooms_count_is_an_indicator(loaded, code):
    assert Indicator.objects.get(code=code).aggregation in {Aggregation.SUM, Aggregation.LAST}


def test_a_ratio_is_in_per_cent_of_two_counts(loaded):
    ratios = Indicator.objects.filter(aggregation=Aggregation.RATIO)

    assert {ratio.unit_name for ratio in ratios} == {"%"}
    assert Indicator.objects.get(code="IND-012r").numerator.code == "IND-012"


def test_every_issuer_of_an_award_is_a_kind_of_unit(loaded):
    issuers = {code for kind in AwardKind.objects.all() for code in kind.issuers}

    assert issuers <= set(UnitKind.objects.values_list("code", flat=True))


def test_what_nobody_has_confirmed_says_so(loaded):
    assert AwardKind.objects.get(code="gk_xa").confidence == Confidence.UNCONFIRMED
    assert AwardKind.objects.get(code="bk_tinh").confidence == Confidence.CONFIRMED


def test_a_title_of_the_state_is_issued_by_no_union(loaded):
    assert all(kind.issuers == [] for kind in AwardKind.objects.filter(group="state"))
