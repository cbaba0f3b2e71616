"""Two people closing or counting at the same moment."""

from functools import partial

from django.db import transaction

from councils.meetings import attended, council_of, keeper_of, session_of
from factories import CHAIR, NOON, UnitFactory, actor_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import DomainError
from thidua.councils import actions


def test_a_session_closed_by_two_at_once_has_one_set_of_minutes(at_once):
    unit = UnitFactory(name="Công đoàn Giáo dục tỉnh Ninh Bình")
    session = session_of(council_of(unit))
    with transaction.atomic():
        item = actions.append_item(session=session, subject="Giấy khen")
    attended(session)
    keeper, chair = keeper_of(unit), actor_as(CHAIR, unit)
    actions.count_hands(item=item, agree=5, disagree=0, abstain=0, by=keeper, at=NOON)

    outcome = at_once(
        partial(actions.close_session, session=session, by=keeper, at=NOON),
        partial(actions.close_session, session=session, by=chair, at=NOON),
    )

    (refused,) = [answer for answer in outcome if isinstance(answer, DomainError)]
    assert "đã có biên bản" in str(refused)
    assert AuditEvent.objects.filter(type="session.closed").count() == 1
