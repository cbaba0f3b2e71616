"""The application's own act of signing (*duyệt ký*): no digital signature."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.documents import policies, queries
from thidua.documents.actions.locking import locked
from thidua.documents.models import Document, DocumentStatus
from thidua.documents.naming import set_folds
from thidua.org.actor import Actor
from vanban.writing.profiles import profile_for, signature_lines


@transaction.atomic
def sign_document(*, document: Document, by: Actor, at: datetime) -> Document:
    """Sign for the unit in the form of the post held on that day (DOC-40, DOC-41).

    Raises `Denied` if the term has ended meanwhile, `DomainError` if somebody else has signed.
    """
    document = locked(document)
    require(policies.may_sign(by, document))
    post = queries.signing_post(by, document.unit)
    if post is None:  # the policy has just seen it in this transaction
        raise AssertionError("a signer without a post")
    body = document.unit.named_on(by.day).body
    document.move_to(DocumentStatus.SIGNED)
    document.signer = post.person
    document.signer_name = post.person.name
    document.signature = list(signature_lines(body, post.kind.name, profile_for(by.day)))
    document.signed_by, document.signed_at = by.user, at
    stamped = ["signer", "signer_name", "signature", "signed_by", "signed_at"]
    document.save(update_fields=["status", *stamped, *set_folds(document)])
    record("document.signed", on=document, by=by, unit=document.unit, at=at, post=post.kind.name)
    return document
