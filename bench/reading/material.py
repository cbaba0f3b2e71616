"""The sentence material of the corpus: tables and alternatives, chosen by a seeded generator."""

import csv
import functools
import random
import re
from pathlib import Path

FOLDER = Path(__file__).with_name("material")

Row = dict[str, str]
_SLOT = re.compile(r"\$([A-Za-z_]+)")


@functools.cache
def rows(name: str) -> tuple[Row, ...]:
    """A table with a heading, cells parted by bars."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream, delimiter="|"))


@functools.cache
def lines(name: str) -> tuple[str, ...]:
    """A plain list."""
    return tuple((FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1])


@functools.cache
def alternatives() -> dict[str, tuple[str, ...]]:
    """What may stand in each slot: ``## slot``, then paragraphs parted by empty lines."""
    slots: dict[str, tuple[str, ...]] = {}
    for path in (FOLDER / "plan.txt", FOLDER / "others.txt"):
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, body = part.partition("\n")
            slots[name.strip()] = tuple(one.strip() for one in body.strip().split("\n\n"))
    return slots


class Material:
    """One document's choices. Each alternative is used once before any comes again."""

    def __init__(self, rng: random.Random, facts: Row) -> None:
        self.rng, self.facts = rng, facts
        self._left: dict[str, list[str]] = {}

    def one(self, slot: str) -> str:
        """A sentence for a slot, with its own slots filled."""
        return self.filled(self._next(slot, alternatives()[slot]))

    def some(self, slot: str, count: int) -> list[str]:
        """Several different sentences for a slot, fewer when there are fewer."""
        return [self.one(slot) for _ in range(min(count, len(alternatives()[slot])))]

    def line(self, name: str) -> str:
        """A line of a list."""
        return self._next(name, lines(name))

    def row(self, name: str, *sectors: str) -> Row:
        """A row of a table for one of these sectors."""
        fitting = [row for row in rows(name) if row.get("sector") in (*sectors, None)]
        chosen = self._next(name, tuple(str(place) for place in range(len(fitting))))
        return fitting[int(chosen)]

    def _next(self, name: str, values: tuple[str, ...]) -> str:
        left = self._left.get(name)
        if not left:
            left = list(values)
            self.rng.shuffle(left)
            self._left[name] = left
        return left.pop()

    def filled(self, text: str) -> str:
        """Put facts and further sentences in the place of ``$slots``."""
        return _SLOT.sub(lambda slot: self._value(slot[1]), text)

    def _value(self, name: str) -> str:
        if name in self.facts:
            return self.facts[name]
        if name in {"movement", "Movement"}:
            row = self.row("movements", self.facts["sector"], "chung")
            cue = row["cue"] if name == "movement" else row["cue"].capitalize()
            return f"{cue} “{{move:{row['name']}}}”"
        if name == "slogan":
            return f"{{slogan:{self.line('slogans')}}}"
        return self.one(name)
