"""Headcounts, places of work and terms of a unit."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from factories import CHAIR, CLERK, COMMITTEE, DAY, KEEPER, NOON, actor_as, post_kind, user_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.headcounts import give_headcount
from thidua.org.actions.hosts import describe_host
from thidua.org.actions.terms import begin_term, correct_term, drop_term
from thidua.org.eligibility import hint
from thidua.org.models import Body, BodySize, Headcount, Host, Ownership, Post, Term
from thidua.org.queries.terms import size_hint, size_of, terms_of
from thidua.org.term_facts import TermFacts

SUMMER_2025 = date(2025, 7, 1)


@pytest.fixture
def committee(db):
    return Body.objects.create(code="bch", name="Ban Chấp hành")


def facts(body: Body, **changed) -> TermFacts:
    typed = TermFacts(
        body=body, ordinal=17, from_year=2023, to_year=2028, congress_on=None, decision=""
    )
    return typed | changed


def give(unit, by, members=58, women=None, on=DAY):
    return give_headcount(unit=unit, on=on, members=members, women=women, by=by, at=NOON)


def test_a_second_word_on_the_same_day_corrects_and_is_remembered(workplace):
    clerk = actor_as(CLERK, workplace)
    give(workplace, clerk, 12)

    give(workplace, clerk, 21, 9)

    count = Headcount.objects.get()
    assert (count.members, count.women) == (21, 9)
    types = list(AuditEvent.objects.order_by("pk").values_list("type", flat=True))
    assert types == ["headcount.given", "headcount.corrected"]


def test_nobody_counts_for_a_day_to_come(workplace):
    with pytest.raises(DomainError, match="Chưa đến ngày"):
        give(workplace, actor_as(CLERK, workplace), on=DAY + timedelta(days=1))

    assert not Headcount.objects.exists()


@pytest.mark.parametrize(
    ("post", "held_in", "allowed"),
    [
        (CLERK, "workplace", True),
        (CHAIR, "workplace", True),
        (KEEPER, "province", True),
        (CHAIR, "province", False),
        (COMMITTEE, "workplace", False),
        (CHAIR, "outsider", False),
    ],
)
def test_who_counts_members(request, workplace, post, held_in, allowed):
    actor = actor_as(post, request.getfixturevalue(held_in))

    if allowed:
        give(workplace, actor)
    else:
        with pytest.raises(Denied):
            give(workplace, actor)

    assert Headcount.objects.exists() is allowed


def test_a_count_given_for_the_wrong_day_can_be_taken_away(client, workplace):
    user = user_as(CLERK, workplace)
    count = give(workplace, actor_as(CLERK, workplace))
    client.force_login(user)

    client.post(f"/units/{workplace.pk}/facts/members/drop/", {"count": count.pk})

    assert not Headcount.objects.exists()


def test_a_count_of_another_unit_cannot_be_taken_away_here(client, province, workplace):
    count = Headcount.objects.create(unit=province, on=DAY, members=3)
    client.force_login(user_as(CLERK, workplace))

    answer = client.post(f"/units/{workplace.pk}/facts/members/drop/", {"count": count.pk})

    assert (answer.status_code, Headcount.objects.count()) == (404, 1)


def test_more_women_than_members_comes_back_with_what_was_typed(client, workplace):
    client.force_login(user_as(CLERK, workplace))

    answer = client.post(
        f"/units/{workplace.pk}/facts/members/",
        {"on": "5/3/24", "members": "12", "women": "21"},
    )

    assert answer.status_code == 422
    assert "21 nữ nhiều hơn 12 đoàn viên." in answer.text
    assert 'value="21"' in answer.text


def test_the_place_of_work_is_known_by_day(workplace):
    keeper = actor_as(KEEPER, workplace)
    for starts_on, share in ((date(2020, 1, 1), None), (DAY, Decimal("8.5"))):
        describe_host(
            unit=workplace,
            starts_on=starts_on,
            ownership=Ownership.PUBLIC,
            self_financing=share,
            decision="",
            by=keeper,
            at=NOON,
        )

    assert list(Host.objects.order_by("starts_on").values_list("self_financing", flat=True)) == [
        None,
        Decimal("8.50"),
    ]


@pytest.mark.parametrize(
    ("ownership", "share", "day", "says"),
    [
        (Ownership.STATE, None, SUMMER_2025, "thuộc diện kết thúc"),
        (Ownership.PUBLIC, Decimal("9.99"), SUMMER_2025, "thuộc diện kết thúc"),
        (Ownership.PUBLIC, Decimal(10), SUMMER_2025, "được giữ công đoàn cơ sở"),
        (Ownership.PUBLIC, None, SUMMER_2025, "chưa ghi mức tự bảo đảm"),
        (Ownership.PRIVATE, None, SUMMER_2025, ""),
        (Ownership.STATE, None, DAY, ""),
    ],
)
def test_whether_a_union_may_stay_is_only_hinted_at(ownership, share, day, says):
    said = hint(ownership, share, day)

    assert (says in said) if says else said == ""


def test_a_term_is_written_down_once(workplace, committee):
    clerk = actor_as(CLERK, workplace)
    begin_term(unit=workplace, facts=facts(committee), by=clerk, at=NOON)

    with pytest.raises(DomainError, match="đã được ghi"):
        begin_term(unit=workplace, facts=facts(committee), by=clerk, at=NOON)

    assert Term.objects.count() == 1


def test_a_term_is_mended_and_dropped_while_nobody_holds_a_post_in_it(workplace, committee):
    clerk = actor_as(CLERK, workplace)
    term = begin_term(unit=workplace, facts=facts(committee), by=clerk, at=NOON)

    mended = correct_term(term=term, facts=facts(committee, to_year=2027), by=clerk, at=NOON)
    assert mended.to_year == 2027

    Post.objects.update(term=term)
    with pytest.raises(DomainError, match="đã có người giữ chức vụ"):
        drop_term(term=term, by=clerk, at=NOON)
    Post.objects.update(term=None)
    drop_term(term=term, by=clerk, at=NOON)
    assert not Term.objects.exists()


def test_the_size_that_holds_is_that_of_the_members(workplace, committee):
    for least_members, most in ((0, 0), (10, 15), (3_000, 19)):
        BodySize.objects.create(
            body=committee,
            unit_kind=workplace.kind,
            from_members=least_members,
            most=most,
            source="HD 03",
        )

    def most_with(members: int) -> int | None:
        size = size_of(committee, workplace.kind, members, DAY)
        return size.most if size else None

    assert [most_with(members) for members in (9, 10, 2_999, 3_000)] == [0, 15, 15, 19]


@pytest.mark.parametrize(
    ("least", "most", "seated", "says"),
    [
        (3, 15, 16, "không quá 15"),
        (3, 15, 2, "ít nhất 3"),
        (3, 15, 0, ""),
        (3, 15, 3, ""),
        (None, 0, 1, "chỉ bầu Chủ tịch"),
        (None, 27, 27, ""),
    ],
)
def test_sizes_only_remind(least, most, seated, says):
    said = size_hint(BodySize(least=least, most=most), seated)

    assert (says in said) if says else said == ""


def test_a_running_term_counts_persons_once_and_gives_its_source(workplace, committee):
    kind = post_kind(CHAIR)
    kind.body = committee
    kind.save(update_fields=["body"])
    clerk = actor_as(CLERK, workplace)
    actor_as(CHAIR, workplace)
    BodySize.objects.create(body=committee, unit_kind=workplace.kind, least=3, source="HD 03")
    begin_term(unit=workplace, facts=facts(committee), by=clerk, at=NOON)

    (line,) = terms_of(workplace, DAY)

    assert (line.ordinal, line.seated, line.source) == ("XVII", 1, "HD 03")
    assert "ít nhất 3" in line.hint
