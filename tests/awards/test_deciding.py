"""From the recommendation to the numbered decision and the award book."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import docx
import pypdfium2
import pytest

from awards.cases import (
    WORDING,
    issued,
    listed,
    member_of,
    recommended,
    signed,
    submitted,
    voted,
)
from factories import CHAIR, CLERK, DAY, NOON, OFFICER, actor_as
from thidua.awards import actions, queries
from thidua.awards.grounds import bases_for, grounds_on
from thidua.awards.models import Award, AwardList, NominationStatus
from thidua.awards.subjects import Subject
from thidua.core.errors import Denied, DomainError
from thidua.documents.models import Delivery, Document, DocumentStatus, FileRole
from thidua.documents.queries import tasks_of as paper_tasks
from thidua.files.queries import content_of


def pdf_words(document):
    stored = document.files.get(role=FileRole.PDF).file
    pages = pypdfium2.PdfDocument(BytesIO(content_of(stored)))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


def test_an_issued_decision_fills_the_book_and_goes_to_the_units_concerned(province, workplace):
    nominations = recommended(workplace, province, "Vũ Thị Ngọc", "Lê Quang Huy")

    done = issued(signed(listed(province, nominations)))

    assert done.document.full_number == "01/QĐ-CĐGD"
    given = Award.objects.order_by("book_number")
    assert list(given.values_list("book_number", "subject_name")) == [
        (1, "Lê Quang Huy"),
        (2, "Vũ Thị Ngọc"),
    ]
    assert {award.nomination.status for award in given} == {NominationStatus.AWARDED}
    assert given[0].issuer_name == "Ban Thường vụ Công đoàn Giáo dục tỉnh Ninh Bình"
    assert list(
        Delivery.objects.filter(
            recipient__document=done.document, sent_at__isnull=False
        ).values_list("unit", flat=True)
    ) == [workplace.pk]


def test_the_paper_has_the_collective_the_grounds_the_articles_and_the_list(province, workplace):
    done = issued(signed(listed(province, recommended(workplace, province, "A Thị B", "C Văn D"))))

    first, *annex = pdf_words(done.document)
    places = [
        first.index(part)
        for part in (
            "QUYẾT ĐỊNH",
            "Về việc tặng Giấy khen",
            "BAN THƯỜNG VỤ CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH",
            "Căn cứ Luật Thi đua, khen thưởng",
            "QUYẾT ĐỊNH:",
            "Điều 1. Tặng Giấy khen của Ban Thường vụ",
            "02 cá nhân",
            "Điều 2.",
            "Điều 3.",
        )
    ]
    assert places == sorted(places)
    assert "Kèm theo Quyết định số 01/QĐ-CĐGD ngày 15 tháng 3 năm 2024" in " ".join(annex)
    assert all(name in " ".join(annex) for name in ("A Thị B", "C Văn D", "DANH SÁCH"))
    word = docx.Document(BytesIO(content_of(done.document.files.get(role=FileRole.WORD).file)))
    assert "QUYẾT ĐỊNH:" in [paragraph.text for paragraph in word.paragraphs]


def test_one_subject_stands_in_the_first_article(province, workplace):
    done = issued(signed(listed(province, recommended(workplace, province, "Lê Quang Huy"))))

    (only,) = pdf_words(done.document)
    assert "cho Lê Quang Huy, Đoàn viên" in only
    assert "DANH SÁCH" not in only


def test_a_decision_about_nobody_is_not_drawn_up(province):
    with pytest.raises(DomainError, match="Chưa chọn đề nghị nào"):
        listed(province, [])

    assert not Document.objects.exists()


def test_what_no_council_has_recommended_stands_on_no_list(province, workplace):
    one = submitted(workplace, province)

    with pytest.raises(DomainError, match="chưa được hội đồng"):
        listed(province, [one])

    assert not AwardList.objects.exists()


def test_a_nomination_stands_on_one_list_only(province, workplace):
    nominations = recommended(workplace, province)
    listed(province, nominations)

    with pytest.raises(DomainError, match="quyết định khác"):
        listed(province, nominations)

    assert AwardList.objects.count() == 1


def test_a_list_that_lost_everybody_is_not_submitted(province, workplace):
    award_list = listed(province, recommended(workplace, province))
    award_list.lines.all().delete()

    with pytest.raises(DomainError, match="chưa có ai"):
        actions.submit_list(award_list=award_list, by=actor_as(OFFICER, province), at=NOON)


def test_a_decision_issued_twice_says_so_and_gives_nothing_twice(province, workplace):
    award_list = issued(signed(listed(province, recommended(workplace, province))))

    with pytest.raises(DomainError, match="đã được ban hành"):
        issued(award_list)

    assert Award.objects.count() == 1


def test_a_decision_not_signed_is_not_issued(province, workplace):
    award_list = listed(province, recommended(workplace, province))

    with pytest.raises(DomainError, match="chưa được duyệt ký"):
        issued(award_list)

    assert not Award.objects.exists()


def test_a_dropped_decision_frees_its_nominations(province, workplace):
    nominations = recommended(workplace, province)
    award_list = listed(province, nominations)

    actions.drop_list(award_list=award_list, by=actor_as(OFFICER, province), at=NOON)

    award_list.document.refresh_from_db()
    assert award_list.document.status == DocumentStatus.DISCARDED
    assert list(queries.ready_for(province)) == nominations


def test_somebody_taken_off_the_list_waits_for_another_decision(province, workplace):
    first, second = recommended(workplace, province, "Lê Quang Huy", "Vũ Thị Ngọc")
    award_list = listed(province, [first, second])

    actions.change_list(
        award_list=award_list,
        wording=WORDING,
        nominations=[first],
        by=actor_as(OFFICER, province),
        at=NOON,
    )

    assert list(queries.ready_for(province)) == [second]


def test_the_nominating_unit_draws_up_no_decision_of_the_superior(province, workplace):
    nominations = recommended(workplace, province)

    with pytest.raises(Denied, match="thẩm định"):
        actions.start_list(
            unit=province,
            nominations=nominations,
            wording=WORDING,
            by=actor_as(CHAIR, workplace),
            at=NOON,
        )


def test_book_numbers_begin_anew_each_year(province, workplace):
    issued(signed(listed(province, recommended(workplace, province, "A Văn B"))))
    Award.objects.update(book_year=2023)

    issued(signed(listed(province, recommended(workplace, province, "C Văn D"))))

    assert list(Award.objects.values_list("book_year", "book_number")) == [(2024, 1), (2023, 1)]


def test_a_unit_that_commends_its_own_sends_the_decision_to_nobody(workplace):
    done = issued(signed(listed(workplace, recommended(workplace, workplace))))

    assert not Delivery.objects.filter(
        recipient__document=done.document, recipient__position=1
    ).exists()


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2023, 6, 1), "1689"), (date(2024, 3, 15), "1689"), (date(2024, 6, 1), "999")],
)
def test_the_grounds_are_those_of_the_day(day, number):
    grounds = " ".join(grounds_on(day))

    assert f"số {number}/QĐ-TLĐ" in grounds
    assert ("năm 2022" in grounds) is (day.year >= 2024)


def test_the_grounds_name_the_plan_and_the_minutes(province, workplace):
    bases = bases_for(recommended(workplace, province), DAY)

    assert any("Kế hoạch số 05/KH-CĐGD ngày 15 tháng 01 năm 2024" in line for line in bases)
    assert any("Biên bản phiên họp ngày 15 tháng 3 năm 2024" in line for line in bases)
    assert [line[-1] for line in bases] == [";"] * (len(bases) - 1) + ["."]


def test_a_decision_to_be_signed_leads_to_its_page(province, workplace):
    award_list = listed(province, recommended(workplace, province))
    actions.submit_list(award_list=award_list, by=actor_as(OFFICER, province), at=NOON)

    tasks = paper_tasks(actor_as(CHAIR, province))

    assert [task.url for task in tasks] == [f"/awards/decisions/{award_list.pk}/"]


def test_figures_count_certificates_given_and_people_praised(province, workplace):
    issued(signed(listed(province, recommended(workplace, province, "A Văn B", "C Văn D"))))
    chair = actor_as(CHAIR, workplace)
    phase = Award.objects.first().nomination.phase
    praised = {"phase": phase, "merit": "Cứu người", "praised_on": DAY, "by": chair, "at": NOON}
    kept = actions.praise(unit=workplace, subject=Subject(person=member_of(workplace)), **praised)
    wrong = actions.praise(unit=workplace, subject=Subject(unit=workplace), **praised)
    actions.withdraw_praise(praise=wrong, reason="Nhầm", by=chair, at=NOON)

    assert queries.facts_of([province.pk], DAY, DAY) == {"IND-082": Decimal(2)}
    assert queries.facts_of([workplace.pk], DAY, DAY) == {"IND-087": Decimal(1)}
    assert queries.facts_of([workplace.pk], LATER, LATER) == {}
    (line,) = queries.facts_behind("IND-087", [workplace.pk], DAY, DAY)
    assert (line.title, line.value) == (kept.subject_name, 1)
    assert len(queries.facts_behind("IND-082", [province.pk], DAY, DAY)) == 2
    assert queries.facts_behind("IND-001", [province.pk], DAY, DAY) == []


LATER = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("who", "said"),
    [("outside", "không thuộc"), ("future", "chưa tới"), ("clerk", "biểu dương|đề nghị")],
)
def test_praise_is_for_own_people_and_no_day_to_come(workplace, outsider, province, who, said):
    nominations = voted([submitted(workplace, province)])
    person = member_of(outsider if who == "outside" else workplace, "Hoàng Văn E")
    by = actor_as(CLERK if who == "clerk" else CHAIR, workplace)

    with pytest.raises((DomainError, Denied), match=said):
        actions.praise(
            unit=workplace,
            phase=nominations[0].phase,
            subject=Subject(person=person),
            merit="Cứu người",
            praised_on=LATER if who == "future" else DAY,
            by=by,
            at=NOON,
        )

    assert not workplace.praises.exists()


def test_praise_is_taken_back_once_and_with_a_reason(province, workplace):
    phase = submitted(workplace, province).phase
    chair = actor_as(CHAIR, workplace)
    row = actions.praise(
        unit=workplace,
        phase=phase,
        subject=Subject(unit=workplace),
        merit="Ủng hộ",
        praised_on=DAY,
        by=chair,
        at=NOON,
    )
    for reason, said in ((" ", "Chưa ghi lý do"), ("Nhầm", ""), ("Nhầm", "đã được rút lại")):
        if said:
            with pytest.raises(DomainError, match=said):
                actions.withdraw_praise(praise=row, reason=reason, by=chair, at=NOON)
        else:
            actions.withdraw_praise(praise=row, reason=reason, by=chair, at=NOON)
