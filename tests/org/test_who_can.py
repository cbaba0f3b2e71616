"""The line that says with whom something waits names whoever acts by a letter, too."""

from datetime import timedelta

from factories import CHAIR, CLERK, DAY, VICE, user_as
from org.people_cases import member
from thidua.org.models import Delegation, Post
from thidua.org.queries.keeping_work import who_can
from thidua.org.rights import Right


def lent(post, person, *rights, until=DAY + timedelta(days=10)):
    return Delegation.objects.create(
        post=post,
        person=person,
        rights=list(rights),
        letter="GUQ 12",
        starts_on=DAY - timedelta(days=1),
        ends_on=until,
    )


def test_who_may_sign_is_followed_by_who_signs_by_a_letter(province):
    chair = Post.objects.get(person=user_as(CHAIR, province, "Trần Văn Chủ").person)
    office = member(province, "Lê Văn Phòng")
    lent(chair, office, Right.DOCUMENT_SIGN)
    lent(chair, member(province, "Lê Văn Khác"), Right.REPORT_WRITE)
    lent(chair, member(province, "Lê Văn Cũ"), Right.DOCUMENT_SIGN, until=DAY)

    named = who_can(Right.DOCUMENT_SIGN, province, DAY)

    assert named == [
        f"Trần Văn Chủ ({chair.kind.name})",
        "Lê Văn Phòng (được Trần Văn Chủ ủy quyền)",
    ]


def test_daily_work_lies_with_the_lowest_post_that_may_do_it(province):
    user_as(VICE, province, "Đỗ Thị Phó")
    user_as(CLERK, province, "Văn Thư")

    assert [one.split(" (")[0] for one in who_can(Right.DOCUMENT_ISSUE, province, DAY)] == [
        "Văn Thư"
    ]
