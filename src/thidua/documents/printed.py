"""What is printed on a paper, as the keyword arguments of the actions that keep it."""

from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict


class Head(TypedDict):
    """The head of a paper: what `update_draft` may change."""

    type_name: str
    title: str
    symbol: str
    place: str
    issuer_name: str
    parent_name: str


class Issued(Head):
    """What else stands on a paper that has left its issuer."""

    full_number: str
    dated: date
    signer_name: str
    signature: Sequence[str]


class Received(TypedDict):
    """A paper from elsewhere; of a letter little may be known."""

    type_name: str
    title: str
    symbol: str
    place: str
    issuer_name: str
    parent_name: NotRequired[str]
    full_number: str
    dated: date | None
    signer_name: str
    signature: NotRequired[Sequence[str]]
