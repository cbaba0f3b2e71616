"""The odds of every reading by three words in a row: exact, for the few that are left."""

from collections.abc import Sequence
from math import exp

from vanban.repair.language import Language
from vanban.repair.readings import Column, Odds, Reading

Table = list[Odds]


def odds_by_threes(
    columns: Sequence[Column], before: tuple[int, int], language: Language
) -> list[Odds]:
    """The same with pairs of readings as states."""
    none = Reading(before[0], "", 0.0)
    last = Reading(before[1], "", 0.0)
    rows = [[none], [last], *columns]
    chances = [[1.0]]
    forward: list[Table] = []
    links: list[list[Table]] = []
    for first, second, column in zip(rows, rows[1:], rows[2:], strict=False):
        table = [
            [
                [exp(language.three(a.number, b.number, c.number) + c.cost) for c in column]
                for b in second
            ]
            for a in first
        ]
        nexts = [
            [
                sum(chances[i][j] * table[i][j][k] for i in range(len(first)))
                for k in range(len(column))
            ]
            for j in range(len(second))
        ]
        total = sum(map(sum, nexts)) or 1.0
        chances = [[one / total for one in row] for row in nexts]
        forward.append(chances)
        links.append(table)
    return _backward(forward, links)


def _backward(forward: list[Table], links: list[list[Table]]) -> list[Odds]:
    after = [[1.0] * len(row) for row in forward[-1]]
    odds = []
    for place in range(len(forward) - 1, -1, -1):
        both = [
            [a * b for a, b in zip(x, y, strict=True)]
            for x, y in zip(forward[place], after, strict=True)
        ]
        total = sum(map(sum, both)) or 1.0
        odds.append([sum(row[k] for row in both) / total for k in range(len(both[0]))])
        table = links[place]
        after = [
            [sum(t * a for t, a in zip(cell, after[j], strict=True)) for j, cell in enumerate(row)]
            for row in table
        ]
        top = max(map(max, after)) or 1.0
        after = [[one / top for one in row] for row in after]
    return odds[::-1]
