"""The odds of every reading by pairs of words: coarse and quick."""

from collections.abc import Sequence
from math import exp
from operator import mul

from vanban.repair.language import Language
from vanban.repair.readings import Column, Odds


def odds_by_twos(columns: Sequence[Column], last: int, language: Language) -> list[Odds]:
    forward: list[Odds] = []
    links: list[list[Odds]] = []
    states, chances = [last], [1.0]
    for column in columns:
        table = _links(language, states, column)
        sums = [sum(map(mul, chances, shares)) for shares in zip(*table, strict=True)]
        total = sum(sums) or 1.0
        chances = [one / total for one in sums]
        states = [reading.number for reading in column]
        forward.append(chances)
        links.append(table)
    return _backward(forward, links)


def _links(language: Language, states: Sequence[int], column: Column) -> list[Odds]:
    """P(reading, signs | the word before) for every word before and every reading of a column."""
    logs, backing = language.logs, language.backing
    alone = [exp(logs[reading.number] + reading.cost) for reading in column]
    numbers = frozenset(reading.number for reading in column)
    table = []
    for state in states:
        share = exp(backing.get(state, 0.0))
        row = [share * one for one in alone]
        pairs = language.pairs.get(state, {})
        if not numbers.isdisjoint(pairs):
            for place, reading in enumerate(column):
                if reading.number in pairs:
                    row[place] = exp(pairs[reading.number] + reading.cost)
        table.append(row)
    return table


def _backward(forward: list[Odds], links: list[list[Odds]]) -> list[Odds]:
    after = [1.0] * len(forward[-1])
    odds = [forward[-1]]
    for place in range(len(forward) - 1, 0, -1):
        after = [sum(map(mul, row, after)) for row in links[place]]
        top = max(after) or 1.0
        after = [one / top for one in after]
        both = list(map(mul, forward[place - 1], after))
        total = sum(both) or 1.0
        odds.append([one / total for one in both])
    return odds[::-1]
