"""The words of a sheet, as a form gives them and an action takes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the members read: the pledge, a line per promise; what for; whom to ask."""

    title: str
    words: str
    purpose: str
    contact: str
