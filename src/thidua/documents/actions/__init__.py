"""Everything that changes a paper, its books and its deliveries. One function, one deed."""

from thidua.documents.actions.addressing import choose_targets, keep_outside_body, set_recipients
from thidua.documents.actions.attaching import attach
from thidua.documents.actions.distributing import distribute, open_delivery, set_public
from thidua.documents.actions.drafting import (
    create_draft,
    discard_draft,
    restore_draft,
    return_document,
    submit_document,
    update_draft,
    withdraw_submission,
)
from thidua.documents.actions.following import follow_act
from thidua.documents.actions.issuing import enter_issued, issue_document
from thidua.documents.actions.numbering import cancel_number, reserve_number
from thidua.documents.actions.receiving import receive_document, register_delivery
from thidua.documents.actions.signing import sign_document

__all__ = [
    "attach",
    "cancel_number",
    "choose_targets",
    "create_draft",
    "discard_draft",
    "distribute",
    "enter_issued",
    "follow_act",
    "issue_document",
    "keep_outside_body",
    "open_delivery",
    "receive_document",
    "register_delivery",
    "reserve_number",
    "restore_draft",
    "return_document",
    "set_public",
    "set_recipients",
    "sign_document",
    "submit_document",
    "update_draft",
    "withdraw_submission",
]
