"""*Công văn đôn đốc*: a letter to the units that have not yet done what a plan asked for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.reading.model import Block
from vanban.writing.born.facts import Office, PlanFacts, cited, counted, listed, short_date
from vanban.writing.born.paper import paper_of
from vanban.writing.born.template import Fact
from vanban.writing.model import Annex, OfficialDocument

MOST_NAMED = 12
"""More units than these are named in a list behind the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What was asked, and who has not yet done it.

    `asked` says it as it stands after *các đơn vị* (``gửi báo cáo sơ kết Đợt 1``); `due` is the day
    the plan set, `new_due` the one the letter sets, `today` the day of the count. `units` are the
    silent ones, at least one; `received` counts those that have done it. `where` tells where to
    send it (``qua hộp thư …``), `contact` who answers questions.
    """

    asked: str
    units: Sequence[str]
    today: dt.date
    new_due: dt.date
    due: dt.date | None = None
    received: int | None = None
    where: str = ""
    contact: str = ""


def reminding_letter(plan: PlanFacts, office: Office, silence: Silence) -> OfficialDocument:
    """A draft of the letter to the silent units; the plan is its ground."""
    units = silence.units
    if not units:
        raise ValueError("a letter needs somebody to go to")
    facts: dict[str, Fact] = {
        "asked": silence.asked,
        "due": short_date(silence.due) if silence.due else "",
        "today": short_date(silence.today),
        "new_due": short_date(silence.new_due),
        "where": f", gửi {silence.where}" if silence.where else "",
        "contact": silence.contact,
        "plan": cited(plan),
        **_addressed(units),
        **_progress(len(units), silence.received),
    }
    recipients = ["Như trên", *_above(office), "Lưu: VT"]
    annexes = (_list(units, silence.asked),) if len(units) > MOST_NAMED else ()
    return paper_of("reminder", facts, office, recipients, annexes)


def _addressed(units: Sequence[str]) -> dict[str, Fact]:
    if len(units) == 1:
        return {"one": True, "unit": units[0], "addressed": "đơn vị"}
    if len(units) > MOST_NAMED:
        return {"listed": True, "addressed": "các đơn vị có tên trong danh sách"}
    return {"many": True, "units": listed(units), "addressed": "các đơn vị nêu trên"}


def _progress(missing: int, received: int | None) -> dict[str, Fact]:
    if received is None:
        return {}
    return {
        "progress": True,
        "received": counted(received),
        "total": counted(received + missing),
        "missing": counted(missing),
    }


def _above(office: Office) -> list[str]:
    return [f"{office.parent} (để báo cáo)"] if office.parent else []


def _list(units: Sequence[str], asked: str) -> Annex:
    rows = ["| TT | Đơn vị | Ghi chú |"]
    rows += [f"| {n} | {unit.replace('|', '/')} | |" for n, unit in enumerate(units, 1)]
    return Annex(
        heading=("DANH SÁCH", f"Các đơn vị chưa {asked}"),
        note="(Kèm theo Công văn này)",
        blocks=tuple(Block(0, "", row) for row in rows),
    )
