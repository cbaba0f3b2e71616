"""A member signs on a phone without an account, and may take it back with the private link."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.documents.naming import folded
from thidua.org.actor import HeldPost
from thidua.org.models import Person, User
from thidua.pledges import policies, queries
from thidua.pledges.models import Pledge, PledgeState, Sheet, SheetCode, Way
from thidua.pledges.roll import Given, find

RECEIPT = 32


class AlreadySigned(DomainError):
    """The person counts already, or the entry waits already: nothing was written."""

    def __init__(self, reason: str, *, fitted: bool) -> None:
        self.fitted = fitted
        super().__init__(reason)


NOBODY = User(username="tu-ky", person=Person(name="Đoàn viên tự ký"))
"""How the log calls whoever signs without an account."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody without an account, on a day."""

    day: date
    user: User = NOBODY
    posts: tuple[HeldPost, ...] = ()


def sign(*, code: SheetCode, given: Given, deed: str, once: str, at: datetime) -> Pledge:
    """Count the member whom `given` tells apart; anybody else waits for the leader.

    No lock on the sheet: hundreds of phones sign in the same minutes, and the database itself
    counts a person once. Whoever signs in the very moment of closing may still be counted.
    `once` names the page that was signed: sent again, by a double press or after a lost answer,
    the pledge that stands is the answer, and its link too.
    """
    day = timezone.localtime(at).date()
    require(policies.may_sign(code, day))
    person = find(given, code.sheet.unit_id, day)
    receipt = _receipt(code.sheet, given, once)
    try:
        return _keep(code.sheet, person, given, deed, receipt, at)
    except IntegrityError:
        known = Pledge.objects.filter(receipt=receipt).first()
    if known is None:
        raise AlreadySigned(_signed_before(code.sheet, person), fitted=person is not None)
    if known.state in queries.ALIVE:
        return known
    # Signed on this page, taken back, and signed again on it.
    return sign(code=code, given=given, deed=deed, once=get_random_string(RECEIPT), at=at)


@transaction.atomic
def _keep(
    sheet: Sheet, person: int | None, given: Given, deed: str, receipt: str, at: datetime
) -> Pledge:
    pledge = Pledge.objects.create(
        sheet=sheet,
        person_id=person,
        way=Way.SELF,
        state=PledgeState.COUNTED if person else PledgeState.WAITING,
        given=given.shown,
        given_fold=folded(given.shown),
        deed=deed,
        signed_at=at,
        receipt=receipt,
    )
    _noted("pledges.signed", pledge, sheet, at)
    return pledge


@transaction.atomic
def withdraw(*, pledge: Pledge, at: datetime) -> Pledge:
    """The signer takes the pledge back; the row stays, with nothing of the deed."""
    pledge = (
        Pledge.objects.select_for_update(of=("self",)).select_related("sheet").get(pk=pledge.pk)
    )
    require(policies.may_withdraw(pledge))
    pledge.state = PledgeState.WITHDRAWN
    pledge.settled_at = at
    pledge.deed = ""
    pledge.save(update_fields=["state", "settled_at", "deed"])
    _noted("pledges.withdrawn", pledge, pledge.sheet, at)
    return pledge


def _receipt(sheet: Sheet, given: Given, once: str) -> str:
    """The same for the same page and entry, and guessed by nobody who lacks the page."""
    page = once or get_random_string(RECEIPT)
    return salted_hmac("pledge", f"{sheet.pk}|{page}|{given.key}", algorithm="sha256").hexdigest()[
        :RECEIPT
    ]


def _signed_before(sheet: Sheet, person: int | None) -> str:
    """When, and no more: whoever reads it may be somebody else."""
    if person is None:
        return _(
            "Tên này đã được gửi và đang chờ tổ trưởng đối chiếu nên không cần gửi lại. "
            "Lần này không ghi thêm."
        )
    known = queries.already_counted(sheet, [person]).get(person)
    if known is None:
        return _("Vừa có thay đổi cùng lúc nên lần này chưa ghi. Hãy bấm ký lần nữa.")
    if known.way == Way.RECORDED:
        words = {"day": vn_date(known.signed_at)}
        return (
            _(
                "Giao ước này đã được ghi nhận theo danh sách ký trên giấy ngày %(day)s. "
                "Mỗi người ký một lần nên lần này không ghi thêm."
            )
            % words
        )
    signed = timezone.localtime(known.signed_at)
    return _(
        "Giao ước này đã ký lúc %(time)s ngày %(day)s. "
        "Mỗi người ký một lần nên lần này không ghi thêm."
    ) % {"time": f"{signed:%H:%M}", "day": vn_date(signed)}


def _noted(event: str, pledge: Pledge, sheet: Sheet, at: datetime) -> None:
    signer = Signer(timezone.localtime(at).date())
    record(event, on=pledge, by=signer, unit=sheet, at=at, sheet=sheet.pk)
