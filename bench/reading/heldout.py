"""Documents that no test and no table of the reader has seen, with what people read in them.

Two folders: `heldout` beside this file holds whole documents of our own pen. `BENCH_HELDOUT` may
name a second one with texts of others, which are not ours to publish; only their figures are.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWN = Path(__file__).with_name("heldout")
OTHERS = Path(os.environ.get("BENCH_HELDOUT", "no-such-folder"))


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One text; `truth` lacks the keys that cannot be known of it."""

    name: str
    source: str
    kind: str
    text: str
    truth: dict[str, Any]


def held_out(folder: Path) -> Iterator[HeldOut]:
    """The documents of a folder, by name; none when there is no such folder."""
    for path in sorted(folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield HeldOut(path.stem, truth["source"], truth["kind"], text, truth)
