"""What hangs on units: papers to be numbered first, and the keeper of what has ended."""

import pytest
from django.urls import reverse

from factories import CLERK, KEEPER, NOON, OFFICER, actor_as, user_as
from org.reorganised import below, decision, line
from thidua.core.errors import DomainError
from thidua.documents.actions import reserve_number
from thidua.org.actor import Actor
from thidua.org.models import ActKind
from thidua.org.rights import Right
from thidua.oversight.actions.reorganising import carry_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(province):
    return below(province, "CĐCS Gia Hòa")


@pytest.fixture
def merge(province, school):
    other = below(province, "CĐCS Gia Hưng")
    return decision(province, {"kind": ActKind.MERGE, "unit": school, "target": other})


@pytest.fixture
def numbered(school):
    """The unit keeps a number back in its book."""
    return reserve_number(unit=school, reason="Báo cáo", by=actor_as(CLERK, school), at=NOON)


def test_a_merger_with_open_numbering_is_refused(province, school, merge, numbered):
    with pytest.raises(DomainError, match="Còn 1 số văn bản đang giữ trong sổ"):
        carry_out(reorganisation=merge, by=actor_as(KEEPER, province), at=NOON)

    assert line(school) is not None
    assert not merge.steps.exists()


def test_the_preview_says_what_has_to_be_finished_first(client, province, merge, numbered):
    client.force_login(user_as(KEEPER, province))

    page = client.get(reverse("oversight:preview_reorganisation", args=[merge.pk])).text

    assert "Phải làm xong trước khi thi hành:" in page
    assert "Hãy cấp cho văn bản hoặc hủy số trước." in page
    assert "Thi hành quyết định</button>" not in page


def test_posts_in_the_successor_take_care_of_what_the_ended_unit_left(province, school, merge):
    successor = merge.acts.get().target
    officer = user_as(OFFICER, successor)
    allowed = Actor.of(officer, NOON.date()).can(Right.REPORT_WRITE, school)

    carry_out(reorganisation=merge, by=actor_as(KEEPER, province), at=NOON)

    school.refresh_from_db()
    after = Actor.of(officer, NOON.date())
    assert (allowed, after.can(Right.REPORT_WRITE, school)) == (False, True)
    assert not after.can(Right.PLAN_DRAFT, school)
