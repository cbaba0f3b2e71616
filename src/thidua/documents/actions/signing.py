"""The application's own act of signing (*duyệt ký*): no digital signature."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.documents import policies
from thidua.documents.actions.locking import locked
from thidua.documents.models import Document, DocumentStatus
from thidua.documents.naming import set_folds
from thidua.org.actor import Actor
from thidua.org.queries.signers import signatory_for


@transaction.atomic
def sign_document(*, document: Document, by: Actor, at: datetime) -> Document:
    """Sign for the unit in the form of the post held, or the letter given, on that day.

    The lines follow DOC-40 and DOC-41: TM. or KT. for a post, TUQ. or TL. for a delegation.

    Raises `Denied` if the term has ended meanwhile, `DomainError` if somebody else has signed.
    """
    document = locked(document)
    require(policies.may_sign(by, document))
    signatory = signatory_for(by, document.unit)
    if signatory is None:  # the policy has just seen it in this transaction
        raise AssertionError("a signer without a post")
    document.move_to(DocumentStatus.SIGNED)
    document.signer = signatory.person
    document.signer_name = signatory.person.name
    document.signature = list(signatory.lines)
    document.signed_by, document.signed_at = by.user, at
    stamped = ["signer", "signer_name", "signature", "signed_by", "signed_at"]
    document.save(update_fields=["status", *stamped, *set_folds(document)])
    record("document.signed", on=document, by=by, unit=document.unit, at=at, post=signatory.title)
    return document
