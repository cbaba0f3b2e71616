"""Texts with marks (see `marks.py`) → the pairs of text and truth that `heldout` reads.

``python bench/reading/held_out_from_marks.py FROM TO``. A text begins with lines such as
``%% source: issuer``, ``%% kind: ke-hoach`` and ``%% skip: theme phases.end``, the last one for
fields that cannot be known of it.
"""

import json
import sys
from pathlib import Path

from marks import marked


def pair(source: str) -> tuple[str, dict[str, object]]:
    """The plain text and its truth."""
    lines = source.split("\n")
    told: dict[str, str] = {}
    while lines and lines[0].startswith("%%"):
        name, _, value = lines.pop(0)[2:].partition(":")
        told[name.strip()] = value.strip()
    result = marked("\n".join(lines))
    skipped = told.get("skip", "").split()
    known = {key: value for key, value in result.truth.items() if key not in skipped}
    unknown = [name for name in skipped if name not in result.truth]
    head = {"source": told["source"], "kind": told["kind"], "unknown": unknown}
    return result.text, head | known


def main(sources: Path, folder: Path) -> None:
    for path in sorted(sources.glob("*.txt")):
        text, truth = pair(path.read_text(encoding="utf-8"))
        (folder / path.name).write_text(text, encoding="utf-8")
        told = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
        (folder / path.name).with_suffix(".json").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
