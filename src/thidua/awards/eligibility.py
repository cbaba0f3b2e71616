"""What speaks against an award, with its reason and the rule behind it.

Only a confirmed rule in force on the day may block. One achievement is not rewarded twice: that
needs a person's judgement, so it warns.
"""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.awards.models import Award, Nomination, NominationStatus, form_of
from thidua.councils.asking import Note
from thidua.org.models import Placement, Tree
from thidua.rulebook.models import Confidence

ONCE_SINCE = date(2024, 1, 1)
"""LAW22-5-2: the law of 2022 came into force."""
ENDED_SINCE = date(2025, 8, 5)
"""AWD-02: from this day a unit that has ended is not commended; before, it only looks odd."""
BLOCKED = "bad"


def notes_for(nominations: Collection[Nomination], day: date) -> dict[int, tuple[Note, ...]]:
    """The notes on each nomination, by its key, with three questions to the database."""
    awards = list(
        Award.objects.filter(nomination__phase__in={one.phase_id for one in nominations})
        .exclude(nomination__in=[one.pk for one in nominations])
        .select_related("nomination", "decision", "kind")
    )
    rivals = list(
        Nomination.objects.filter(phase__in={one.phase_id for one in nominations})
        .exclude(status__in=(NominationStatus.DECLINED, NominationStatus.AWARDED))
        .select_related("kind", "decided_by")
    )
    units = {one.unit_id for one in nominations} | {one.subject_unit_id for one in nominations}
    ended = _ends(units - {None}, day)
    return {
        one.pk: _notes(
            one,
            [award for award in awards if same_subject(award.nomination, one)],
            [other for other in rivals if other.pk != one.pk and same_subject(other, one)],
            ended=_too_late(one, ended),
            day=day,
        )
        for one in nominations
    }


def _ends(units: Collection[int | None], day: date) -> dict[int, date]:
    """The units that stand nowhere on that day, and the day on which each had ended."""
    placed = Placement.objects.filter(tree=Tree.LINE, unit__in=units, starts_on__lte=day)
    ends: dict[int, date] = {}
    for unit, end in placed.values_list("unit_id", "ends_on"):
        ends[unit] = max(ends.get(unit, date.min), end or date.max)
    return {unit: end for unit, end in ends.items() if end <= day}


def _too_late(one: Nomination, ended: Mapping[int, date]) -> bool:
    """Is it about a unit that has ended, or was it begun by one that had ended by then?

    What a unit proposed while it stood is still decided: whoever took over goes on with it.
    """
    begun = timezone.localtime(one.created_at).date()
    return one.subject_unit_id in ended or ended.get(one.unit_id, date.max) <= begun


def notes_on(nomination: Nomination, day: date) -> tuple[Note, ...]:
    """The notes on one nomination."""
    return notes_for([nomination], day)[nomination.pk]


def same_subject(one: Nomination, other: Nomination) -> bool:
    return (one.phase_id, one.person_id, one.subject_unit_id) == (
        other.phase_id,
        other.person_id,
        other.subject_unit_id,
    )


def blocking(notes: Collection[Note]) -> Note | None:
    """The first note that may stop somebody."""
    return next((note for note in notes if note.code == BLOCKED), None)


def _notes(
    one: Nomination, awards: list[Award], rivals: list[Nomination], *, ended: bool, day: date
) -> tuple[Note, ...]:
    notes = [_awarded(award, day) for award in awards]
    notes += [_proposed(other, day) for other in rivals]
    if ended:
        notes.append(_ended(day))
    if one.kind.confidence == Confidence.UNCONFIRMED:
        notes.append(_unconfirmed(one))
    return tuple(notes) or (_clear(),)


def _awarded(award: Award, day: date) -> Note:
    reason = _(
        "Đã được tặng %(kind)s theo %(decision)s ngày %(day)s cho thành tích đợt này. "
        "Hồ sơ phải nêu thành tích khác."
    ) % {
        "kind": form_of(award.kind),
        "decision": award.decision,
        "day": f"{award.decided_on:%d/%m/%Y}",
    }
    return Note("warn", _("Cần xem"), reason, _once_rule(day))


def _proposed(other: Nomination, day: date) -> Note:
    reason = _("Cũng đang được đề nghị %(kind)s của %(unit)s trong đợt này.") % {
        "kind": form_of(other.kind),
        "unit": other.decided_by,
    }
    return Note("warn", _("Cần xem"), reason, _once_rule(day))


def _once_rule(day: date) -> str:
    if day < ONCE_SINCE:
        return ""
    return _("khoản 2 Điều 5 Luật Thi đua, khen thưởng năm 2022 (LAW22-5-2)")


def _ended(day: date) -> Note:
    reason = _("Đơn vị đã kết thúc hoạt động nên không đề nghị, không khen thưởng.")
    if day < ENDED_SINCE:
        return Note("half", _("Hỏi lại"), reason)
    return Note(BLOCKED, _("Không đủ điều kiện"), reason, _("Thông tư 15/2025/TT-BNV (AWD-02)"))


def _unconfirmed(one: Nomination) -> Note:
    reason = _("Thẩm quyền khen %(kind)s của cấp này chưa đối chiếu được văn bản gốc.") % {
        "kind": form_of(one.kind)
    }
    return Note("half", _("Chỉ nhắc"), reason, one.kind.source)


def _clear() -> Note:
    return Note(
        "ok", _("Không thấy vướng mắc"), _("Chưa được khen, chưa đề nghị khác trong đợt này.")
    )
