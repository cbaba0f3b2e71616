"""What the writers need to know of a document, however it came about."""

import datetime as dt
from dataclasses import dataclass

from vanban.reading.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What follows the signature on pages of its own, such as the list of a decision.

    `heading` are the lines of its title, `note` says to which document it belongs. Where there are
    several, a heading that begins with a bare *Phụ lục* gets its Roman number. `landscape` turns
    the sheet for wide tables.
    """

    heading: tuple[str, ...]
    note: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who signs beside the main signer: the `lines` above the name, and the name."""

    lines: tuple[str, ...]
    name: str | None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """One document of an official body, ready to be laid out.

    A draft has no `full_number` and no `date`: room is left to fill them in by hand, with
    `symbol` (``KH-CĐGD``) already in its place. `recipients` come without dash and closing mark;
    `signature` are the lines above the name. `mark` stands in place of the hand: ``Đã ký``.
    `authority` is the collective that decides, printed above the content of a decision. Of the
    `cosigners` (``THƯ KÝ`` of minutes, the partner of a joint paper) the first signs at the left,
    the others below in pairs; then the recipients stand at the end. `co_issuers` are named beside
    the issuer of a joint paper (*liên tịch*). A body without a register (a group) issues what is
    not `numbered`.

    Who is addressed stands in the blocks: ``Kính gửi: …`` as the first one, or ``Kính gửi:``
    followed by one dash for each.
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
    cosigners: tuple[Hand, ...] = ()
    annexes: tuple[Annex, ...] = ()
    numbered: bool = True
    co_issuers: tuple[str, ...] = ()
