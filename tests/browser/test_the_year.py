"""The year runs, from the plan to the certificate, walked by the people who run it."""

import pytest

from browser import chapter_awards as awards
from browser import chapter_cascade as cascade
from browser import chapter_closing as closing
from browser import chapter_pledges as pledges
from browser import chapter_reports as reports
from browser.conftest import visiting
from browser.year_walked import Year

pytestmark = pytest.mark.browser

CHAPTERS = (
    cascade.the_superior_issues_the_plan,
    cascade.the_superior_sets_the_days,
    cascade.the_grassroots_chair_acknowledges_undoes_and_acknowledges,
    cascade.the_unit_makes_its_own_plan,
    cascade.the_unit_launches,
    pledges.the_group_issues_its_internal_plan,
    pledges.the_chair_opens_the_sheet,
    pledges.members_sign_on_their_phones,
    pledges.the_leader_records_a_list_signed_on_paper,
    pledges.the_chair_settles_who_it_was,
    pledges.something_is_done_and_recorded_from_the_phone,
    reports.the_superior_asks_for_the_reports_of_the_phase,
    reports.the_grassroots_chair_reports,
    reports.it_is_returned_with_a_reason_and_sent_again,
    reports.it_is_accepted_and_the_totals_climb,
    reports.silent_units_are_reminded,
    reports.the_summary_closes_the_phase_and_opens_the_next,
    awards.the_grassroots_chair_nominates,
    awards.the_council_is_set_up,
    awards.the_council_raises_hands_and_writes_its_minutes,
    awards.the_decision_is_signed_and_numbered,
    awards.certificates_are_made_and_handed_over,
    awards.a_stranger_checks_the_certificate,
    awards.somebody_is_praised_and_told_of_with_consent,
    closing.the_year_is_asked_for_and_reported,
    closing.the_year_is_closed_with_what_is_open,
    closing.the_desk_and_the_notices_forgot_nothing,
)


@pytest.fixture(scope="module")
def width():
    """One walk for both screens: officials at a desk, the others on a phone."""
    return "desktop"


@pytest.fixture
def year(chromium, site, data):
    with (
        visiting(chromium, site, "desktop") as office,
        visiting(chromium, site, "phone") as phone,
        visiting(chromium, site, "phone") as member,
        visiting(chromium, site, "phone") as stranger,
    ):
        yield Year(office, phone, member, stranger, data)


def test_the_year_runs_from_the_plan_to_the_certificate_and_is_closed(year):
    for chapter in CHAPTERS:
        chapter(year)
