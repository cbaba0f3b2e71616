"""Which printed word was recognised as which: lines first, then the words of a line."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from vanban.language.forms import fold

Pair = tuple[str, str]

_LOOKALIKES = str.maketrans("61045|$", "oloasls", "’'`‘")
GAP = 0.75


def aligned_words(true: Sequence[str], seen: Sequence[str]) -> Iterator[Pair]:
    """Pairs of words that stand for each other; joined, split and lost words are left out."""
    for line, read in aligned(true, seen, unlike_lines):
        if line and read:
            pairs = aligned(line.split(), read.split(), _unlike)
            yield from ((word, sign) for word, sign in pairs if word and sign)


def aligned(
    left: Sequence[str], right: Sequence[str], cost: Callable[[str, str], float]
) -> list[Pair]:
    """The cheapest order-keeping pairing; what has no partner is paired with the empty string."""
    table = [[GAP * column for column in range(len(right) + 1)]]
    for row, one in enumerate(left, start=1):
        line = [GAP * row]
        for column, other in enumerate(right, start=1):
            together = table[row - 1][column - 1] + cost(one, other)
            line.append(min(together, table[row - 1][column] + GAP, line[-1] + GAP))
        table.append(line)
    return _walk_back(table, left, right, cost)


def _walk_back(
    table: list[list[float]],
    left: Sequence[str],
    right: Sequence[str],
    cost: Callable[[str, str], float],
) -> list[Pair]:
    pairs = []
    row, column = len(left), len(right)
    while row or column:
        here = table[row][column]
        if row and column:
            together = table[row - 1][column - 1] + cost(left[row - 1], right[column - 1])
            if abs(here - together) < 1e-9:
                row, column = row - 1, column - 1
                pairs.append((left[row], right[column]))
                continue
        if row and abs(here - table[row - 1][column] - GAP) < 1e-9:
            row -= 1
            pairs.append((left[row], ""))
        else:
            column -= 1
            pairs.append(("", right[column]))
    return pairs[::-1]


def _bare(text: str) -> str:
    return fold(text).translate(_LOOKALIKES)


def _unlike(word: str, seen: str) -> float:
    one, other = _bare(word), _bare(seen)
    if one == other:
        return 0.0
    return 1.5 * (1 - SequenceMatcher(None, one, other, autojunk=False).ratio())


def unlike_lines(line: str, seen: str) -> float:
    one, other = _bare(line), _bare(seen)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < 0.5:
        return 2 * GAP
    return 1.5 * (1 - matcher.quick_ratio())
