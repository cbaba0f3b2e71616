"""The `Task` value: a thing somebody has to do. Derived from states and dates, never stored."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What, until when, who holds it, why; one press leads to the place (`url`).

    `mine` tells whether the actor who asked holds it; `act` is the word on the button.
    """

    title: str
    detail: str
    url: str
    act: str
    holder: str
    mine: bool
    since: date
    due: date | None = None
    room: str = ""
