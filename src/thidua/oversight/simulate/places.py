"""Names of districts, communes and workplaces: made up, but as such places are called."""

import random
from functools import cache

from thidua.oversight.simulate.tables import Row, column, words


@cache
def stock() -> tuple[str, ...]:
    """Names of two syllables, such as *Tân Bình*."""
    return tuple(
        f"{first} {second}"
        for first in column("places", "first")
        for second in column("places", "second")
        if first != second
    )


def some_places(draw: random.Random, count: int) -> list[str]:
    """So many names, none twice."""
    return draw.sample(stock(), count)


def workplace_name(draw: random.Random, pattern: str, known: dict[str, str]) -> str:
    """The pattern of a workplace with its gaps filled: by what is known, else by chance."""
    name = pattern
    while "{" in name:
        gap = name[name.index("{") + 1 : name.index("}")]
        name = name.replace(f"{{{gap}}}", known.get(gap) or _word(draw, gap))
    return name


def _word(draw: random.Random, gap: str) -> str:
    return draw.choice(words(gap) or stock())


def of_province(row: Row) -> str:
    """*tỉnh Ninh Bình*, *thành phố Hà Nội*; the one city that has it in its name stays as it is."""
    named = row["name"].lower().startswith(row["form"])
    return row["name"] if named else f"{row['form']} {row['name']}"
