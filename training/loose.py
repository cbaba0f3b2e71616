"""Pages of shuffled syllables, so that every letter in every case is seen in the channel."""

import random
from collections.abc import Iterable

WORDS_A_LINE = 13
LINES = 40
CASES = (str.lower, str.lower, str.title, str.upper)


def loose_pages(words: Iterable[str], number: int, seed: int) -> list[str]:
    """Texts of one page each; the words are drawn by chance, the letters are what matters."""
    dice = random.Random(seed)
    stock = sorted(words)
    return ["\n".join(_line(stock, dice) for _ in range(LINES)) for _ in range(number)]


def _line(stock: list[str], dice: random.Random) -> str:
    case = dice.choice(CASES)
    return " ".join(case(word) for word in dice.sample(stock, WORDS_A_LINE))
