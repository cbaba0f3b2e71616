"""Taking in a list: choose, map, take over, undo. Long work is done behind the scenes."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import not_now, require
from thidua.files.actions import keep
from thidua.files.queries import content_of
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies import may_manage
from thidua.oversight.importing.looking import look
from thidua.oversight.importing.refusals import Refused
from thidua.oversight.jobs import importing as jobs
from thidua.oversight.models import Import, ImportState
from thidua.oversight.policies.importing import may_become, may_give_up, may_import
from thidua.oversight.queries.importing import last_mapping

LOOKED = ["sheet", "sheets", "notes", "sample", "headings", "columns", "first_row"]
MEDIA_TYPE = "application/octet-stream"


def begin_import(
    *, unit: Unit, kind: str, data: bytes, filename: str, day: date, by: Actor, at: datetime
) -> Import:
    """Keep the file and guess its columns. Raises `DomainError` for what is no list.

    The file is opened before the transaction: a heavy one takes a minute to be refused, and nobody
    else is to wait for it.
    """
    require(may_import(by, unit, kind))
    owner = Import(
        unit=unit,
        kind=kind,
        filename=filename[-255:],
        day=day,
        below=bool(may_manage(by, unit)),
        started_by=by.user,
        started_at=at,
    )
    _look(owner, data)
    with transaction.atomic():
        owner.file = keep(data=data, media_type=MEDIA_TYPE, unit=unit, at=at)
        owner.save(force_insert=True)
        record("import.begun", on=owner, by=by, unit=unit, at=at, kind=kind, file=owner.filename)
    return owner


def _look(owner: Import, data: bytes) -> None:
    try:
        look(owner, data, last_mapping(owner))
    except Refused as refusal:
        raise DomainError(str(refusal)) from refusal


def choose_sheet(*, owner: Import, sheet: str, by: Actor) -> Import:
    """Look at another sheet of the file; what was chosen for the columns is guessed anew.

    Like in `begin_import` the file is opened first. Its bytes never change, so what was seen is
    written down if the list still waits for its columns.
    """
    require(may_import(by, owner.unit, owner.kind))
    owner.sheet = sheet if sheet in owner.sheets else owner.sheet
    _look(owner, content_of(owner.file))
    with transaction.atomic():
        if _locked(owner).state != ImportState.MAPPING:
            raise DomainError(_("Chỉ đổi được trang tính trước khi kiểm tra."))
        owner.save(update_fields=LOOKED)
    return owner


@transaction.atomic
def map_columns(
    *, owner: Import, columns: Sequence[str], first_row: int, day: date, by: Actor, at: datetime
) -> Import:
    """Say what each column is and have the file checked; a former check is forgotten."""
    owner = _locked(owner)
    require(may_become(by, owner, ImportState.CHECKING))
    owner.columns, owner.first_row, owner.day = list(columns), first_row, day
    owner.save(update_fields=["columns", "first_row", "day"])
    _start(owner, ImportState.CHECKING)
    record("import.mapped", on=owner, by=by, unit=owner.unit, at=at)
    return owner


@transaction.atomic
def map_again(*, owner: Import, by: Actor) -> Import:
    """Go back to the columns."""
    owner = _locked(owner)
    require(may_become(by, owner, ImportState.MAPPING))
    owner.state, owner.problem = ImportState.MAPPING, ""
    owner.save(update_fields=["state", "problem"])
    return owner


@transaction.atomic
def apply_import(*, owner: Import, by: Actor, at: datetime) -> Import:
    """Take over everything that is in order; what somebody still has to look at stays listed."""
    owner = _locked(owner)
    require(may_become(by, owner, ImportState.APPLYING))
    if not jobs.waiting_lines(owner):
        require(not_now(_("Không có dòng nào chờ nhập.")))
    owner.applied_by, owner.applied_at = by.user, at
    owner.save(update_fields=["applied_by", "applied_at"])
    _start(owner, ImportState.APPLYING)
    record("import.applied", on=owner, by=by, unit=owner.unit, at=at, **owner.counts)
    return owner


@transaction.atomic
def undo_import(*, owner: Import, by: Actor, at: datetime) -> Import:
    """Take back all of it, except lines on which something new hangs."""
    owner = _locked(owner)
    require(may_become(by, owner, ImportState.UNDOING))
    return _undo(owner, by, at)


def _undo(owner: Import, by: Actor, at: datetime) -> Import:
    owner.undone_by, owner.undone_at = by.user, at
    owner.save(update_fields=["undone_by", "undone_at"])
    _start(owner, ImportState.UNDOING)
    record("import.undone", on=owner, by=by, unit=owner.unit, at=at)
    return owner


@transaction.atomic
def drop_import(*, owner: Import, by: Actor, at: datetime) -> Import:
    """Forget a list nothing was taken over from; its lines are deleted."""
    owner = _locked(owner)
    require(may_become(by, owner, ImportState.DROPPED))
    return _drop(owner, by, at)


def _drop(owner: Import, by: Actor, at: datetime) -> Import:
    owner.parts.all().delete()
    owner.rows.all().delete()
    owner.mendings.all().delete()
    owner.state = ImportState.DROPPED
    owner.save(update_fields=["state"])
    record("import.dropped", on=owner, by=by, unit=owner.unit, at=at)
    return owner


@transaction.atomic
def go_on(*, owner: Import, by: Actor, at: datetime) -> Import:
    """Begin the job again whose worker is silent; what it has done stays done."""
    owner = _locked(owner)
    require(may_import(by, owner.unit, owner.kind))
    if not owner.working:
        raise DomainError(_("Không còn việc nào đang dở với tệp này."))
    if not owner.is_lost(at):
        raise DomainError(_("Việc này vẫn đang chạy, không phải bấm làm tiếp."))
    record("import.resumed", on=owner, by=by, unit=owner.unit, at=at)
    jobs.JOBS[ImportState(owner.state)].enqueue(owner.pk)
    return owner


@transaction.atomic
def give_up(*, owner: Import, by: Actor, at: datetime) -> Import:
    """Stop a job that broke off: nothing read stays, what was taken over is taken back.

    Where taking back itself broke off, the import stands as taken over again and says so; the rest
    can be taken back another day.
    """
    owner = _locked(owner)
    require(may_give_up(by, owner, at))
    record("import.given_up", on=owner, by=by, unit=owner.unit, at=at)
    if owner.state == ImportState.CHECKING:
        return _drop(owner, by, at)
    if owner.state == ImportState.APPLYING:
        return _undo(owner, by, at)
    owner.state, owner.beat_at = ImportState.DONE, None
    owner.problem = _(
        "Lần hoàn tác này dừng giữa chừng: một phần đã lấy lại, phần còn lại vẫn giữ."
    )
    owner.save(update_fields=["state", "beat_at", "problem"])
    return owner


def _start(owner: Import, state: ImportState) -> None:
    owner.state, owner.done, owner.beat_at, owner.problem = state, 0, None, ""
    owner.total = 0 if state == ImportState.CHECKING else jobs.lines_for(owner, state)
    owner.save(update_fields=["state", "done", "beat_at", "problem", "total"])
    owner.mendings.all().delete()
    jobs.JOBS[state].enqueue(owner.pk)


def _locked(owner: Import) -> Import:
    return (
        Import.objects.select_for_update(of=("self",))
        .select_related("unit", "file")
        .get(pk=owner.pk)
    )
