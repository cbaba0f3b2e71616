"""What somebody decides about a person, as one value: actions take it, forms make it."""

from dataclasses import dataclass
from datetime import date

from thidua.org.models import JoinedBy, Term
from thidua.org.rights import Signing


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is asked about a person; nothing that the work does not need (PDP-01)."""

    name: str
    code: str = ""
    birth_on: date | None = None
    birth_year: int | None = None
    """Where the day is not known."""
    sex: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How somebody comes onto the list of a unit: when, in what way, by which decision."""

    on: date
    joined_by: str = JoinedBy.LISTED
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What befalls members: the day, the decision, and why, where people leave."""

    on: date
    decision: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """How somebody came to a post (ORG-12): the day, the way, the decision, the term."""

    on: date
    how: str = ""
    basis: str = ""
    term: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter of delegation: its number and day, from when until when, how papers are signed.

    `ends_on` is the first day on which it no longer holds.
    """

    letter: str
    starts_on: date
    ends_on: date
    signs_as: Signing = Signing.NONE
