"""What a document says, as plain values.

A value the document lacks is ``None`` or an empty tuple. Spans are ``(start, end)`` in code points
of `Reading.text`; their keys are field paths such as ``date`` or ``phases[0].start``.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vanban.repair.model import RepairedWord

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that this one refers to; `quote` is how the text names it."""

    kind: str | None
    number: str | None
    date: dt.date | None
    issuer: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level part: its number as printed (``II``) and its heading."""

    number: str
    heading: str


@dataclass(frozen=True, slots=True)
class ContentItem:
    """One content of the emulation part; bare dashes have no number."""

    number: str | None
    text: str
    audience: str | None = None


@dataclass(frozen=True, slots=True)
class Commemoration:
    """A day as printed: `base_year` may be wrong, `ordinal` is the count of years."""

    name: str
    day: int | None = None
    month: int | None = None
    base_year: int | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the plan's year (*đợt thi đua*), first and last day included."""

    name: str
    start: dt.date | None
    end: dt.date | None
    theme: str | None = None
    commemorations: tuple[Commemoration, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """What somebody is judged by, with its unit and points where the text gives them."""

    text: str
    unit: str | None = None
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A measurable promise: ``100`` ``%``, ``1`` ``đoàn viên``."""

    text: str
    value: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class ReportingDuty:
    """Who reports to whom, and when, in the words of the text; `deed` is what is to be done."""

    who: str | None
    to: str | None
    when: str | None
    deed: str | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of *Nơi nhận* taken apart: to whom, what for, and whether it only goes on file."""

    name: str
    purpose: str | None = None
    archive: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the text and the row of a catalogue that it means.

    `path` is the field that holds the name, `key` the row's id in `catalogue`, `score` how alike
    both are (1 is letter by letter), `quote` the name as printed.
    """

    path: str
    catalogue: str
    key: str
    name: str
    score: float
    quote: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """The signature block; `mark` is what stands for the hand: ``Đã ký`` or a stamp."""

    authority_line: str | None = None
    post: str | None = None
    name: str | None = None
    mark: str | None = None


class Severity(StrEnum):
    """How sure a finding is: certainly wrong, worth a look, or a question to the officer."""

    ERROR = "error"
    WARNING = "warning"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace the characters of `span` by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about one place of the text, in Vietnamese."""

    rule: str
    severity: Severity
    message: str
    span: Span | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the body, in the order of the text.

    `depth` 0 is running text; 1 a part (``I.``), 2, 3 … what stands below it. `marker` is the
    number or dash as printed (``2.1.``, ``-``, ``Đợt 1:``), empty for running text. `heading`
    tells that the paragraph only names what follows. `text` is the paragraph without its marker.
    """

    depth: int
    marker: str
    text: str
    heading: bool = False
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything understood of one document. `as_json` prints the public fields.

    `addressees` are those of *Kính gửi*; `distribution` says of every recipient what for; of
    several signers `signatory` is the union's, the others stand in `cosignatories`.
    """

    issuing_body: str | None = None
    parent_body: str | None = None
    full_number: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: dt.date | None = None
    doc_type: str | None = None
    title: str | None = None
    theme: str | None = None
    slogans: tuple[str, ...] = ()
    scope: str | None = None
    participants: str | None = None
    criteria: tuple[Criterion, ...] = ()
    partner: str | None = None
    year_or_school_year: str | None = None
    citations: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    content_items: tuple[ContentItem, ...] = ()
    phases: tuple[Phase, ...] = ()
    commemorations: tuple[Commemoration, ...] = ()
    movements_named: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    reporting_duties: tuple[ReportingDuty, ...] = ()
    recipients: tuple[str, ...] = ()
    signatory: Signatory = Signatory()
    cosignatories: tuple[Signatory, ...] = ()
    co_issuers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    distribution: tuple[Recipient, ...] = ()
    matches: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[RepairedWord, ...] = ()
    repaired: bool = False
    text: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
