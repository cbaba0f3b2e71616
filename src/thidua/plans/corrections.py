"""Values that the officer set right, laid over what was read. Keys are field paths."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vanban.reading.as_json import as_json, from_json
from vanban.reading.model import Reading

_STEP = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<place>\d+)\])?")
_NUMBER_PARTS = frozenset({"number", "symbol"})

Path = list[str | int]


def steps(path: str) -> Path:
    """`phases[0].start` → `["phases", 0, "start"]`."""
    found: Path = []
    for match in _STEP.finditer(path):
        found.append(match["name"])
        if match["place"] is not None:
            found.append(int(match["place"]))
    return found


def value_at(data: Any, path: str) -> Any:
    """The value at `path` in the public JSON of a reading; None where there is no such place."""
    for step in steps(path):
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def corrected(reading: Reading, corrections: Mapping[str, Any]) -> Reading:
    """The reading with the officer's values; a path that leads nowhere is passed over."""
    if not corrections:
        return reading
    data: dict[str, Any] = as_json(reading)
    for path, value in corrections.items():
        _set(data, steps(path), value)
    if _NUMBER_PARTS & corrections.keys():
        parts = (data["number"], data["symbol"])
        data["full_number"] = "/".join(part for part in parts if part) or None
    return replace(from_json(data), blocks=reading.blocks)


def _set(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        if isinstance(step, int):
            if not isinstance(data, list) or step >= len(data):
                return
        elif not isinstance(data, dict) or step not in data:
            return
        data = data[step]
    last = path[-1]
    if isinstance(last, str) and isinstance(data, dict) and last in data:
        data[last] = value
