"""Acting for the holder of a post, by a letter, for some days."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Delegation, Person, Post
from thidua.org.orders import Letter
from thidua.org.policies.giving import may_delegate_to, may_end_delegation
from thidua.org.rights import Right, Signing

LONGEST = timedelta(days=366)
"""A letter of delegation is limited in time; for longer, somebody is given the post."""


@transaction.atomic
def delegate(
    *,
    post: Post,
    person: Person,
    rights: Collection[Right],
    letter: Letter,
    by: Actor,
    at: datetime,
) -> Delegation:
    """Let `person` use some rights of `post`: `DomainError` for more than it has, or for longer."""
    rows = Post.objects.select_for_update(of=("self",)).select_related("unit", "kind", "person")
    post = rows.get(pk=post.pk)
    require(may_delegate_to(by, post, person))
    _check(post, person, rights, letter)
    end = min(letter.ends_on, post.ends_on) if post.ends_on else letter.ends_on
    row = Delegation.objects.create(
        post=post,
        person=person,
        rights=sorted(rights),
        signs_as=letter.signs_as,
        letter=letter.letter,
        starts_on=letter.starts_on,
        ends_on=end,
    )
    record(
        "delegation.given",
        on=row,
        by=by,
        unit=post.unit,
        at=at,
        about=person.name,
        holder=post.person.name,
        post=post.kind.name,
        letter=letter.letter,
        day=letter.starts_on.isoformat(),
        until=end.isoformat(),
    )
    return row


@transaction.atomic
def end_delegation(*, delegation: Delegation, by: Actor, at: datetime) -> Delegation:
    """From now on it gives nothing. One that begins today or later is taken back altogether."""
    rows = Delegation.objects.select_for_update(of=("self",)).select_related(
        "person", "post__unit", "post__person", "post__kind"
    )
    row = rows.get(pk=delegation.pk)
    require(may_end_delegation(by, row))
    record(
        "delegation.ended",
        on=row,
        by=by,
        unit=row.post.unit,
        at=at,
        about=row.person.name,
        holder=row.post.person.name,
        letter=row.letter,
    )
    if row.starts_on >= by.day:
        row.delete()
        return row
    row.ends_on = by.day
    row.save(update_fields=["ends_on"])
    return row


def _check(post: Post, person: Person, rights: Collection[Right], letter: Letter) -> None:
    if person.pk == post.person_id:
        raise DomainError(
            _("Người giữ chức vụ không ủy quyền cho chính mình được. Hãy chọn người khác.")
        )
    if person.merged_into_id or person.anonymised_on:
        raise DomainError(
            _("Hồ sơ người được ủy quyền đã được gộp hoặc ẩn danh. Hãy chọn người khác.")
        )
    if not rights or not post.kind.grants().issuperset(rights):
        raise DomainError(
            _("Chỉ ủy quyền được những quyền chức vụ này đang có, ít nhất một quyền.")
        )
    if letter.ends_on <= letter.starts_on or letter.starts_on < post.starts_on:
        raise DomainError(_("Thời hạn ủy quyền chưa đúng: hãy xem lại từ ngày, đến ngày."))
    if letter.ends_on - letter.starts_on > LONGEST:
        raise DomainError(
            _("Giấy ủy quyền có thời hạn nhiều nhất một năm. Cần lâu hơn thì giao chức vụ.")
        )
    if post.ends_on and letter.starts_on >= post.ends_on:
        raise DomainError(_("Chức vụ đã thôi giữ trước ngày ủy quyền bắt đầu."))
    _check_signing(post, rights, letter)


def _check_signing(post: Post, rights: Collection[Right], letter: Letter) -> None:
    signs = Right.DOCUMENT_SIGN in rights
    if signs != (letter.signs_as != Signing.NONE):
        raise DomainError(
            _(
                "Quyền duyệt ký và tư cách ký TL. hoặc TUQ. phải đi cùng nhau. Hãy chọn cả "
                "hai hoặc bỏ cả hai."
            )
        )
    if signs and post.kind.signs_as not in {Signing.HEAD, Signing.DEPUTY}:
        raise DomainError(_("Chức vụ này không ký thay mặt nên không ủy quyền ký được."))
