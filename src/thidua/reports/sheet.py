"""A report as values: its rows with their numbers, its parts with their words. No database here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from thidua.reports.models import FormPart, FormRow, Source
from thidua.reports.numbers import share
from thidua.reports.reporters import Reporter
from thidua.rulebook.models import Aggregation

MEMBERS = "IND-002"
"""Members: counted on the unit's list, typed only by a unit that has none here."""


class Kind(StrEnum):
    TYPED = "typed"
    FACTS = "facts"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One row of a report. `own` is the unit's part, `below` what accepted reports below bring."""

    number: int
    indicator_id: int
    code: str
    name: str
    unit_name: str
    section: str
    kind: Kind
    required: bool
    ceiling: str = ""
    own: Decimal | None = None
    below: Decimal | None = None
    previous: Decimal | None = None
    asked: str = ""
    ratio: Decimal | None = None
    formula: str = ""

    @property
    def total(self) -> Decimal | None:
        """Own and below together; a ratio is what was computed; nothing when nothing is known."""
        if self.kind == Kind.RATIO:
            return self.ratio
        if self.own is None and self.below is None:
            return None
        return (self.own or Decimal(0)) + (self.below or Decimal(0))


@dataclass(frozen=True, slots=True)
class Words:
    """One part of the narrative and what stands in it."""

    part: FormPart
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Numbers by the id of their indicator, from wherever each comes."""

    typed: Mapping[int, Decimal | None] = field(default_factory=dict)
    facts: Mapping[int, Decimal | None] = field(default_factory=dict)
    below: Mapping[int, Decimal] = field(default_factory=dict)
    previous: Mapping[int, Decimal | None] = field(default_factory=dict)
    asked: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything a report shows. `missing` are those below whose report is not in the sums.

    `runs_until` is the last day of a period that has not ended yet.
    """

    cells: tuple[Cell, ...]
    words: tuple[Words, ...]
    children: tuple[Reporter, ...]
    missing: tuple[Reporter, ...]
    included: tuple[int, ...]
    scope: frozenset[int]
    frozen: bool
    runs_until: date | None = None

    def cell(self, code: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.code == code), None)

    @property
    def derived(self) -> int:
        """How many rows nobody has to type."""
        return sum(cell.kind != Kind.TYPED for cell in self.cells)


def cells_of(rows: Iterable[FormRow], known: Known) -> tuple[Cell, ...]:
    """The rows of a form with their numbers; ratios are computed from the totals beside them."""
    rows = list(rows)
    numbers = {row.indicator_id: place for place, row in enumerate(rows, start=1)}
    plain = {
        row.indicator_id: _cell(row, numbers[row.indicator_id], known)
        for row in rows
        if row.indicator.aggregation != Aggregation.RATIO
    }
    return tuple(plain.get(row.indicator_id) or _ratio(row, numbers, plain) for row in rows)


def _cell(row: FormRow, number: int, known: Known) -> Cell:
    pk = row.indicator_id
    kind = _kind(row, known)
    return Cell(
        number=number,
        indicator_id=pk,
        code=row.indicator.code,
        name=row.indicator.name,
        unit_name=row.indicator.unit_name,
        section=row.section,
        kind=kind,
        required=row.required,
        ceiling=row.ceiling.code if row.ceiling else "",
        own=known.facts.get(pk) if kind == Kind.FACTS else known.typed.get(pk),
        below=known.below.get(pk),
        previous=known.previous.get(pk),
        asked=known.asked.get(pk, ""),
    )


def _kind(row: FormRow, known: Known) -> Kind:
    unknown = row.indicator.code == MEMBERS and known.facts.get(row.indicator_id) is None
    return Kind.FACTS if row.source == Source.FACTS and not unknown else Kind.TYPED


def _ratio(row: FormRow, numbers: Mapping[int, int], plain: Mapping[int, Cell]) -> Cell:
    indicator = row.indicator
    above = plain.get(indicator.numerator_id or 0)
    under = plain.get(indicator.denominator_id or 0)
    return Cell(
        number=numbers[row.indicator_id],
        indicator_id=row.indicator_id,
        code=indicator.code,
        name=indicator.name,
        unit_name=indicator.unit_name,
        section=row.section,
        kind=Kind.RATIO,
        required=False,
        ratio=share(above.total, under.total) if above and under else None,
        previous=share(above.previous, under.previous) if above and under else None,
        formula=f"{above.number}/{under.number}" if above and under else "",
    )
