"""Guarded facts: covered, opened for a reason, counted without names (PDP-01, PDP-10, PDP-12)."""

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, NOON, UnitFactory, actor_as, user_as
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.fact_kinds import end_kind
from thidua.org.actions.guarded import enter_fact, read_facts
from thidua.org.models import DataOfficer, FactKind, GuardedFact
from thidua.org.queries.guarded import counts_in, officer_for
from thidua.org.queries.people import scope_of
from thidua.org.reference import load_fact_kinds

pytestmark = pytest.mark.django_db
WHY = "Lập danh sách đảng viên dự đại hội"


@pytest.fixture(autouse=True)
def register(db):
    load_fact_kinds(FactKind)


@pytest.fixture
def ethnicity():
    return FactKind.objects.get(code="ethnicity")


@pytest.fixture
def party():
    return FactKind.objects.get(code="party_on")


@pytest.fixture
def known(workplace, ethnicity):
    person = member(workplace, "Lò Thị Mai")
    clerk = actor_as(CLERK, workplace)
    enter_fact(person=person, kind=ethnicity, value="Thái", unit=workplace, by=clerk, at=NOON)
    return person


def test_every_reading_leaves_who_whom_which_and_why(known, workplace, ethnicity):
    chair = actor_as(CHAIR, workplace)

    values = read_facts(
        person=known, kinds=[ethnicity], reason=WHY, unit=workplace, by=chair, at=NOON
    )

    event = AuditEvent.objects.get(type="guarded.read")
    assert values == {ethnicity.pk: "Thái"}
    assert (event.actor, event.thing, event.at) == (chair.user.username, "Lò Thị Mai", NOON)
    assert event.data == {"fields": "Dân tộc", "reason": WHY}


def test_the_trail_never_holds_a_value(known):
    event = AuditEvent.objects.get(type="guarded.entered")

    assert event.data == {"field": "Dân tộc"}
    assert event.changes == {}


@pytest.mark.parametrize("post", [CLERK, CHAIR])
def test_only_the_post_for_it_in_the_very_unit_reads(known, province, workplace, ethnicity, post):
    above, clerk = actor_as(CHAIR, province), actor_as(CLERK, workplace)
    reader = clerk if post == CLERK else above

    with pytest.raises(Denied):
        read_facts(person=known, kinds=[ethnicity], reason=WHY, unit=workplace, by=reader, at=NOON)

    assert not AuditEvent.objects.filter(type="guarded.read").exists()


def test_an_empty_value_takes_the_fact_out(known, workplace, ethnicity):
    clerk = actor_as(CLERK, workplace)

    enter_fact(person=known, kind=ethnicity, value="", unit=workplace, by=clerk, at=NOON)

    assert not GuardedFact.objects.exists()


def test_what_is_no_longer_in_the_register_is_not_written_down(
    known, workplace, ethnicity, province
):
    end_kind(kind=ethnicity, unit=province, by=actor_as("keeper", province), at=NOON)

    with pytest.raises(DomainError, match="sổ mục đích"):
        enter_fact(
            person=known,
            kind=ethnicity,
            value="Kinh",
            unit=workplace,
            by=actor_as(CLERK, workplace),
            at=NOON,
        )
    assert not GuardedFact.objects.exists()


def test_small_numbers_are_told_only_to_who_may_know_the_people(known, workplace, ethnicity):
    scope = scope_of(workplace, DAY, below=False)

    whole = {one.kind.code: one for one in counts_in(scope, whole=True)}
    covered = {one.kind.code: one for one in counts_in(scope, whole=False)}

    assert whole["ethnicity"].values == [("Thái", "1")]
    assert covered["ethnicity"].values == [("Thái", "dưới 3")]
    assert (whole["ethnicity"].known, covered["ethnicity"].known) == ("1", "không nêu")


def test_no_small_number_is_found_by_subtracting(known, workplace, ethnicity):
    for number in range(3):
        GuardedFact.objects.create(
            person=member(workplace, f"Trần Thị {number}"),
            kind=ethnicity,
            value="Kinh",
            entered_by=user_as(CLERK, workplace),
            entered_at=NOON,
        )

    counted = counts_in(scope_of(workplace, DAY, below=False), whole=False)[0]

    assert counted.values == [("Kinh", "3"), ("Thái", "dưới 3")]
    assert counted.known == "từ 3 trở lên"


def test_what_was_typed_freely_is_shown_only_where_several_have_it(workplace):
    kind = FactKind.objects.create(
        code="cccd", name="Số CCCD", purpose="p", legal_ground="l", starts_on=DAY
    )
    GuardedFact.objects.create(
        person=member(workplace, "Lò Thị Mai"),
        kind=kind,
        value="037190001234",
        entered_by=user_as(CLERK, workplace),
        entered_at=NOON,
    )

    counted = counts_in(scope_of(workplace, DAY, below=False), whole=False)

    assert {one.kind.code: one.values for one in counted}["cccd"] == []


def test_days_are_only_counted(workplace, party):
    person = member(workplace, "Lò Thị Mai")
    clerk = actor_as(CLERK, workplace)
    enter_fact(person=person, kind=party, value="2010-02-03", unit=workplace, by=clerk, at=NOON)

    counted = {
        one.kind.code: one for one in counts_in(scope_of(workplace, DAY, below=False), whole=True)
    }

    assert (counted["party_on"].known, counted["party_on"].values) == ("1", [])


def test_the_nearest_contact_is_shown(province, workplace):
    DataOfficer.objects.create(unit=province, name="Văn phòng", phone="02293", starts_on=DAY)

    assert officer_for(workplace, DAY).name == "Văn phòng"
    DataOfficer.objects.create(unit=workplace, name="Tổ văn thư", phone="02294", starts_on=DAY)
    assert officer_for(workplace, DAY).name == "Tổ văn thư"


class TestScreens:
    def test_the_page_covers_until_a_reason_is_typed(self, client, known, workplace, ethnicity):
        client.force_login(user_as(CHAIR, workplace))
        url = reverse("org:guarded", args=[known.pk])

        covered = client.get(url)
        refused = client.post(url, {"kinds": [ethnicity.pk], "reason": "xem"})
        opened = client.post(url, {"kinds": [ethnicity.pk], "reason": WHY})

        assert "<b>Thái</b>" not in covered.text
        assert refused.status_code == 422
        assert "<b>Thái</b>" not in refused.text
        assert "<b>Thái</b>" in opened.text
        assert "no-store" in opened["Cache-Control"]
        assert "<b>Thái</b>" not in client.get(url).text

    def test_a_clerk_enters_without_seeing(self, client, known, workplace, party):
        client.force_login(user_as(CLERK, workplace))

        page = client.get(reverse("org:guarded", args=[known.pk]))
        done = client.post(
            reverse("org:enter_guarded", args=[known.pk, party.pk]), {"value": "3/2/2010"}
        )

        assert "Xem và ghi nhật ký" not in page.text
        assert done.status_code == 302
        assert GuardedFact.objects.get(kind=party).value == "2010-02-03"

    def test_the_counts_name_nobody(self, client, known, workplace):
        client.force_login(user_as(CLERK, workplace))

        page = client.get(reverse("org:guarded_counts"))

        assert "Dân tộc" in page.text
        assert known.name not in page.text

    def test_the_register_is_open_and_kept_at_the_top(self, client, province):
        below = UnitFactory(under=province)
        client.force_login(user_as(CHAIR, below))
        assert "Ngày vào Đảng" in client.get(reverse("org:purposes")).text
        assert client.get(reverse("org:new_purpose")).status_code == 403

        client.force_login(user_as("keeper", province))
        typed = {
            "name": "Trình độ lý luận chính trị",
            "form": "text",
            "purpose": "Quy hoạch cán bộ",
            "legal_ground": "Sự đồng ý",
            "kept_years": "2",
            "confidence": "own",
        }
        client.post(reverse("org:new_purpose"), typed)

        assert FactKind.objects.get(name="Trình độ lý luận chính trị").guarded

    def test_the_keeper_names_the_contact(self, client, province):
        client.force_login(user_as("keeper", province))
        url = reverse("org:data_contact")

        refused = client.post(url, {"name": "Văn phòng"})
        client.post(url, {"name": "Văn phòng", "phone": "0229 387 1234"})

        assert refused.status_code == 422
        assert "0229 387 1234" in client.get(reverse("org:purposes")).text
