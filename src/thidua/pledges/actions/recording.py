"""The leader records a list that was signed on paper: all of it, or nothing."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.files.actions import keep_picture
from thidua.org.actor import Actor
from thidua.org.models import Person
from thidua.pledges import policies, queries
from thidua.pledges.actions.opening import locked
from thidua.pledges.actions.signing import RECEIPT
from thidua.pledges.models import Pledge, PledgeState, Sheet, SignedList, Way
from thidua.pledges.roll import Lines


class NotAsListed(DomainError):
    """Lines that name nobody, several people, or somebody twice; `lines` says it of each."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)
        super().__init__(" ".join(lines))


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a list: how many were added, how many had signed before."""

    signed_list: SignedList
    added: int
    known: int


def read_lines(typed: Sequence[str], members: Collection[Person]) -> list[int]:
    """The members whom the lines of a list mean; raises `NotAsListed`, with a sentence per line."""
    lines = Lines(members)
    faults: list[str] = []
    meant: dict[int, int] = {}
    for number, line in enumerate(typed, 1):
        found = lines.meant_by(line)
        words = {"number": number, "line": line}
        if not found:
            faults.append(_("Dòng %(number)s “%(line)s”: không có trong danh sách.") % words)
        elif len(found) > 1:
            faults.append(
                _("Dòng %(number)s “%(line)s”: danh sách có %(count)s người, hãy ghi mã.")
                % (words | {"count": len(found)})
            )
        elif (before := meant.setdefault(found[0].pk, number)) != number:
            faults.append(
                _("Dòng %(number)s “%(line)s”: người này đã ở dòng %(before)s.")
                % (words | {"before": before})
            )
    if faults:
        raise NotAsListed(faults)
    return list(meant)


@transaction.atomic
def record_list(
    *,
    sheet: Sheet,
    persons: Sequence[int],
    signed_on: date,
    picture: tuple[bytes, str],
    once: str = "",
    by: Actor,
    at: datetime,
) -> Recorded:
    """Count everybody on the list, under its photograph; who has signed before stays as they are.

    `persons` must be members whose names `by` may see, each once. `once` names the page: pressed
    again there, the list that was recorded is the answer.
    """
    sheet = locked(sheet)
    require(policies.may_record(by, sheet))
    key = f"{by.user.pk}.{once}" if once else None
    before = SignedList.objects.filter(once=key).first() if key else None
    if before is not None:
        return Recorded(before, before.pledges.count(), 0)
    _require_listed(sheet, persons, by)
    _require_day(sheet, signed_on, by.day)
    known = queries.already_counted(sheet, persons)
    fresh = [person for person in persons if person not in known]
    if not fresh:
        raise DomainError(_("Tất cả những người này đã ký từ trước, không có gì để ghi nhận thêm."))
    signed_list = SignedList.objects.create(
        sheet=sheet,
        picture=keep_picture(data=picture[0], filename=picture[1], unit=sheet.unit, by=by, at=at),
        signed_on=signed_on,
        recorded_by=by.user,
        recorded_at=at,
        once=key,
    )
    added = _count(signed_list, fresh)
    record("pledges.recorded", on=signed_list, by=by, unit=sheet.unit, at=at, added=added)
    return Recorded(signed_list, added, len(persons) - added)


def _count(signed_list: SignedList, persons: Sequence[int]) -> int:
    """How many the list adds: whoever signs on a phone in this very moment stays as they are."""
    rows = [_pledge(signed_list, person) for person in persons]
    Pledge.objects.bulk_create(rows, ignore_conflicts=True)
    return signed_list.pledges.count()


def _pledge(signed_list: SignedList, person: int) -> Pledge:
    midnight = timezone.make_aware(datetime.combine(signed_list.signed_on, time.min))
    return Pledge(
        sheet_id=signed_list.sheet_id,
        person_id=person,
        way=Way.RECORDED,
        state=PledgeState.COUNTED,
        signed_at=midnight,
        signed_list=signed_list,
        receipt=get_random_string(RECEIPT),
    )


def _require_listed(sheet: Sheet, persons: Sequence[int], by: Actor) -> None:
    if not persons:
        raise DomainError(_("Chưa chọn người nào trong danh sách."))
    if [person for person, times in Counter(persons).items() if times > 1]:
        raise DomainError(_("Có người được chọn hai lần. Hãy chọn lại, mỗi người một lần."))
    listed = set(queries.members_for(by, sheet).values_list("pk", flat=True))
    strangers = len(set(persons) - listed)
    if strangers:
        raise DomainError(
            ngettext(
                "%(count)s người được chọn không có trong danh sách đoàn viên bạn được ghi nhận.",
                "%(count)s người được chọn không có trong danh sách đoàn viên bạn được ghi nhận.",
                strangers,
            )
            % {"count": strangers}
        )


def _require_day(sheet: Sheet, signed_on: date, today: date) -> None:
    first, last = sheet.phase.starts_on, min(sheet.closes_on, today)
    if not first <= signed_on <= last:
        raise DomainError(
            _("Ngày ký trên giấy %(day)s phải từ %(first)s đến %(last)s. Hãy xem lại ngày.")
            % {"day": vn_date(signed_on), "first": vn_date(first), "last": vn_date(last)}
        )
