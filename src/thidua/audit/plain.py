"""Values as JSON keeps them, and as every database gives them back."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

LONGEST = 300
Change = tuple[Any, Any] | None
"""What a field was and what it became; None where neither is written down."""


def plain(value: Any) -> Any:
    """One value: numbers stay numbers, days become ISO, a row becomes what it is called today."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | float):
        return _number(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def plain_changes(changes: Mapping[str, Change]) -> dict[str, list[Any] | None]:
    """Only the fields whose value has changed."""
    told: dict[str, list[Any] | None] = {}
    for field, change in changes.items():
        if change is None:
            told[str(field)] = None
            continue
        before, after = map(plain, change)
        if before != after:
            told[str(field)] = [_shortened(before), _shortened(after)]
    return told


def plain_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data of any depth, as they will be read back: one database keeps 3.0, another 3."""
    if not data:
        return {}
    told: dict[str, Any] = json.loads(DjangoJSONEncoder().encode(data), parse_float=_read)
    return told


def differences(row: models.Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What an action is about to change in `row`, as `record` takes it; ask before changing."""
    return {field: (getattr(row, field), value) for field, value in values.items()}


def _shortened(value: Any) -> Any:
    """The beginning of a long text is enough to know it again."""
    long = isinstance(value, str) and len(value) > LONGEST
    return f"{value[:LONGEST].rstrip()}…" if long else value


def _read(text: str) -> int | float:
    return _number(float(text))


def _number(value: Decimal | float) -> int | float:
    return int(value) if value == int(value) else float(value)
