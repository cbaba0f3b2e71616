"""Deeds as rows of a page or a sheet: when, who, what, to which thing, in which unit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from thidua.audit.models import AuditEvent
from thidua.audit.words import as_told, capacity_of, deed_of, moment
from thidua.core.links import path_to
from thidua.org.actor import Actor
from thidua.oversight.trail import WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    key: int
    at: datetime
    who: str
    capacity: str
    deed: str
    sort: str
    """What kind of thing it was done to."""
    thing: str
    target: str
    unit: str
    url: str = ""
    """Of the page of the thing, for a reader who may open it (`with_pages`)."""

    @property
    def moment(self) -> str:
        return moment(self.at)

    @property
    def sentence(self) -> str:
        """*Chủ tịch CĐCS Trường A Nguyễn Thị Hoa nộp báo cáo*."""
        return f"{self.capacity} {self.who} {self.deed}".strip()


def rows_of(events: Iterable[AuditEvent]) -> Iterator[Row]:
    """Asks nothing of the database: a deed has kept its words, or was selected with others."""
    for event in map(as_told, events):
        thing = WORDS.things.get(event.target.partition(":")[0])
        yield Row(
            key=event.pk,
            at=event.at,
            who=event.actor_name or event.actor,
            capacity=capacity_of(event),
            deed=deed_of(event, WORDS),
            sort=str(thing.word) if thing else "",
            thing=event.thing,
            target=event.target,
            unit=event.unit_name,
        )


def with_pages(rows: Sequence[Row], actor: Actor) -> list[Row]:
    """The rows with the page of each thing that `actor` may open: one question for each kind.

    Whoever reads the trail need not be let into everything that it speaks of.
    """
    keys: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        model, _colon, key = row.target.partition(":")
        keys[model].add(int(key))
    pages: dict[str, str] = {}
    for model, named in keys.items():
        thing = WORDS.things.get(model)
        if thing is None or thing.opened_by is None:
            continue
        for key in thing.opened_by(actor).filter(pk__in=named).values_list("pk", flat=True):
            pages[f"{model}:{key}"] = path_to(thing.route, key)
    return [replace(row, url=pages.get(row.target, "")) for row in rows]
