"""From the readings of every word to the likeliest sentence, and to the odds of every reading.

Two passes over the same row of words: with pairs of words first, which throws out what cannot be,
then with three words, exactly. Both sum over all ways through (forward and backward), so the odds
of a reading are those of all sentences that contain it.
"""

from collections.abc import Sequence

from vanban.repair.language import Language
from vanban.repair.readings import Column, Odds
from vanban.repair.search_by_threes import odds_by_threes
from vanban.repair.search_by_twos import odds_by_twos

LEAST_ODDS = 2e-4
MOST_KEPT = 10


def odds_of(
    columns: Sequence[Column], before: tuple[int, int], language: Language
) -> tuple[list[Column], list[Odds]]:
    """The readings that are left of every column, and the odds of each; columns may not be empty.

    `before` are the numbers of the two words before the first column.
    """
    first = odds_by_twos(columns, before[1], language)
    kept = [_best(column, odds) for column, odds in zip(columns, first, strict=True)]
    return kept, odds_by_threes(kept, before, language)


def _best(column: Column, odds: Odds) -> Column:
    ranked = sorted(zip(odds, range(len(odds)), strict=True), reverse=True)[:MOST_KEPT]
    return [
        column[place] for share, place in ranked if share >= LEAST_ODDS or place == ranked[0][1]
    ]
