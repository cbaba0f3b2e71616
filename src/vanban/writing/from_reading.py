"""A document that was read → the document to be written."""

from vanban.reading.model import Reading
from vanban.writing.model import OfficialDocument


def document_of(reading: Reading) -> OfficialDocument:
    """What the reading says, in the shape the writers take. Nothing is added or corrected here."""
    signatory = reading.signatory
    return OfficialDocument(
        parent_body=reading.parent_body,
        issuing_body=reading.issuing_body,
        full_number=reading.full_number,
        symbol=reading.symbol,
        place=reading.place,
        date=reading.date,
        doc_type=reading.doc_type,
        title=reading.title,
        blocks=reading.blocks,
        recipients=reading.recipients,
        signature=tuple(line for line in (signatory.authority_line, signatory.post) if line),
        signer_name=signatory.name,
        mark=signatory.mark,
    )
