"""Deeds as rows of a page or a sheet: when, who, what, to which thing, in which unit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from thidua.audit.models import AuditEvent
from thidua.audit.words import capacity_of, deed_of, moment
from thidua.core.links import path_to
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
    url: str
    unit: str

    @property
    def moment(self) -> str:
        return moment(self.at)

    @property
    def sentence(self) -> str:
        """*Chủ tịch CĐCS Trường A Nguyễn Thị Hoa nộp báo cáo*."""
        return f"{self.capacity} {self.who} {self.deed}".strip()


def rows_of(events: Iterable[AuditEvent]) -> Iterator[Row]:
    """Asks nothing of the database: a deed has kept its words."""
    for event in events:
        model, _colon, key = event.target.partition(":")
        thing = WORDS.things.get(model)
        yield Row(
            key=event.pk,
            at=event.at,
            who=event.actor_name or event.actor,
            capacity=capacity_of(event),
            deed=deed_of(event, WORDS),
            sort=str(thing.word) if thing else "",
            thing=event.thing,
            target=event.target,
            url=path_to(thing.route, int(key)) if thing and thing.route else "",
            unit=event.unit_name,
        )
