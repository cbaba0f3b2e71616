"""What the writers need to know of a document, however it came about."""

import datetime as dt
from dataclasses import dataclass

from vanban.reading.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """One document of an official body, ready to be laid out.

    A draft has no `full_number` and no `date`: room is left to fill them in by hand, with
    `symbol` (``KH-CĐGD``) already in its place. `recipients` come without dash and closing mark;
    `signature` are the lines above the name. `mark` stands in place of the hand: ``Đã ký``.
    """

    parent_body: str | None
    issuing_body: str | None
    full_number: str | None
    symbol: str | None
    place: str | None
    date: dt.date | None
    doc_type: str | None
    title: str | None
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer_name: str | None
    mark: str | None
