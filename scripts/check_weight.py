"""Fail when the first load of a page grows too heavy for a weak phone on a bad network.

usage: check_weight.py [PAGE.html …]   pages as the server sends them, for instance saved by a test
Sums what every page loads, gzip level 9, fonts as they are; the limits are in thousands of bytes.
"""

import gzip
import re
import sys
from pathlib import Path

from scan_templates import ROOT, STATIC

SHARED_LIMIT = 110_000
PAGE_LIMIT = 120_000
HTML_LIMIT = 12_000
SCRIPT_LIMIT = 6_000
HEAD = ROOT / "src/thidua/core/templates/ui/head.html"


def shared_files() -> list[Path]:
    """What the head of every page asks for, the sprite, and all faces of fonts.css."""
    named = re.findall(r"\{% static '([^']+)' %\}", HEAD.read_text(encoding="utf-8"))
    faces = re.findall(r"url\((fonts/[^)]+)\)", (STATIC / "fonts.css").read_text(encoding="utf-8"))
    return [STATIC / name for name in sorted({*named, *faces, "icons.svg"})]


def weight(path: Path) -> int:
    """Bytes on the wire; a compressed format is not compressed again."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(gzip.compress(content, 9, mtime=0))


def faults(pages: list[Path]) -> list[str]:
    """Every limit that is passed, in words; prints the sums on the way."""
    found = []
    shared = 0
    for path in shared_files():
        size = weight(path)
        shared += size
        print(f"{size:>8,}  {path.relative_to(STATIC).as_posix()}")
        if path.name == "thidua.js" and size > SCRIPT_LIMIT:
            found.append(f"thidua.js weighs {size:,}, at most {SCRIPT_LIMIT:,}")
    print(f"{shared:>8,}  shared by all pages")
    if shared > SHARED_LIMIT:
        found.append(f"shared files weigh {shared:,}, at most {SHARED_LIMIT:,}")
    for page in pages:
        size = weight(page)
        print(f"{shared + size:>8,}  {page.name} ({size:,} of HTML)")
        if shared + size > PAGE_LIMIT:
            found.append(f"{page.name} weighs {shared + size:,}, at most {PAGE_LIMIT:,}")
        if size > HTML_LIMIT:
            found.append(f"{page.name} has {size:,} of HTML, at most {HTML_LIMIT:,}")
    return found


def main(pages: list[Path]) -> int:
    found = faults(pages)
    print("\n".join(found) or "light enough")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
