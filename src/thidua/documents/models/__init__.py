"""Documents, their books, whom they went to, and what was read in the files they came from."""

from thidua.documents.models.papers import (
    FROZEN,
    TRANSITIONS,
    Book,
    BookEntry,
    Delivery,
    Direction,
    Document,
    DocumentFile,
    DocumentStatus,
    EntryState,
    FileRole,
    OutsideBody,
    Recipient,
    RecipientKind,
)
from thidua.documents.models.readings import Reading, ReadingStatus

__all__ = [
    "FROZEN",
    "TRANSITIONS",
    "Book",
    "BookEntry",
    "Delivery",
    "Direction",
    "Document",
    "DocumentFile",
    "DocumentStatus",
    "EntryState",
    "FileRole",
    "OutsideBody",
    "Reading",
    "ReadingStatus",
    "Recipient",
    "RecipientKind",
]
