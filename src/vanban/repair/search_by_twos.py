"""The odds of every reading by pairs of words: coarse and quick."""

from collections.abc import Sequence
from math import exp

from vanban.repair.language import Language
from vanban.repair.readings import Column, Odds


def odds_by_twos(columns: Sequence[Column], last: int, language: Language) -> list[Odds]:
    forward: list[Odds] = []
    links: list[list[Odds]] = []
    states, chances = [last], [1.0]
    for column in columns:
        table = [_links(language, state, column) for state in states]
        sums = [
            sum(c * row[i] for c, row in zip(chances, table, strict=True))
            for i in range(len(column))
        ]
        total = sum(sums) or 1.0
        chances = [one / total for one in sums]
        states = [reading.number for reading in column]
        forward.append(chances)
        links.append(table)
    return _backward(forward, links)


def _links(language: Language, state: int, column: Column) -> Odds:
    """P(reading, signs | the word before) for every reading of a column."""
    pairs = language.pairs.get(state, {})
    backing = language.backing.get(state, 0.0)
    logs = language.logs
    out = []
    for reading in column:
        found = pairs.get(reading.number)
        if found is None:
            found = backing + logs[reading.number]
        out.append(exp(found + reading.cost))
    return out


def _backward(forward: list[Odds], links: list[list[Odds]]) -> list[Odds]:
    after = [1.0] * len(forward[-1])
    odds = [forward[-1]]
    for place in range(len(forward) - 1, 0, -1):
        after = [sum(a * b for a, b in zip(row, after, strict=True)) for row in links[place]]
        top = max(after) or 1.0
        after = [one / top for one in after]
        both = [a * b for a, b in zip(forward[place - 1], after, strict=True)]
        total = sum(both) or 1.0
        odds.append([one / total for one in both])
    return odds[::-1]
