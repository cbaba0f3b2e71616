"""A paper of our own, from the first word until somebody signs it."""

from datetime import datetime
from typing import Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import policies
from thidua.documents.actions.locking import locked
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.documents.naming import set_folds
from thidua.documents.printed import Head
from thidua.org.actor import Actor
from thidua.org.models import Unit


@transaction.atomic
def create_draft(*, unit: Unit, by: Actor, at: datetime, **head: Unpack[Head]) -> Document:
    """Begin a paper of our own. It has no number and no date before it is issued."""
    require(policies.may_draft(by, unit))
    document = Document(
        unit=unit,
        unit_path=unit.path_on(by.day),
        direction=Direction.OUT,
        issuer=unit,
        drafted_by=by.user,
        created_at=at,
        **head,
    )
    set_folds(document)
    document.save()
    record("document.drafted", on=document, by=by, unit=unit, at=at)
    return document


@transaction.atomic
def update_draft(*, document: Document, by: Actor, at: datetime, **fields: str) -> Document:
    """Change what stands in the head of a draft; `fields` are those of `Head`."""
    if unknown := set(fields) - set(Head.__annotations__):
        raise TypeError(f"not in the head of a draft: {sorted(unknown)}")
    document = locked(document)
    require(policies.may_edit(by, document))
    before = {name: getattr(document, name) for name in fields}
    changed = [name for name, value in fields.items() if before[name] != value]
    if not changed:
        return document
    for name in changed:
        setattr(document, name, fields[name])
    document.save(update_fields=[*changed, *set_folds(document)])
    changes = {name: (before[name], fields[name]) for name in changed}
    record("document.edited", on=document, by=by, unit=document.unit, at=at, changes=changes)
    return document


@transaction.atomic
def submit_document(*, document: Document, by: Actor, at: datetime) -> Document:
    """Hand a draft to whoever signs. From now on nobody changes it before it comes back."""
    document = locked(document)
    require(policies.may_submit(by, document))
    document.move_to(DocumentStatus.SUBMITTED)
    document.submitted_at = at
    document.return_reason = ""
    document.save(update_fields=["status", "submitted_at", "return_reason"])
    record("document.submitted", on=document, by=by, unit=document.unit, at=at)
    return document


@transaction.atomic
def withdraw_submission(*, document: Document, by: Actor, at: datetime) -> Document:
    """Take a submission back, as long as nobody has signed."""
    document = locked(document)
    require(policies.may_withdraw(by, document))
    document.move_to(DocumentStatus.DRAFT)
    document.submitted_at = None
    document.save(update_fields=["status", "submitted_at"])
    record("document.withdrawn", on=document, by=by, unit=document.unit, at=at)
    return document


@transaction.atomic
def return_document(*, document: Document, reason: str, by: Actor, at: datetime) -> Document:
    """Send a paper back to its author. A signature given before the number is taken off again."""
    document = locked(document)
    require(policies.may_return(by, document))
    if not reason.strip():
        raise DomainError(_("Chưa ghi lý do trả lại. Người soạn cần biết phải sửa gì."))
    document.move_to(DocumentStatus.DRAFT)
    document.return_reason = reason.strip()
    document.submitted_at = document.signed_at = None
    document.signed_by = document.signer = None
    document.signer_name, document.signature = "", []
    cleared = ["submitted_at", "signed_at", "signed_by", "signer", "signer_name", "signature"]
    document.save(update_fields=["status", "return_reason", *cleared, *set_folds(document)])
    record(
        "document.returned",
        on=document,
        by=by,
        unit=document.unit,
        at=at,
        reason=document.return_reason,
    )
    return document


@transaction.atomic
def discard_draft(*, document: Document, by: Actor, at: datetime) -> Document:
    """Put a draft away. `restore_draft` brings it back as it was."""
    document = locked(document)
    require(policies.may_discard(by, document))
    document.move_to(DocumentStatus.DISCARDED)
    document.save(update_fields=["status"])
    record("document.discarded", on=document, by=by, unit=document.unit, at=at)
    return document


@transaction.atomic
def restore_draft(*, document: Document, by: Actor, at: datetime) -> Document:
    """Bring back a draft that was put away."""
    document = locked(document)
    require(policies.may_restore(by, document))
    document.move_to(DocumentStatus.DRAFT)
    document.save(update_fields=["status"])
    record("document.restored", on=document, by=by, unit=document.unit, at=at)
    return document
