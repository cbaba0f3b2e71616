"""Cells of an .xlsx whose formula left no value: read as empty, so somebody must be told."""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

BLOCK = 1 << 20
LONGEST_CELL = 20_000
NAMED = 5
_CELL = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"(?:[^>]*\bt="e"[^>]*>|[^>]*>'
    rb"<f[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>)"
)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """How many cells, and the names of the first ones."""

    count: int = 0
    cells: list[str] = field(default_factory=list)


def unsaid_cells(data: bytes, place: int) -> Unsaid:
    """The cells of the sheet at `place` with an error or a formula nobody has calculated."""
    names: list[str] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            part = f"xl/worksheets/sheet{place + 1}.xml"
            if part not in package.namelist():
                return Unsaid()
            with package.open(part) as stream:
                rest = b""
                while block := stream.read(BLOCK):
                    seen = rest + block
                    cut = max(seen.rfind(b"<c ", 0, -3), 0)
                    names += [found.decode() for found in _CELL.findall(seen[:cut])]
                    rest = seen[cut:][-LONGEST_CELL:]
                names += [found.decode() for found in _CELL.findall(rest)]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError):
        return Unsaid()
    return Unsaid(len(names), names[:NAMED])
