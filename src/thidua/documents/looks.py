"""How a document is drawn in lists: the code of its state's look, and the word."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from thidua.documents.models import Document, DocumentStatus


class Look(NamedTuple):
    code: str
    word: str


CODES = {
    DocumentStatus.DRAFT: "draft",
    DocumentStatus.SUBMITTED: "wait",
    DocumentStatus.SIGNED: "run",
    DocumentStatus.ISSUED: "ok",
    DocumentStatus.RECEIVED: "ok",
    DocumentStatus.DISCARDED: "none",
}


def look_of(document: Document) -> Look:
    """A draft that came back looks like a return, not like a draft."""
    if document.returned:
        return Look("fix", _("Trả lại sửa"))
    return Look(CODES[DocumentStatus(document.status)], document.get_status_display())
