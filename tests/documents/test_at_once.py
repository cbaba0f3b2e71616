"""Two or twenty people doing the same thing at the same moment."""

from functools import partial

import pytest

from documents.papers import drafted, entered, received, signed, submitted
from factories import CHAIR, CLERK, DAY, NOON, VICE, UnitFactory, actor_as
from thidua.core.errors import DomainError
from thidua.documents import actions
from thidua.documents.models import BookEntry, Delivery, Direction, Document

TWENTY = range(20)


@pytest.fixture
def unit(shared_database):
    return UnitFactory(name="Công đoàn Giáo dục tỉnh Ninh Bình")


def numbers(direction):
    entries = BookEntry.objects.filter(book__direction=direction).order_by("number")
    return list(entries.values_list("number", flat=True))


def test_twenty_papers_issued_at_once_get_twenty_numbers_without_a_hole(at_once, unit):
    clerk = actor_as(CLERK, unit)
    papers = [signed(unit) for _ in TWENTY]

    issued = at_once(
        *[
            partial(actions.issue_document, document=paper, dated=DAY, by=clerk, at=NOON)
            for paper in papers
        ]
    )

    assert numbers(Direction.OUT) == list(range(1, 21))
    assert sorted(paper.full_number for paper in issued) == sorted(
        f"{number:02d}/KH-CĐGD" for number in range(1, 21)
    )


def test_twenty_letters_arriving_at_once_get_twenty_numbers_without_a_hole(at_once, unit):
    came = at_once(*[partial(received, unit, full_number=f"{number}/KH-TLĐ") for number in TWENTY])

    assert all(isinstance(paper, Document) for paper in came)
    assert numbers(Direction.IN) == list(range(1, 21))


def test_of_two_who_sign_at_once_one_hears_that_the_other_has_signed(at_once, unit):
    paper = submitted(unit)
    chair, vice = actor_as(CHAIR, unit, "Nguyễn Thị Hưng"), actor_as(VICE, unit, "Hoàng Thị Mai")

    outcome = at_once(
        *[
            partial(actions.sign_document, document=paper, by=signer, at=NOON)
            for signer in (chair, vice)
        ]
    )

    (refused,) = [answer for answer in outcome if isinstance(answer, DomainError)]
    paper.refresh_from_db()
    assert str(refused) == f"Văn bản này đã được {paper.signer_name} duyệt ký."
    assert paper.signed_by in {chair.user, vice.user}


def test_a_paper_issued_twice_at_once_gets_one_number(at_once, unit):
    clerk, paper = actor_as(CLERK, unit), signed(unit)

    outcome = at_once(
        *[partial(actions.issue_document, document=paper, dated=DAY, by=clerk, at=NOON)] * 2
    )

    (refused,) = [answer for answer in outcome if isinstance(answer, DomainError)]
    assert "01/KH-CĐGD" in str(refused)
    assert numbers(Direction.OUT) == [1]


def test_of_two_who_reserve_and_issue_at_once_each_gets_a_number(at_once, unit):
    clerk, paper = actor_as(CLERK, unit), signed(unit)

    at_once(
        partial(actions.issue_document, document=paper, dated=DAY, by=clerk, at=NOON),
        partial(actions.reserve_number, unit=unit, reason="Quyết định", by=clerk, at=NOON),
    )

    assert numbers(Direction.OUT) == [1, 2]


@pytest.mark.parametrize(
    "deed",
    [
        lambda unit: entered(unit, number=5, full_number="05/KH-CĐGD"),
        lambda unit: entered(unit, number=None, full_number="05/KH-CĐGD"),
        received,
    ],
)
def test_the_same_paper_entered_twice_at_once_is_kept_once(at_once, unit, deed):
    outcome = at_once(*[partial(deed, unit)] * 2)

    (refused,) = [answer for answer in outcome if isinstance(answer, DomainError)]
    assert "Kế hoạch số" in str(refused)
    assert Document.objects.count() == 1


def test_sending_twice_at_once_sends_once(at_once, unit, mailoutbox):
    below = UnitFactory(under=unit)
    actor_as(CHAIR, below)
    clerk = actor_as(CLERK, unit)
    paper = signed(unit, ["Các CĐCS trực thuộc"])
    actions.issue_document(document=paper, dated=DAY, by=clerk, at=NOON)

    sent = at_once(
        *[partial(actions.distribute, document=paper, by=clerk, at=NOON)] * 2,
    )

    assert sorted(len(rows) for rows in sent) == [0, 1]
    assert len(mailoutbox) == 1


def test_one_of_two_who_open_a_paper_at_once_is_noted(at_once, unit):
    below = UnitFactory(under=unit)
    chair, vice = actor_as(CHAIR, below), actor_as(VICE, below)
    clerk = actor_as(CLERK, unit)
    paper = signed(unit, ["Các CĐCS trực thuộc"])
    actions.issue_document(document=paper, dated=DAY, by=clerk, at=NOON)
    actions.distribute(document=paper, by=clerk, at=NOON)
    delivery = Delivery.objects.get()

    at_once(
        *[
            partial(actions.register_delivery, delivery=delivery, by=reader, at=NOON)
            for reader in (chair, vice)
        ]
    )

    assert Document.objects.filter(arrived_through=delivery).count() == 1
    assert numbers(Direction.IN) == [1]


def test_drafts_of_two_units_do_not_disturb_each_other(at_once, unit):
    other = UnitFactory()

    at_once(partial(drafted, unit), partial(drafted, other))

    assert set(Document.objects.values_list("unit", flat=True)) == {unit.pk, other.pk}
