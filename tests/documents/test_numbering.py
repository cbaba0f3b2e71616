from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from documents.papers import HEAD, entered, issued, received, signed, submitted
from factories import CLERK, DAY, NOON, OFFICER, UnitFactory, actor_as, unit_kind
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.documents import actions, queries
from thidua.documents.models import Book, BookEntry, Direction, Document
from thidua.documents.queries import Gap

YEAR_END = NOON.replace(year=2023, month=12, day=30)


@pytest.fixture
def clerk(province):
    return actor_as(CLERK, province)


def numbers_of(unit, year=2024, direction=Direction.OUT):
    entries = queries.book_entries(unit, direction, year).order_by("number")
    return list(entries.values_list("number", "state"))


def issue(paper, clerk, **more):
    return actions.issue_document(document=paper, by=clerk, at=NOON, **({"dated": DAY} | more))


def signed_at(unit, moment):
    """A paper submitted and signed at another moment."""
    paper = signed(unit)
    Document.objects.filter(pk=paper.pk).update(submitted_at=moment, signed_at=moment)
    paper.refresh_from_db()
    return paper


def test_issuing_gives_the_next_number_and_freezes(province, clerk):
    issue(signed(province), clerk)

    paper = issue(signed(province), clerk)

    assert (paper.full_number, paper.dated, paper.issued_at, paper.frozen) == (
        "02/KH-CĐGD",
        DAY,
        NOON,
        True,
    )
    assert str(paper) == "Kế hoạch số 02/KH-CĐGD"
    assert numbers_of(province) == [(1, "used"), (2, "used")]


def test_each_year_and_each_unit_counts_for_itself(province, workplace, clerk):
    issue(signed(province), clerk)
    last_year = issue(signed_at(province, YEAR_END), clerk, dated=date(2023, 12, 30))
    theirs = issue(signed(workplace), actor_as(CLERK, workplace))

    assert (last_year.full_number, theirs.full_number) == ("01/KH-CĐGD", "01/KH-CĐGD")


def test_a_group_that_keeps_no_register_issues_without_number(province):
    group = UnitFactory(under=province, kind=unit_kind("to", "Tổ công đoàn"))
    group.kind.keeps_register = False
    group.kind.save()

    paper = issue(signed(group, symbol=""), actor_as(CLERK, group))

    assert (paper.status, paper.full_number) == ("issued", "")
    assert not Book.objects.exists()


def test_a_paper_is_issued_once(province, clerk):
    paper = signed(province)
    issue(paper, clerk)

    with pytest.raises(DomainError, match="01/KH-CĐGD"):
        issue(paper, clerk)

    assert numbers_of(province) == [(1, "used")]


@pytest.mark.parametrize(
    ("make", "post", "error", "reason"),
    [
        (submitted, CLERK, DomainError, "chưa được duyệt ký"),
        (signed, OFFICER, Denied, "cấp số"),
    ],
)
def test_issuing_asks_for_a_signature_and_for_the_right(province, make, post, error, reason):
    paper = make(province)

    with pytest.raises(error, match=reason):
        issue(paper, actor_as(post, province))

    assert not BookEntry.objects.exists()


def test_a_paper_bears_no_date_to_come(province, clerk):
    paper = signed(province)

    with pytest.raises(DomainError, match="16/03/2024 chưa tới"):
        issue(paper, clerk, dated=date(2024, 3, 16))

    paper.refresh_from_db()
    assert (paper.status, paper.dated) == ("signed", None)
    assert not BookEntry.objects.exists()


def test_an_early_date_is_warned_of_and_not_refused(province, clerk):
    issue(signed(province), clerk)
    paper = signed(province)
    Document.objects.filter(pk=paper.pk).update(submitted_at=NOON.replace(day=1))

    warnings = queries.date_warnings(paper, date(2024, 3, 1))
    issue(paper, clerk, dated=date(2024, 3, 1))

    assert [warning.split(",")[0] for warning in warnings] == [
        "Ngày văn bản trước ngày của Kế hoạch số 01/KH-CĐGD",
        "Ngày văn bản trước ngày duyệt ký trên hệ thống.",
    ]
    assert queries.date_warnings(signed(province), DAY) == []


def test_a_number_kept_back_is_compared_with_lower_numbers_only(province, clerk):
    kept = actions.reserve_number(unit=province, reason="Kế hoạch", by=clerk, at=NOON)
    issue(signed(province), clerk)
    paper = signed(province)
    Document.objects.filter(pk=paper.pk).update(signed_at=NOON.replace(day=1))
    paper.refresh_from_db()

    prospect = queries.prospect_of(paper, date(2024, 3, 14), kept)

    assert (prospect.number, prospect.warnings) == ("01/KH-CĐGD", [])
    assert queries.prospect_of(paper, date(2024, 3, 14)).number == "03/KH-CĐGD"


def test_a_unit_without_a_register_is_promised_no_number(province):
    paper = signed(province)
    paper.unit.kind.keeps_register = False

    assert queries.prospect_of(paper, DAY).number == ""


@pytest.mark.parametrize(
    ("dated", "reason"),
    [
        (date(1, 1, 1), "Ngày văn bản 01/01/0001 rơi vào năm 1, không phải năm duyệt ký"),
        (date(2020, 1, 5), "rơi vào năm 2020"),
        (date(2022, 12, 30), "rơi vào năm 2022"),
        (date(2024, 3, 14), "14/03/2024 trước ngày trình ký 15/03/2024"),
    ],
)
def test_a_slip_in_the_date_opens_no_book_of_a_wrong_year(province, clerk, dated, reason):
    paper = signed(province)

    with pytest.raises(DomainError, match=reason):
        issue(paper, clerk, dated=dated)

    paper.refresh_from_db()
    assert (paper.status, paper.full_number) == ("signed", "")
    assert not Book.objects.exists()


def test_what_was_signed_at_the_end_of_the_year_is_issued_in_either_year(province, clerk):
    old, new = signed_at(province, YEAR_END), signed_at(province, YEAR_END)

    issue(old, clerk, dated=date(2023, 12, 31))
    issue(new, clerk, dated=date(2024, 1, 2))

    assert (numbers_of(province, 2023), numbers_of(province)) == ([(1, "used")], [(1, "used")])


def test_a_number_kept_back_is_used_for_the_paper_it_was_kept_for(province, clerk):
    kept = actions.reserve_number(unit=province, reason="Quyết định", by=clerk, at=NOON)
    other = issue(signed(province), clerk)

    paper = issue(signed(province), clerk, reserved=kept)

    assert (other.full_number, paper.full_number) == ("02/KH-CĐGD", "01/KH-CĐGD")
    assert numbers_of(province) == [(1, "used"), (2, "used")]


def test_the_same_form_sent_twice_keeps_one_number(province, clerk):
    keep = {"unit": province, "request_key": uuid4(), "by": clerk, "at": NOON}

    first, again = (actions.reserve_number(reason="Quyết định", **keep) for _ in range(2))
    other = actions.reserve_number(reason="Báo cáo", **keep)

    assert (first, other.number) == (again, 2)
    assert AuditEvent.objects.filter(type="number.reserved").count() == 2


def test_a_number_kept_back_is_used_once_and_in_its_own_book(province, workplace, clerk):
    theirs = actions.reserve_number(
        unit=workplace, reason="Báo cáo", by=actor_as(CLERK, workplace), at=NOON
    )
    paper = signed(province)

    with pytest.raises(DomainError, match="không còn được giữ"):
        issue(paper, clerk, reserved=theirs)

    assert numbers_of(province) == []


def test_a_cancelled_number_is_never_used_again(province, clerk):
    kept = actions.reserve_number(unit=province, reason="Quyết định", by=clerk, at=NOON)
    actions.cancel_number(
        unit=province, year=2024, number=kept.number, reason="Không ban hành", by=clerk, at=NOON
    )

    paper = issue(signed(province), clerk)

    assert paper.full_number == "02/KH-CĐGD"
    assert numbers_of(province) == [(1, "cancelled"), (2, "used")]
    with pytest.raises(DomainError, match="Không ban hành"):
        entered(province, number=1, full_number="01/KH-CĐGD")


def test_numbers_are_cancelled_with_a_reason_and_only_when_unused(province, clerk):
    issue(signed(province), clerk)
    cancel = {"unit": province, "year": 2024, "by": clerk, "at": NOON}

    with pytest.raises(DomainError, match="lý do"):
        actions.cancel_number(number=1, reason=" ", **cancel)
    with pytest.raises(DomainError, match="01/KH-CĐGD"):
        actions.cancel_number(number=1, reason="Sai", **cancel)
    with pytest.raises(DomainError, match="chưa dùng tới số 02"):
        actions.cancel_number(number=2, reason="Sai", **cancel)

    assert numbers_of(province) == [(1, "used")]
    assert not AuditEvent.objects.filter(type="number.cancelled").exists()


def test_only_whoever_gives_numbers_keeps_them_back(province):
    with pytest.raises(Denied, match="cấp số"):
        actions.reserve_number(
            unit=province, reason="Quyết định", by=actor_as(OFFICER, province), at=NOON
        )

    assert not BookEntry.objects.exists()


def test_an_issued_paper_comes_in_under_its_own_number(province, clerk):
    paper = entered(province, number=5, full_number="05/KH-CĐGD", dated=date(2024, 1, 15))

    assert (paper.frozen, paper.entry.number, paper.unit_path) == (
        True,
        5,
        province.path_on(date(2024, 1, 15)),
    )
    assert list(queries.gaps(province, 2024)) == [Gap(1, 4)]
    assert issue(signed(province), clerk).full_number == "06/KH-CĐGD"


def test_a_gap_is_explained_by_cancelling(province, clerk):
    entered(province, number=3, full_number="03/KH-CĐGD")

    actions.cancel_number(unit=province, year=2024, number=1, reason="Bỏ trống", by=clerk, at=NOON)

    assert list(queries.gaps(province, 2024)) == [Gap(2, 2)]


def test_a_number_in_use_names_the_paper_that_has_it(province):
    entered(province, number=5, full_number="05/KH-CĐGD")

    with pytest.raises(DomainError, match="Số 05 năm 2024 đã cấp cho Kế hoạch số 05/KH-CĐGD"):
        entered(province, number=5, full_number="05/QĐ-CĐGD", type_name="Quyết định")

    assert Document.objects.count() == 1


def test_the_same_number_of_the_same_issuer_is_kept_once(province):
    entered(province, number=None, full_number="05/KH-CĐGD")

    with pytest.raises(DomainError, match="đã có Kế hoạch số 05/KH-CĐGD năm 2024"):
        entered(
            province,
            number=5,
            full_number="05/KH-CĐGD",
            issuer_name="CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH",
        )

    assert Document.objects.count() == 1
    assert not BookEntry.objects.exists()


@pytest.mark.parametrize("number", [0, 10_000, 999_999])
def test_a_number_no_book_has_is_refused(province, number):
    with pytest.raises(DomainError, match=f"Số {number} không thể là số văn bản"):
        entered(province, number=number, full_number=f"{number}/KH-CĐGD")

    assert not Document.objects.exists()
    assert not Book.objects.filter(entries__isnull=False).exists()


@pytest.mark.parametrize(
    "more",
    [
        {"full_number": "012/KH-TLĐ"},
        {"full_number": "12/kh-tlđ"},
        {"full_number": "12/KH–TLĐ"},
        {"full_number": " 12 / KH - TLĐ"},
        {"full_number": "12/KH-TLĐ", "dated": None},
    ],
)
@pytest.mark.parametrize("dated", [DAY, None])
def test_one_number_is_one_however_it_is_typed(province, more, dated):
    received(province, full_number="12/KH-TLĐ", dated=dated)

    with pytest.raises(DomainError, match="Đơn vị đã có Kế hoạch số 12/KH-TLĐ"):
        received(province, **more)

    assert Document.objects.count() == 1


def test_the_same_number_of_another_year_or_without_number_is_another_paper(province):
    received(province, full_number="12/KH-TLĐ")
    received(province, full_number="12/KH-TLĐ", dated=date(2023, 12, 1))
    received(province, full_number="120/KH-TLĐ")
    received(province, full_number="", dated=None)
    received(province, full_number="", dated=None)

    assert Document.objects.count() == 5


def test_the_database_itself_refuses_the_same_number_twice(province):
    paper = entered(province, number=5, full_number="05/KH-CĐGD")
    paper.pk = None

    with (
        pytest.raises(IntegrityError, match="document_number_once_per_issuer_and_year"),
        transaction.atomic(),
    ):
        paper.save(force_insert=True)


def test_a_kept_number_is_taken_by_the_issued_paper_that_bears_it(province, clerk):
    actions.reserve_number(unit=province, reason="Kế hoạch", by=clerk, at=NOON)

    entered(province, number=1, full_number="01/KH-CĐGD")

    assert numbers_of(province) == [(1, "used")]


def test_arrivals_count_in_the_order_they_came(province):
    first = received(province, full_number="04/KH-TLĐ")
    second = received(province, full_number="05/KH-TLĐ", dated=None)
    last_year = received(
        province,
        full_number="90/KH-TLĐ",
        dated=date(2023, 12, 1),
        received_on=date(2023, 12, 4),
    )

    assert [paper.entry.number for paper in (first, second, last_year)] == [1, 2, 1]
    assert (first.status, first.frozen) == ("received", True)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"received_on": date(2024, 3, 16)}, "Ngày đến 16/03/2024 chưa tới"),
        ({"dated": date(2024, 4, 1)}, "Ngày văn bản 01/04/2024 chưa tới"),
        ({"received_on": date(2024, 3, 1)}, "trước ngày ghi trên văn bản"),
    ],
)
def test_an_arrival_with_impossible_days_is_refused(province, more, reason):
    with pytest.raises(DomainError, match=reason):
        received(province, **more)

    assert not Document.objects.exists()
    assert not BookEntry.objects.exists()


def test_the_same_letter_is_entered_once(province, workplace):
    received(province)

    with pytest.raises(DomainError, match="đã có Kế hoạch số 04/KH-TLĐ"):
        received(province)
    assert received(workplace).entry.number == 1

    assert numbers_of(province, direction=Direction.IN) == [(1, "used")]


def test_what_was_issued_is_found_again_by_its_number(province):
    paper = issued(province)

    assert queries.same_number(province, HEAD["issuer_name"].upper(), "01/KH-CĐGD", 2024) == paper
    assert queries.same_number(province, HEAD["issuer_name"], "01/KH-CĐGD", 2023) is None
    assert queries.same_number(province, HEAD["issuer_name"], "", 2024) is None
