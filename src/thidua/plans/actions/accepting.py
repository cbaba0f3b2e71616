"""The officer says what a file is: our issued plan, our draft, or a superior's paper."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.documents.models import Document, FileRole, Reading, ReadingStatus
from thidua.documents.naming import folded
from thidua.documents.queries import units_above
from thidua.files.queries import content_of
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import policies
from thidua.plans.actions.intake import locked
from thidua.plans.actions.rows import link_citations, write_clauses, write_structure
from thidua.plans.actions.teaching import remember
from thidua.plans.models import PARTS, Plan
from thidua.plans.structure import disordered, is_plan
from thidua.plans.understanding import Understood, understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the officer confirmed of the paper's head, as printed."""

    type_name: str
    title: str
    full_number: str = ""
    number: int | None = None
    symbol: str = ""
    place: str = ""
    issuer_name: str
    parent_name: str = ""
    signer_name: str = ""


@transaction.atomic
def accept_as_issued(
    *, reading: Reading, head: Head, dated: date, by: Actor, at: datetime
) -> Document:
    """Our own plan from before: kept under the number, day and signer it bears, frozen at once.

    Raises `DomainError` when its number belongs to another paper in the book of its year.
    """
    reading, now = _ready(reading, by, dated)
    paper = documents.enter_issued(
        unit=reading.unit,
        type_name=head.type_name,
        title=head.title,
        number=head.number,
        full_number=head.full_number,
        symbol=head.symbol,
        place=head.place,
        issuer_name=head.issuer_name,
        parent_name=head.parent_name,
        dated=dated,
        signer_name=head.signer_name,
        signature=_signature(now),
        recipients=list(now.reading.recipients),
        by=by,
        at=at,
    )
    _write_plan(paper, now, reading, by, at)
    return _accepted(reading, now, paper, by, at)


@transaction.atomic
def accept_as_draft(*, reading: Reading, head: Head, by: Actor, at: datetime) -> Document:
    """Our own plan that is still to be signed. A number and day in the file are left aside."""
    reading, now = _ready(reading, by, None)
    paper = documents.create_draft(
        unit=reading.unit,
        type_name=head.type_name,
        title=head.title,
        symbol=head.symbol,
        place=head.place,
        issuer_name=head.issuer_name,
        parent_name=head.parent_name,
        by=by,
        at=at,
    )
    lines = list(now.reading.recipients)
    documents.set_recipients(document=paper, lines=lines, by=by, at=at)
    _write_plan(paper, now, reading, by, at)
    return _accepted(reading, now, paper, by, at)


@transaction.atomic
def accept_as_received(
    *, reading: Reading, head: Head, dated: date | None, received_on: date, by: Actor, at: datetime
) -> Document:
    """A superior's plan or letter: entered in the arrival book under the day it came."""
    reading, now = _ready(reading, by, dated)
    paper = documents.receive_document(
        unit=reading.unit,
        issuer_name=head.issuer_name,
        issuer=_superior(reading.unit, head.issuer_name, by.day),
        type_name=head.type_name,
        title=head.title,
        full_number=head.full_number,
        symbol=head.symbol,
        place=head.place,
        dated=dated,
        signer_name=head.signer_name,
        parent_name=head.parent_name,
        signature=_signature(now),
        received_on=received_on,
        recipients=list(now.reading.recipients),
        by=by,
        at=at,
    )
    if is_plan(head.type_name, now.reading):
        _write_plan(paper, now, reading, by, at)
    return _accepted(reading, now, paper, by, at)


def _signature(now: Understood) -> list[str]:
    signatory = now.reading.signatory
    return [line for line in (signatory.authority_line, signatory.post) if line]


def _superior(unit: Unit, name: str, day: date) -> Unit | None:
    """The unit above that bears the printed name, if it is one that we know."""
    wanted = folded(name)
    above = units_above(unit, day)
    return next((one for one in above if folded(one.named_on(day).name) == wanted), None)


def _ready(reading: Reading, by: Actor, dated: date | None) -> tuple[Reading, Understood]:
    """The reading under a lock, and what it says; its phases must have their days in order."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    now = understood(reading)
    for phase in disordered(now.reading, dated or by.day):
        raise DomainError(
            _(
                "%(phase)s kết thúc (%(end)s) trước khi bắt đầu (%(start)s). "
                "Hãy sửa ngày của đợt ở “Tất cả thông tin” rồi nhận."
            )
            % {
                "phase": phase.name,
                "start": f"{phase.starts_on:%d/%m/%Y}",
                "end": f"{phase.ends_on:%d/%m/%Y}",
            }
        )
    return reading, now


def _write_plan(
    paper: Document, now: Understood, reading: Reading, by: Actor, at: datetime
) -> Plan:
    plan = Plan.objects.create(
        document=paper,
        findings=_findings(now, reading),
        edited_by=by.user,
        edited_at=at,
    )
    write_clauses(plan, now.reading)
    write_structure(plan, now.reading, day=paper.dated or by.day)
    plan.kept = sorted({path.split("[")[0] for path in reading.corrections} & set(PARTS))
    plan.save(update_fields=["kept"])
    return plan


def _findings(now: Understood, reading: Reading) -> list[dict[str, str]]:
    """What stayed open and what was settled, kept with the plan for good."""
    still_open = [
        {
            "rule": noted.finding.rule,
            "severity": str(noted.finding.severity),
            "message": noted.finding.message,
            "quote": noted.quote,
            "state": "open",
        }
        for noted in now.open
    ]
    kept = [row | {"state": "kept"} for row in reading.kept_findings]
    fixed = [row | {"state": "fixed"} for row in reading.fixed_findings]
    return [*still_open, *kept, *fixed]


def _accepted(
    reading: Reading, now: Understood, paper: Document, by: Actor, at: datetime
) -> Document:
    documents.attach(
        document=paper,
        data=content_of(reading.file),
        name=reading.filename,
        role=FileRole.ORIGINAL,
        media_type=reading.file.media_type,
        by=by,
        at=at,
    )
    reading.status = ReadingStatus.ACCEPTED
    reading.document = paper
    reading.save(update_fields=["status", "document"])
    head = {"place": paper.place, "signatory.name": paper.signer_name}
    remember(reading=reading, now=now, confirmed=head, by=by, at=at)
    link_citations(paper)
    record("reading.accepted", on=reading, by=by, unit=reading.unit, at=at, document=paper.pk)
    return paper
