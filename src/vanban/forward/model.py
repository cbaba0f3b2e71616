"""What comes out when a plan is moved to another year."""

from dataclasses import dataclass

from vanban.reading.model import Span


class CannotMove(ValueError):
    """The text tells no year, or the year asked for makes no sense; the reason is in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were replaced; `span` counts in the new text and is empty where words went."""

    span: Span
    old: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A place that an officer has to look at; `span` is None when the whole document is meant.

    `kind` is a short id of what is unknown, or the rule of the checker that raised it.
    """

    kind: str
    span: Span | None
    message: str


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The draft for the new year. All spans count in `text`, in its order.

    `old_year` and `new_year` are as a plan prints them: ``2024`` or ``2023-2024``.
    """

    text: str
    changes: tuple[Change, ...]
    flags: tuple[Flag, ...]
    old_year: str
    new_year: str
