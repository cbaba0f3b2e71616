"""Build the data of `vanban.repair`: `python training/build.py --cache FOLDER [--strict]`.

See training/README.md.
"""

import argparse
import csv
import gzip
import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from estimating import FLOORS, estimate
from loose import loose_pages
from recognised import pairs_of
from sources import ROOT, sources

from vanban.language.syllables import is_syllable
from vanban.repair.counts import Counts, as_text, count
from vanban.repair.pieces import Kind, pieces_of
from vanban.repair.tones import old_style

DATA = ROOT / "src/vanban/repair/data"
LOOSE_PAGES, SEED = 12, 7
ONSETS = (
    *("", "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *"bcdđghklmnprstvx",
)
VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    texts = sources(strict=options.strict, leave_out=options.leave_out)
    counted = {name: count(each) for name, each in texts.items()}
    _write(options.out / "counts.txt.gz", as_text(together(counted.values())))
    _write(options.out / "syllables.txt.gz", "\n".join(_syllables()))
    if options.cache:
        _write(options.out / "channel.json.gz", json.dumps(_channel(options.cache)))
    sizes = {name: {"words": each.threes.total()} for name, each in counted.items()}
    (options.out / "sources.json").write_text(json.dumps(sizes, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument("--cache", type=Path, help="recognised pages; without it no new channel")
    parser.add_argument("--strict", action="store_true", help="nothing that cites the damaged plan")
    parser.add_argument("--leave-out", default="", metavar="PLAN", help="000 … 003")
    return parser.parse_args()


def together(counted: Iterable[Counts]) -> Counts:
    whole = Counts()
    for counts in counted:
        whole.add(counts)
    return whole


def _channel(cache: Path) -> dict[str, object]:
    """The pages are the prose and loose syllables, never a plan: those are for measuring."""
    folder = ROOT / "training/prose"
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    words = {
        piece.text.lower()
        for text in texts.values()
        for piece in pieces_of(unicodedata.normalize("NFC", text))
        if piece.kind is Kind.WORD and piece.text.isalpha()
    }
    texts |= {
        f"loose {number}": text for number, text in enumerate(loose_pages(words, LOOSE_PAGES, SEED))
    }
    return {"floors": FLOORS, "letters": estimate(pairs_of(texts, cache))}


def _syllables() -> list[str]:
    """Every syllable the spelling rules allow, found by trying onset, rime and tone."""
    bare = {onset + rime for onset in ONSETS for rime in _rimes()}
    toned = {
        unicodedata.normalize("NFC", word[: place + 1] + tone + word[place + 1 :])
        for word in bare
        for place, letter in enumerate(word)
        if letter in VOWELS
        for tone in TONES
    }
    return sorted({old_style(word) for word in bare | toned if is_syllable(word)})


def _rimes() -> set[str]:
    """What the table of the spelling rules holds, whatever onset it belongs to, and *(gi)êng*."""
    table = (ROOT / "src/vanban/language/syllables.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {"êng"}.union(*(row["spellings"].split() for row in rows if "rime" in row["part"]))


def _write(path: Path, text: str) -> None:
    """Without the time in its head the same data gives the same file."""
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
