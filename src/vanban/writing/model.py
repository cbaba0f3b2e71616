"""What the writers need to know of a document, however it came about."""

import datetime as dt
from dataclasses import dataclass

from vanban.reading.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What follows the signature on pages of its own, such as the list of a decision.

    `heading` are the lines of its title, `note` says to which document it belongs.
    """

    heading: tuple[str, ...]
    note: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """One document of an official body, ready to be laid out.

    A draft has no `full_number` and no `date`: room is left to fill them in by hand, with
    `symbol` (``KH-CĐGD``) already in its place. `recipients` come without dash and closing mark;
    `signature` are the lines above the name. `mark` stands in place of the hand: ``Đã ký``.
    `authority` is the collective that decides, printed above the content of a decision. A second
    hand (``THƯ KÝ`` of minutes) signs at the left, above the recipients. A body without a register
    (a group) issues what is not `numbered`.
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
    authority: str | None = None
    second_signature: tuple[str, ...] = ()
    second_signer: str | None = None
    annex: Annex | None = None
    numbered: bool = True
