import re
from datetime import date

import pytest

from documents.papers import submitted
from factories import (
    CHAIR,
    CLERK,
    COMMITTEE,
    DAY,
    KEEPER,
    NOON,
    VICE,
    UserFactory,
    actor_as,
    post_kind,
    user_as,
)
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.documents.actions import sign_document
from thidua.org.actions.delegating import delegate, end_delegation
from thidua.org.actions.giving import leave_post
from thidua.org.actor import Actor
from thidua.org.models import Delegation, EndReason, Post, PostKind
from thidua.org.orders import Letter
from thidua.org.queries.signers import signatories
from thidua.org.rights import Right, Signing

LETTER = Letter(
    letter="GUQ 12 ngày 10/03/2024",
    starts_on=date(2024, 3, 11),
    ends_on=date(2024, 4, 1),
    signs_as=Signing.AUTHORISED,
)
SIGNING = {Right.DOCUMENT_SIGN, Right.REPORT_WRITE}


@pytest.fixture
def chair(province):
    return actor_as(CHAIR, province, "Trần Văn Chủ")


@pytest.fixture
def post(chair):
    return Post.objects.get(person=chair.user.person_id)


@pytest.fixture
def office(province):
    """Somebody of the office of the province, without a right to sign."""
    person = member(province, "Lê Văn Phòng", code="VP1")
    kind = PostKind.objects.create(code="cvp", name="Chánh Văn phòng", rank=45)
    Post.objects.create(person=person, unit=province, kind=kind, starts_on=date(2020, 1, 1))
    return UserFactory(person=person)


def lent(post, user, by, rights=SIGNING, letter=LETTER):
    return delegate(post=post, person=user.person, rights=rights, letter=letter, by=by, at=NOON)


@pytest.mark.parametrize(
    ("signs_as", "line"),
    [(Signing.AUTHORISED, "TUQ. CHỦ TỊCH"), (Signing.BY_ORDER, "TL. BAN THƯỜNG VỤ")],
)
def test_a_paper_signed_by_letter_says_so_above_the_name(
    province, chair, post, office, signs_as, line
):
    letter = Letter(letter="GUQ 12", starts_on=DAY, ends_on=date(2024, 4, 1), signs_as=signs_as)
    lent(post, office, chair, letter=letter)

    paper = sign_document(document=submitted(province), by=Actor.of(office, DAY), at=NOON)

    assert (paper.signature, paper.signer_name) == ([line, "CHÁNH VĂN PHÒNG"], "Lê Văn Phòng")
    told = AuditEvent.objects.get(type="document.signed").data["post"]
    assert told == f"{line}, CHÁNH VĂN PHÒNG (GUQ 12)"


def test_after_the_letter_has_ended_nobody_signs_by_it(province, chair, post, office):
    lent(post, office, chair)
    paper = submitted(province)

    with pytest.raises(Denied):
        sign_document(document=paper, by=Actor.of(office, date(2024, 4, 1)), at=NOON)


def test_the_letter_gives_its_rights_and_no_others(province, chair, post, office):
    lent(post, office, chair, rights={Right.REPORT_WRITE, Right.DOCUMENT_SIGN})

    actor = Actor.of(office, DAY)

    assert actor.can(Right.REPORT_WRITE, province)
    assert not actor.can(Right.AWARD_NOMINATE, province)


def test_the_page_of_a_day_lists_everybody_with_the_lines(client, province, chair, post, office):
    user_as(VICE, province, "Vũ Phó")
    user_as(COMMITTEE, province, "Không Ký")
    lent(post, office, chair)
    client.force_login(chair.user)

    now = client.get("/signers/")
    before = client.get("/signers/", {"day": "10/3/2024"})

    assert [(one.person.name, one.lines) for one in now.context["signers"]] == [
        ("Trần Văn Chủ", ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("Vũ Phó", ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")),
        ("Lê Văn Phòng", ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    ]
    assert "GUQ 12 ngày 10/03/2024" in now.text
    assert len(before.context["signers"]) == 2


def test_the_way_to_a_letter_stands_beside_the_own_post_today(
    client, province, chair, post, office
):
    user_as(VICE, province, "Vũ Phó")
    lent(post, office, chair)
    client.force_login(chair.user)

    today = client.get("/signers/").text
    another_day = client.get("/signers/", {"day": "10/3/2024"}).text

    assert re.findall(r"/posts/\d+/delegate/", today) == [f"/posts/{post.pk}/delegate/"]
    assert "/delegate/" not in another_day


def test_who_signed_long_ago_is_told_as_of_then(province, chair, post):
    Post.objects.filter(pk=post.pk).update(ends_on=date(2023, 6, 1))

    then = signatories(province, date(2023, 5, 31))
    after = signatories(province, date(2023, 6, 1))

    assert [one.person.name for one in then] == ["Trần Văn Chủ"]
    assert after == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rights": {Right.UNIT_MANAGE}}, "đang có"),
        ({"rights": set()}, "đang có"),
        ({"rights": {Right.REPORT_WRITE}}, "phải đi cùng nhau"),
        ({"letter": Letter(letter="1", starts_on=DAY, ends_on=DAY)}, "Thời hạn"),
        (
            {"letter": Letter(letter="1", starts_on=DAY, ends_on=date(2026, 1, 1))},
            "nhiều nhất một năm",
        ),
    ],
)
def test_no_letter_gives_more_than_the_post_has(chair, post, office, change, said):
    with pytest.raises(DomainError, match=said):
        lent(post, office, chair, **change)

    assert not Delegation.objects.exists()


def test_what_was_delegated_is_not_delegated_on(province, chair, post, office):
    lent(post, office, chair)
    other = user_as(COMMITTEE, province)

    with pytest.raises(Denied, match="Chỉ người giữ chức vụ"):
        lent(post, other, Actor.of(office, DAY))


def test_nobody_acts_for_themselves(chair, post):
    with pytest.raises(DomainError, match="chính mình"):
        lent(post, chair.user, chair)


def test_a_superior_writes_a_letter_for_others_and_never_for_themselves(province, workplace):
    superior = actor_as(CHAIR, province, "Vũ Thị Trên")
    holder = Post.objects.get(person=user_as(CHAIR, workplace).person_id)

    with pytest.raises(Denied, match="tự ủy quyền cho mình"):
        lent(holder, superior.user, superior)

    assert not Delegation.objects.exists()
    assert lent(holder, user_as(COMMITTEE, workplace), superior).post == holder


def test_what_keepers_may_do_is_delegated_by_keepers_only(province, workplace):
    kept = Post.objects.get(person=user_as(KEEPER, workplace).person_id)
    helper = user_as(COMMITTEE, workplace)
    letter = Letter(letter="1", starts_on=DAY, ends_on=date(2024, 4, 1))
    rights = {Right.UNIT_MANAGE}

    with pytest.raises(Denied, match="quyền quản trị"):
        lent(kept, helper, actor_as(CHAIR, province), rights, letter)

    assert lent(kept, helper, actor_as(KEEPER, province), rights, letter).person == helper.person


@pytest.mark.parametrize("who", ["holder", "delegate", "above", "clerk"])
def test_a_letter_is_stopped_by_those_concerned(province, workplace, who):
    holder = actor_as(CHAIR, workplace)
    helper = user_as(COMMITTEE, workplace)
    row = lent(
        Post.objects.get(person=holder.user.person_id),
        helper,
        holder,
        rights={Right.REPORT_WRITE},
        letter=Letter(letter="1", starts_on=date(2024, 3, 1), ends_on=date(2024, 4, 1)),
    )
    by = {
        "holder": holder,
        "delegate": Actor.of(helper, DAY),
        "above": actor_as(CHAIR, province),
        "clerk": actor_as(CLERK, workplace),
    }[who]

    if who == "clerk":
        with pytest.raises(Denied):
            end_delegation(delegation=row, by=by, at=NOON)
        return
    end_delegation(delegation=row, by=by, at=NOON)
    row.refresh_from_db()
    assert row.ends_on == DAY
    assert not Actor.of(helper, DAY).can(Right.REPORT_WRITE, workplace)


def test_a_letter_that_has_not_begun_is_taken_back_whole(chair, post, office):
    later = Letter(
        letter="1", starts_on=date(2024, 4, 1), ends_on=date(2024, 5, 1), signs_as=Signing.BY_ORDER
    )
    row = lent(post, office, chair, letter=later)

    end_delegation(delegation=row, by=chair, at=NOON)

    assert not Delegation.objects.exists()


def test_the_holder_writes_the_letter_on_the_screen_and_both_pages_show_it(
    client, province, chair, post, office
):
    client.force_login(chair.user)
    typed = {
        "person": "vp1",
        "letter": "GUQ 12",
        "starts_on": "15/3/2024",
        "last_on": "31/3/2024",
        "rights": ["document.sign", "report.write"],
        "signs_as": "authorised",
    }

    answer = client.post(f"/posts/{post.pk}/delegate/", typed)

    row = Delegation.objects.get()
    assert answer.status_code == 302
    assert (row.ends_on, row.signs_as) == (date(2024, 4, 1), "authorised")
    assert "Ủy quyền cho Lê Văn Phòng" in client.get(f"/people/{post.person_id}/").text
    assert "Được Trần Văn Chủ, " in client.get(f"/people/{office.person_id}/").text


def test_the_post_ends_and_the_letter_signs_no_more(province, chair, post, office):
    lent(post, office, chair)
    keeper = actor_as("keeper", province)
    leave_post(post=post, on=DAY, end_reason=EndReason.TERM_OVER, by=keeper, at=NOON)

    assert signatories(province, DAY) == []


def test_a_kind_that_signs_by_order_prints_its_own_line(province):
    kind = PostKind.objects.create(
        code="tb",
        name="Trưởng Ban Tổ chức",
        rights=[Right.DOCUMENT_SIGN],
        signs_as=Signing.BY_ORDER,
    )
    person = member(province, "Lê An")
    Post.objects.create(person=person, unit=province, kind=kind, starts_on=DAY)

    assert signatories(province, DAY)[0].lines == ("TL. BAN THƯỜNG VỤ", "TRƯỞNG BAN TỔ CHỨC")


def test_a_kind_that_signs_by_authority_names_the_head(province, chair):
    kind = post_kind("officer")
    kind.signs_as, kind.rights = Signing.AUTHORISED, [*kind.rights, Right.DOCUMENT_SIGN]
    kind.save(update_fields=["signs_as", "rights"])
    user_as("officer", province)

    lines = [one.lines for one in signatories(province, DAY)]

    assert ("TUQ. CHỦ TỊCH", "CÁN BỘ CHUYÊN TRÁCH") in lines
