"""Papers born from a plan: drafted here, then they go the way of every paper of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.documents.models import BookEntry, Document, FileRole, RecipientKind
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import policies
from thidua.plans.actions.issuing import PDF, WORD
from thidua.plans.actions.rows import link_citations
from thidua.plans.filenames import file_name
from thidua.plans.following import annexes_as_rows, as_paper, blocks_as_rows, rows_of
from thidua.plans.models import FollowUp, FollowUpKind, Plan
from thidua.plans.stale import require_current
from vanban.writing.docx import write_docx
from vanban.writing.model import OfficialDocument
from vanban.writing.pdf import write_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpWords:
    """What somebody typed on the page of the paper."""

    title: str
    symbol: str
    place: str
    text: str
    recipients: Sequence[str]


@transaction.atomic
def start_follow_up(
    *,
    plan: Plan,
    kind: FollowUpKind,
    document: OfficialDocument,
    unit_ids: Sequence[int] = (),
    once: str = "",
    by: Actor,
    at: datetime,
) -> FollowUp:
    """Begin the paper with the words of the library.

    `unit_ids` are the units it goes to by its first line of *Nơi nhận*. `once` names the page it
    was asked for on: pressed again there, the first draft is the answer.
    """
    plan = (
        Plan.objects.select_for_update(of=("self",))
        .select_related("document__unit")
        .get(pk=plan.pk)
    )
    require(policies.may_bear(by, plan))
    key = f"{by.user.pk}.{once}" if once else None
    begun = FollowUp.objects.filter(once=key).first() if key else None
    if begun is not None:
        return begun
    paper = _drafted(plan.document.unit, kind, document, unit_ids, by, at)
    follow_up = FollowUp.objects.create(
        document=paper,
        plan=plan,
        kind=kind,
        blocks=blocks_as_rows(document.blocks),
        annexes=annexes_as_rows(document.annexes),
        once=key,
        edited_by=by.user,
        edited_at=at,
    )
    record("follow_up.started", on=follow_up, by=by, unit=paper.unit, at=at, kind=str(kind))
    return follow_up


def _drafted(
    unit: Unit,
    kind: FollowUpKind,
    document: OfficialDocument,
    unit_ids: Sequence[int],
    by: Actor,
    at: datetime,
) -> Document:
    """The paper with its head and its lines of *Nơi nhận*."""
    paper = documents.create_draft(
        unit=unit,
        type_name=document.doc_type or str(kind.label),
        title=document.title or "",
        symbol=document.symbol or "",
        place=document.place or "",
        issuer_name=document.issuing_body or "",
        parent_name=document.parent_body or "",
        by=by,
        at=at,
    )
    lines = documents.set_recipients(document=paper, lines=list(document.recipients), by=by, at=at)
    if unit_ids and lines:
        documents.choose_targets(
            recipient=lines[0], kind=RecipientKind.UNITS, unit_ids=list(unit_ids), by=by, at=at
        )
    return paper


@transaction.atomic
def save_follow_up(
    *, follow_up: FollowUp, version: int, words: FollowUpWords, by: Actor, at: datetime
) -> FollowUp:
    """Write head, paragraphs and recipients of a draft anew."""
    follow_up = locked_follow_up(follow_up)
    require(policies.may_edit_follow_up(by, follow_up))
    require_current(follow_up, version)
    paper = follow_up.document
    documents.update_draft(
        document=paper, title=words.title, symbol=words.symbol, place=words.place, by=by, at=at
    )
    documents.set_recipients(document=paper, lines=list(words.recipients), by=by, at=at)
    paper.refresh_from_db()
    rows = rows_of(follow_up, words.text, by.day)
    if not rows:
        raise DomainError(_("Văn bản phải còn ít nhất một đoạn."))
    follow_up.blocks = rows
    follow_up.version += 1
    follow_up.edited_by, follow_up.edited_at = by.user, at
    follow_up.save(update_fields=["blocks", "version", "edited_by", "edited_at"])
    record("follow_up.edited", on=follow_up, by=by, unit=paper.unit, at=at)
    return follow_up


@transaction.atomic
def issue_follow_up(
    *, follow_up: FollowUp, dated: date, reserved: BookEntry | None, by: Actor, at: datetime
) -> FollowUp:
    """Number, freeze, Word and PDF, and on its way, all at once or not at all."""
    follow_up = locked_follow_up(follow_up)
    paper = documents.issue_document(
        document=follow_up.document, dated=dated, reserved=reserved, by=by, at=at
    )
    follow_up.document = paper
    document, profile = as_paper(follow_up, dated)
    for role, media_type, data in (
        (FileRole.WORD, WORD, write_docx(document, profile)),
        (FileRole.PDF, PDF, write_pdf(document, profile)),
    ):
        name = file_name(paper, role)
        documents.attach(
            document=paper, data=data, name=name, role=role, media_type=media_type, by=by, at=at
        )
    link_citations(paper)
    documents.distribute(document=paper, by=by, at=at)
    record("follow_up.issued", on=follow_up, by=by, unit=paper.unit, at=at)
    return follow_up


def locked_follow_up(follow_up: FollowUp) -> FollowUp:
    """Read the row again under a lock, so that policies judge what is true now."""
    return (
        FollowUp.objects.select_for_update(of=("self",))
        .select_related("document__unit__kind", "edited_by__person")
        .get(pk=follow_up.pk)
    )
