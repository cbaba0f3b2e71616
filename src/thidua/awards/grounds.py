"""The legal grounds of a decision by the rules of its day, as data beside this module.

They are proposed and can be changed: only the officer who drafts knows which of them apply.
"""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from thidua.awards.models import Nomination
from vanban.writing.numbers import format_header_date

_FILE = Path(__file__).parent / "legal_grounds.csv"


def grounds_on(day: date) -> list[str]:
    """The law, the statute and the union's own regulation in force on that day."""
    return [text for since, until, text in _rows() if since <= day <= until]


@cache
def _rows() -> tuple[tuple[date, date, str], ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            (
                date.fromisoformat(row["since"]) if row["since"] else date.min,
                date.fromisoformat(row["until"]) if row["until"] else date.max,
                row["text"],
            )
            for row in csv.DictReader(file)
        )


def bases_for(nominations: list[Nomination], day: date) -> list[str]:
    """All grounds: those of the day, the plan, the minutes of the council, who proposed."""
    first = nominations[0]
    paper = first.phase.plan.document
    bases = [f"Căn cứ {text};" for text in grounds_on(day)]
    if paper.full_number and paper.dated:
        when = format_header_date(paper.dated)
        bases.append(f"Căn cứ {paper} {when} của {paper.issuer_name} {_about(paper.title)};")
    sessions = {one.item.session for one in nominations if one.item}
    for session in sorted(sessions, key=lambda one: one.held_on):
        when = format_header_date(session.held_on)
        bases.append(f"Căn cứ Biên bản phiên họp {when} của {session.council};")
    councils = {str(session.council) for session in sessions}
    bases.append(f"Xét đề nghị của {', '.join(sorted(councils)) or first.decided_by.name}.")
    return bases


def _about(title: str) -> str:
    """*về phát động …* inside a sentence; a title that begins so keeps its words."""
    low = title[:1].lower() + title[1:]
    return low if low.startswith("về ") else f"về {low}"
