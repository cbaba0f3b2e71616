"""What anybody may see."""

from django.db.models import Q, QuerySet

from thidua.documents.letters import delivery_behind
from thidua.documents.models import Document, DocumentFile, DocumentStatus, FileRole
from thidua.documents.naming import word_patterns

PDF = "application/pdf"


def public_documents() -> QuerySet[Document]:
    """Issued papers that a line of *Nơi nhận* or a person put on the public page, newest first."""
    return (
        Document.objects.filter(public=True, status=DocumentStatus.ISSUED)
        .select_related("unit")
        .order_by("-dated", "-pk")
    )


def searched(documents: QuerySet[Document], words: str) -> QuerySet[Document]:
    """Those that hold every word whole, with or without diacritics."""
    for pattern in word_patterns(words):
        documents = documents.filter(search_fold__regex=pattern)
    return documents


def document_behind(token: str) -> Document | None:
    """The paper for which an outside body was sent this link."""
    delivery = delivery_behind(token)
    sent = Document.objects.filter(
        recipients__deliveries=delivery,
        recipients__deliveries__sent_at__isnull=False,
        status=DocumentStatus.ISSUED,
    )
    return sent.select_related("unit").first() if delivery else None


def pdf_of(document: Document) -> DocumentFile | None:
    """The file for readers: the PDF the system wrote, else the scan or original if it is a PDF."""
    held = {
        row.role: row
        for row in document.files.filter(Q(file__media_type=PDF)).select_related("file")
    }
    return next((held[role] for role in FOR_READERS if role in held), None)


FOR_READERS = (FileRole.PDF, FileRole.STAMPED, FileRole.ORIGINAL)
