"""What is hashed, and how: the same row gives the same hash on every database."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

COLUMNS = (
    "pk",
    "at",
    "type",
    "actor",
    "actor_name",
    "post",
    "seat",
    "letter",
    "unit_path",
    "unit_name",
    "target",
    "thing",
    "data",
    "changes",
)
"""All columns of an event but the one for searching, which follows from the others and may be
written anew. A column added later needs a second form for the blocks after it."""

write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def row_hash(row: Sequence[Any]) -> str:
    """The hash of an event; `row` holds its `COLUMNS`."""
    key, at, *others = row
    return _sha256(write([key, moment(at), *others]))


def block_hash(number: int, previous: str, sealed_at: datetime, rows: list[list[Any]]) -> str:
    """The hash of a block: it changes when any row, their order or any earlier block changes."""
    return _sha256(write([number, previous, moment(sealed_at), rows]))


def moment(at: datetime) -> str:
    """To the microsecond, whatever time zone the database answers in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
