"""A document that was read → the document to be written."""

import re

from vanban.reading.model import Block, Reading, Signatory
from vanban.writing.model import Annex, Hand, OfficialDocument

_SIGNS_FOR = re.compile(r"(?<=\S) (?=(?:KT|TL|TUQ|TM|Q)\. )")
"""``KT. CHỦ TỊCH`` is a line of its own, below the collective."""
_ANNEX = re.compile(r"^(phụ lục(?: [IVX\d]+)?) +", re.IGNORECASE)
"""Its word stands on a line of its own, above the title."""
_NOTE = re.compile(r"\(?(?:Ban hành )?(?:kèm theo|kèm)\b", re.IGNORECASE)


def document_of(reading: Reading) -> OfficialDocument:
    """What the reading says, in the shape the writers take. Nothing is added or corrected here."""
    signatory = reading.signatory
    body, annex = _parted(reading)
    return OfficialDocument(
        parent_body=reading.parent_body,
        issuing_body=reading.issuing_body,
        full_number=reading.full_number,
        symbol=reading.symbol,
        place=reading.place,
        date=reading.date,
        doc_type=reading.doc_type,
        title=reading.title,
        blocks=body,
        recipients=reading.recipients,
        signature=_lines(signatory),
        signer_name=signatory.name,
        mark=signatory.mark,
        cosigners=tuple(Hand(_lines(one), one.name, one.mark) for one in reading.cosignatories),
        co_issuers=reading.co_issuers,
        annexes=_annexes(annex),
        numbered=bool(reading.full_number or reading.symbol),
    )


def _lines(signatory: Signatory) -> tuple[str, ...]:
    authority = _SIGNS_FOR.split(signatory.authority_line) if signatory.authority_line else []
    return (*authority, *([signatory.post] if signatory.post else []))


def _parted(reading: Reading) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks before and behind recipients and signature."""
    foot = [
        span[0]
        for path, span in reading.spans.items()
        if path.startswith(("recipients[", "signatory.", "cosignatories["))
    ]
    if not foot:
        return reading.blocks, ()
    begins = min(foot)
    body = tuple(block for block in reading.blocks if block.span[0] < begins)
    return body, reading.blocks[len(body) :]


def _annexes(blocks: tuple[Block, ...]) -> tuple[Annex, ...]:
    """Behind the signature everything is one annex: its lines in capitals, its note, its words."""
    if not blocks:
        return ()
    heading: list[str] = []
    note = ""
    rest = list(blocks)
    while rest and not note and _is_title(rest[0]):
        block = rest.pop(0)
        if _NOTE.match(block.text):
            note = block.text
        else:
            printed = f"{block.marker} {block.text}".strip()
            heading += [line for line in _ANNEX.split(printed) if line]
    return (Annex(heading=tuple(heading), note=note, blocks=tuple(rest)),)


def _is_title(block: Block) -> bool:
    return _NOTE.match(block.text) is not None or (block.heading and not block.depth)
