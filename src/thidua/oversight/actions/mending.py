"""Lines that somebody has to look at: correcting, deciding, one by one or all that are alike."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.oversight.importing.judge import Judge
from thidua.oversight.importing.offers import common_words, with_names_near
from thidua.oversight.importing.rows import NOTED, judged_again, noted, twins_beside
from thidua.oversight.models import LEAVE, Decision, Import, ImportMending, ImportRow, RowState
from thidua.oversight.policies.importing import may_import, may_mend
from thidua.oversight.queries.importing import OPEN, troubled

HANDFUL = 500


@transaction.atomic
def mend_row(
    *, row: ImportRow, typed: Mapping[str, str], decision: str, by: Actor, at: datetime
) -> ImportRow:
    """Type cells anew or say who it is; the line is judged again at once."""
    owner = _locked(row.owner_id, by)
    row = owner.rows.select_for_update().get(pk=row.pk)
    _require_open(row)
    if typed:
        row.decision = Decision.NONE
    row.typed = {key: text for key, text in {**row.typed, **typed}.items() if text.strip()}
    row.decision = decision or row.decision
    _Bench(owner, [row.pk], by).judge([row])
    record("import.row_mended", on=owner, by=by, unit=owner.unit, at=at, line=row.number)
    return row


@transaction.atomic
def leave_out(*, row: ImportRow, by: Actor, at: datetime) -> ImportRow:
    """Say that a line is not to be taken over."""
    owner = _locked(row.owner_id, by)
    row = owner.rows.select_for_update().get(pk=row.pk)
    _require_open(row)
    row.state = RowState.LEFT_OUT
    row.save(update_fields=["state"])
    record("import.row_left_out", on=owner, by=by, unit=owner.unit, at=at, line=row.number)
    return row


@transaction.atomic
def take_in_again(*, row: ImportRow, by: Actor, at: datetime) -> ImportRow:
    """Think again about a line that was left out, mended or decided."""
    owner = _locked(row.owner_id, by)
    row = owner.rows.select_for_update().get(pk=row.pk)
    if row.state not in {RowState.LEFT_OUT, RowState.MENDED} or row.made:
        raise DomainError(_("Chỉ mở lại được dòng đã bỏ hoặc đã sửa mà chưa nhập."))
    row.decision = Decision.NONE
    _Bench(owner, [row.pk], by).judge([row])
    record("import.row_reopened", on=owner, by=by, unit=owner.unit, at=at, line=row.number)
    return row


@transaction.atomic
def take_all_in_again(*, owner: Import, by: Actor, at: datetime) -> int:
    """The same for every line that was left out; how many."""
    owner = _locked(owner.pk, by)
    left = owner.rows.filter(state=RowState.LEFT_OUT, made__isnull=True)
    keys = list(left.order_by("number").values_list("pk", flat=True))
    bench = _Bench(owner, keys, by)
    for rows in _handfuls(owner, keys):
        for row in rows:
            row.decision = Decision.NONE
        bench.judge(rows)
    record("import.all_reopened", on=owner, by=by, unit=owner.unit, at=at, lines=len(keys))
    return len(keys)


@transaction.atomic
def mend_alike(
    *,
    owner: Import,
    code: str,
    about: str | None,
    field: str = "",
    typed: str = "",
    decision: str = "",
    by: Actor,
    at: datetime,
) -> int:
    """Write a cell or decide in every line with the same problem; how many lines there were.

    `about` None means whatever was typed. Refused where the cell stays wrong in every line.
    """
    owner = _locked(owner.pk, by)
    mending = _begun(owner, code, about, field=field, typed=typed.strip(), decision=decision)
    keys = [pk for pk, _before in mending.lines]
    bench = _Bench(owner, keys, by)
    wrong: list[str] = []
    for rows in _handfuls(owner, keys):
        for row in rows:
            _write(row, mending, mending.typed, mending.decision)
        bench.judge(rows)
        wrong += filter(None, (_wrong_at(field, row) for row in rows))
    if keys and len(wrong) == len(keys):
        raise DomainError(wrong[0])
    record("import.alike_mended", on=owner, by=by, unit=owner.unit, at=at, lines=len(keys))
    return len(keys)


@transaction.atomic
def leave_alike_out(*, owner: Import, code: str, about: str | None, by: Actor, at: datetime) -> int:
    """Leave out every line with the same problem; how many."""
    owner = _locked(owner.pk, by)
    _begun(owner, code, about, decision=LEAVE)
    count = _alike(owner, code, about).update(state=RowState.LEFT_OUT)
    record("import.alike_left_out", on=owner, by=by, unit=owner.unit, at=at, lines=count)
    return count


@transaction.atomic
def take_mending_back(*, mending: ImportMending, by: Actor, at: datetime) -> int:
    """Everything as it was before the same was said of many lines; for how many it was taken back.

    Lines about which something else was said since stay as they are.
    """
    owner = _locked(mending.owner_id, by)
    before = dict(mending.lines)
    held = _handfuls(owner, list(before))
    keys = [row.pk for rows in held for row in rows if _is_still_so(row, mending)]
    bench = _Bench(owner, keys, by)
    for rows in _handfuls(owner, keys):
        if mending.decision != LEAVE:
            for row in rows:
                _write(row, mending, before[row.pk], before[row.pk])
        bench.judge(rows)
    mending.delete()
    record("import.alike_taken_back", on=owner, by=by, unit=owner.unit, at=at, lines=len(keys))
    return len(keys)


def tell_lines_taken(*, owner: Import, by: Actor, at: datetime) -> None:
    """Lines about people leave the system: nothing changes, but it is written down (PDP-10)."""
    require(may_import(by, owner.unit, owner.kind))
    record("import.lines_taken", on=owner, by=by, unit=owner.unit, at=at)


@transaction.atomic
def read_again(
    *, owner: Import, lines: Mapping[int, Mapping[str, str]], by: Actor, at: datetime
) -> int:
    """Lines corrected in Excel take the place of the same lines here; how many were found."""
    owner = _locked(owner.pk, by)
    found = troubled(owner).filter(number__in=list(lines))
    keys = list(found.order_by("number").values_list("pk", flat=True))
    bench = _Bench(owner, keys, by)
    for rows in _handfuls(owner, keys):
        for row in rows:
            row.typed, row.decision = dict(lines[row.number]), Decision.NONE
        bench.judge(rows)
    record("import.read_again", on=owner, by=by, unit=owner.unit, at=at, lines=len(keys))
    return len(keys)


def _begun(owner: Import, code: str, about: str | None, **told: str) -> ImportMending:
    """Note what is about to be said of all lines with the problem, and what they hold now."""
    mending = ImportMending(owner=owner, **told)
    rows = _alike(owner, code, about)
    first = rows.order_by("number").first()
    if first:
        mending.said = common_words(first.problems[0], anything=about is None)
        held = rows.only("typed", "decision").order_by("number").iterator(HANDFUL)
        mending.lines = [[row.pk, _holds(row, mending)] for row in held]
        mending.save()
    return mending


def _holds(row: ImportRow, mending: ImportMending) -> str:
    """What stands in the place that the mending writes."""
    return row.typed.get(mending.field, "") if mending.field else row.decision


def _write(row: ImportRow, mending: ImportMending, typed: str, decision: str) -> None:
    """Into that place; the caller has the row judged, which saves it."""
    if mending.field:
        told = {**row.typed, mending.field: typed}
        row.typed = {key: text for key, text in told.items() if text.strip()}
    else:
        row.decision = decision


def _wrong_at(field: str, row: ImportRow) -> str:
    """What is still wrong with the cell that was written, in words."""
    told = (with_names_near(one) for one in row.problems if field and one["field"] == field)
    return next(told, "")


def _is_still_so(row: ImportRow, mending: ImportMending) -> bool:
    if mending.decision == LEAVE:
        return row.state == RowState.LEFT_OUT
    wrote = mending.typed if mending.field else mending.decision
    return row.state in {*OPEN, RowState.MENDED} and _holds(row, mending) == wrote


def _handfuls(owner: Import, keys: Sequence[int]) -> Iterator[list[ImportRow]]:
    for start in range(0, len(keys), HANDFUL):
        rows = owner.rows.select_for_update().filter(pk__in=keys[start : start + HANDFUL])
        yield list(rows.order_by("number"))


def _alike(owner: Import, code: str, about: str | None) -> QuerySet[ImportRow]:
    rows = troubled(owner).filter(code=code)
    return rows if about is None else rows.filter(about=about)


class _Bench:
    """Judges the rows `keys` anew, beside each other and beside all other lines of the file."""

    def __init__(self, owner: Import, keys: Sequence[int], by: Actor) -> None:
        self._owner, self._day, self._judge = owner, by.day, Judge(owner, by.day)
        self._twins = twins_beside(owner, set(keys), self._judge, by.day)

    def judge(self, rows: list[ImportRow]) -> None:
        for row, one in judged_again(self._owner, rows, self._judge, self._day, self._twins):
            noted(row, one)
        ImportRow.objects.bulk_update(rows, NOTED, batch_size=100)


def _require_open(row: ImportRow) -> None:
    if row.state not in OPEN:
        raise DomainError(_("Dòng này đã được xử lý."))


def _locked(pk: int, by: Actor) -> Import:
    owner = Import.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pk)
    require(may_mend(by, owner))
    return owner
