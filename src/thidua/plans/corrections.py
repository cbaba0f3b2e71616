"""Values that the officer set right, laid over what was read. Keys are field paths.

What the reader did not find and the officer added has a plus in its path: `phases[+0].start`. Its
number is a name and no place, so it stays the same thing whatever is read anew around it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vanban.reading.as_json import as_json, from_json
from vanban.reading.model import Reading

_STEP = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<place>\d+)\])?")
_NUMBER_PARTS = frozenset({"number", "symbol"})

_ADDED = re.compile(r"(?P<part>[a-z_]+)\[\+(?P<key>\d+)\]\.[a-z_]+")
NEW = "[+]"
"""The end of a path of something that is only about to be added."""

BLANKS: dict[str, dict[str, Any]] = {
    "phases": {"name": "", "start": None, "end": None, "theme": None, "commemorations": []},
    "targets": {"text": "", "value": None, "unit": None},
    "reporting_duties": {"who": None, "to": None, "when": None},
}
"""What can be added by hand, as the public JSON of a reading writes it."""

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


def added_to(part: str, corrections: Mapping[str, Any]) -> list[str]:
    """The paths of what the officer added to `part`, in the order in which it was added."""
    found = (_ADDED.fullmatch(path) for path in corrections)
    keys = {int(match["key"]) for match in found if match and match["part"] == part}
    return [f"{part}[+{key}]" for key in sorted(keys)]


def next_in(part: str, corrections: Mapping[str, Any]) -> str:
    """The path of the next thing to be added to `part`."""
    used = [int(path.partition("+")[2].rstrip("]")) for path in added_to(part, corrections)]
    return f"{part}[+{max(used, default=-1) + 1}]"


def corrected(reading: Reading, corrections: Mapping[str, Any]) -> Reading:
    """The reading with the officer's values; a path that leads nowhere is passed over."""
    if not corrections:
        return reading
    data: dict[str, Any] = as_json(reading)
    for path, value in corrections.items():
        _set(data, steps(path), value)
    for part, blank in BLANKS.items():
        for path in added_to(part, corrections):
            typed = {name: corrections.get(f"{path}.{name}", blank[name]) for name in blank}
            data[part].append(typed)
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
