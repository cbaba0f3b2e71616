"""What an ended unit left is read, finished and handed over where its records are kept."""

from datetime import date

import pytest

from awards.cases import issued, listed, member_of, nominated, recommended, signed
from certificates.papers import made
from factories import CHAIR, DAY, LEADER, NOON, OFFICER, UnitFactory, actor_as, user_as
from oversight.following import carried_out, ended, merged, moved
from pledges.sheets import counted, member, plan_of, sheet_of
from progress.below import sent_to
from reports import asked
from thidua.awards.actions import submit_nomination
from thidua.awards.queries import book_units, nominations_visible_to
from thidua.awards.queries import tasks_of as award_tasks
from thidua.cascade.queries import is_receiver, phases_for
from thidua.certificates import actions as certificates
from thidua.certificates import policies as certificate_policies
from thidua.certificates.models import Certificate
from thidua.certificates.queries import certificates_visible_to
from thidua.core.errors import DomainError
from thidua.documents.models import Delivery
from thidua.org.actor import Actor
from thidua.pledges.queries import shares
from thidua.reports.models import Period
from thidua.reports.queries import tasks_of as report_tasks
from thidua.reports.reference import load_reference
from thidua.rulebook import reference as rulebook
from thidua.stories.models import Story
from thidua.stories.policies import may_edit, may_take_down


@pytest.fixture
def district(province):
    return UnitFactory(name="Liên đoàn Lao động huyện Gia Viễn", under=province)


@pytest.fixture
def school(district):
    return UnitFactory(name="CĐCS Trường THPT Gia Viễn A", under=district)


@pytest.fixture
def commune(province):
    return UnitFactory(name="Công đoàn xã Gia Viễn", under=province)


@pytest.fixture
def forms(db):
    rulebook.load_reference()
    load_reference()


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_the_last_report_is_finished_by_the_keeper_s_officer_on_the_screen(
    forms, client, province, school, commune
):
    period = asked.opened(province)
    asked.saved(period, school)
    carried_out(province, ended(school, commune))
    user = user_as(OFFICER, commune, "Vũ Thị Mai")
    client.force_login(user)
    url = f"/reports/periods/{period.pk}/units/{school.pk}/"

    assert f'href="{url}"' in client.get(f"/reports/periods/{period.pk}/left/").text
    assert "Của đơn vị đã kết thúc" in client.get("/reports/").text
    report = asked.Report.objects.get(unit=school)
    data = asked.form_data(report, period) | {"do": "submit"}
    answer = client.post(url, data)

    assert answer.status_code == 302, answer.text
    report = fresh(report)
    assert (report.status, report.submitted_by, report.unit_name) == (
        "submitted",
        user,
        "CĐCS Trường THPT Gia Viễn A",
    )


def test_the_keeper_has_one_task_for_each_period_of_its_ended_units(
    forms, province, school, district, commune
):
    period = asked.opened(province)
    other = UnitFactory(name="CĐCS Trường THPT Gia Viễn B", under=district)
    asked.saved(period, school)
    asked.saved(period, other)
    carried_out(province, ended(school, commune), ended(other, commune))

    titles = [task.title for task in report_tasks(actor_as(OFFICER, commune))]

    assert "Hoàn thành 2 báo cáo của đơn vị đã kết thúc" in titles


def test_the_keeper_is_asked_for_the_summary_of_an_ended_superior(forms, province, district):
    asked.opened(district)
    carried_out(province, ended(district))

    titles = [task.title for task in report_tasks(actor_as(OFFICER, province))]

    assert "Lập báo cáo tổng hợp cuối của Liên đoàn Lao động huyện Gia Viễn" in titles


def test_a_unit_that_ended_before_a_period_does_not_report_for_it(forms, province, school):
    carried_out(province, ended(school, province))
    period = asked.opened(province, 2)
    officer = actor_as(OFFICER, province, "Vũ Thị Mai", day=date(2024, 4, 2))

    with pytest.raises(DomainError, match="kết thúc hoạt động từ ngày 15/03/2024"):
        asked.saved(period, fresh(school), officer)


def test_a_union_that_moved_still_sees_what_its_former_superior_asked(
    forms, client, province, district, school, commune
):
    period = asked.opened(district)
    carried_out(province, moved(school, commune), ended(district))
    client.force_login(user_as(CHAIR, school, "Đỗ Thị Hạnh"))

    page = client.get(f"/reports/periods/{period.pk}/")

    assert page.status_code == 200
    assert client.get(f"/reports/periods/{period.pk}/units/{school.pk}/").status_code == 200
    assert Period.objects.get(pk=period.pk).ends_on == date(2024, 3, 14)


def test_a_stranger_sees_nothing_of_what_a_unit_left(forms, client, province, school, commune):
    period = asked.opened(province)
    asked.saved(period, school)
    carried_out(province, ended(school, commune))
    client.force_login(user_as(CHAIR, UnitFactory(under=province)))

    assert client.get(f"/reports/periods/{period.pk}/left/").status_code == 404
    assert client.get(f"/reports/periods/{period.pk}/units/{school.pk}/").status_code == 404


def test_a_draft_nomination_of_an_ended_unit_is_finished_by_its_keeper(
    province, district, school, commune
):
    one = nominated(school, district)
    carried_out(province, ended(school, commune))
    keeper = actor_as(CHAIR, commune, "Lê Thị Hoa")

    assert list(nominations_visible_to(keeper)) == [one]
    assert [task.mine for task in award_tasks(keeper)] == [True]
    submit_nomination(nomination=fresh(one), by=keeper, at=NOON)
    assert fresh(one).status == "submitted"


def test_an_ended_unit_puts_nobody_forward_any_more(province, district, school):
    person = member_of(school)
    carried_out(province, ended(school, district))

    with pytest.raises(DomainError, match="đã kết thúc hoạt động"):
        nominated(fresh(school), district, person, by=actor_as(CHAIR, district))


def test_the_award_book_and_certificates_of_an_ended_unit_are_kept_by_its_keeper(
    client, province, district, school, commune
):
    paper = issued(signed(listed(district, recommended(school, district, "Lê Quang Huy"))))
    certificates.make_certificates(decision=paper.document, by=actor_as(OFFICER, district), at=NOON)
    certificate = Certificate.objects.get()
    carried_out(province, moved(school, commune), ended(district, commune))
    officer = actor_as(OFFICER, commune, "Vũ Thị Mai")

    assert fresh(district) in book_units(officer)
    assert certificate in certificates_visible_to(officer)
    assert certificate_policies.may_revoke(officer, fresh(certificate))
    client.force_login(officer.user)
    book = client.get(f"/awards/book/?unit={district.pk}").text
    assert "kết thúc hoạt động từ ngày 15/03/2024, Công đoàn xã Gia Viễn giữ sổ" in book
    assert "Lê Quang Huy" in book


def test_another_union_does_not_open_the_book_of_an_ended_one(client, province, district):
    certificates_of = made(district, ["Vũ Thị Ngọc"])
    carried_out(province, ended(district))
    client.force_login(user_as(CHAIR, UnitFactory(under=province)))

    assert client.get(f"/awards/book/?unit={district.pk}").status_code == 404
    assert client.get(f"/certificates/{certificates_of[0].pk}/").status_code == 404


def test_the_register_of_an_ended_unit_is_read_where_it_is_kept(client, province, district):
    carried_out(province, ended(district))
    client.force_login(user_as(CHAIR, province))

    page = client.get(f"/documents/out/?unit={district.pk}")

    assert "Liên đoàn Lao động huyện Gia Viễn" in page.text


def test_a_consent_taken_back_after_the_end_is_heeded_by_the_keeper(province, school, commune):
    story = Story.objects.create(
        unit=school,
        unit_path=school.path_on(DAY),
        subject_name="Lê Quang Huy",
        title="Người thầy",
        body="…",
        status="published",
        consent_on=DAY,
        consent_how="bằng lời",
        written_by=user_as(CHAIR, school),
        written_at=NOON,
        published_at=NOON,
    )
    carried_out(province, ended(school, commune))
    story, officer = fresh(story), actor_as(OFFICER, commune)

    assert may_take_down(officer, story)
    assert not may_edit(officer, story)


def test_a_moved_union_goes_on_with_the_plan_of_its_former_superior(
    province, district, school, commune
):
    plan = asked.issued_plan(district)
    sent_to(plan, school)

    carried_out(province, moved(school, commune))

    school = fresh(school)
    assert [phase.name for phase in phases_for(school, DAY)] == ["Đợt 1", "Đợt 2"]
    assert is_receiver(plan, school, DAY)


def test_the_new_superior_s_plan_comes_before_the_former_one_s(province, district, school, commune):
    former, new = asked.issued_plan(district), asked.issued_plan(commune)
    for plan in (former, new):
        sent_to(plan, school)

    carried_out(province, moved(school, commune))

    assert {phase.plan for phase in phases_for(fresh(school), DAY)} == {new}
    assert Delivery.objects.count() == 2


def test_what_was_signed_for_a_merged_union_counts_for_its_successor(province, school, commune):
    phase = plan_of(school).phases.first()
    counted(sheet_of(school, phase), member(school, "Đinh Thị Lụa"))

    carried_out(province, merged(school, commune))

    share = shares([commune.pk], phase.starts_on, phase.ends_on, DAY)[commune.pk]
    assert (share.signed, share.headcount) == (1, 1)


def test_a_group_leader_of_the_keeper_does_not_read_the_papers_of_an_ended_union(
    client, province, district, school
):
    group = UnitFactory(name="Tổ Toán", under=district)
    sent_to(asked.issued_plan(school), district)
    carried_out(province, ended(school, district))
    leader = Actor.of(user_as(LEADER, group), DAY)
    client.force_login(leader.user)

    assert client.get(f"/documents/out/?unit={school.pk}").status_code == 404
