"""A sentence of recognised words as columns of readings, for the search to choose from."""

import re
from collections.abc import Sequence
from math import log

from vanban.repair.codes import mended
from vanban.repair.counts import NUMBER, UNKNOWN, token
from vanban.repair.detect import is_sure
from vanban.repair.knowledge import Knowledge
from vanban.repair.pieces import Kind, Piece
from vanban.repair.readings import Column, Reading

MOST_READINGS = 30
CHANNEL_WEIGHT = 0.7
"""The channel takes its letters for independent, which they are not: it is too sure of itself."""

_MAYBE_WORD = log(0.02)
"""A lone figure is a figure, unless all around says otherwise; then it is marked, never changed."""

_AS_IT_STANDS = {"digits": -2.0, "capitals": 0.0, "letters": -6.0}
"""On top of the small share of a word nobody has ever met."""

_LIST_LETTER = re.compile(r"[a-zđ]")
_ROMAN_OR_FIGURE = 2


def columns_of(sentence: Sequence[Piece], knowledge: Knowledge) -> list[Column]:
    """The readings of every piece; a number, a code and a sure word have but one."""
    return [_column(piece, knowledge, first=place == 0) for place, piece in enumerate(sentence)]


def is_certain(piece: Piece, *, first: bool) -> bool:
    """Can nobody doubt what was read here? `first` of a sentence stand the marks of a list."""
    if piece.kind is Kind.NUMBER:
        return first or len(piece.text) > _ROMAN_OR_FIGURE
    listed = first and _LIST_LETTER.fullmatch(piece.text) is not None
    return piece.kind is Kind.CODE or listed or is_sure(piece.text)


def _column(piece: Piece, knowledge: Knowledge, *, first: bool) -> Column:
    ids = knowledge.language.ids
    if is_certain(piece, first=first):
        return [Reading(ids.get(token(piece), ids[UNKNOWN]), piece.text, 0.0)]
    if piece.kind is Kind.NUMBER:
        return _number(piece, knowledge)
    return [*_spelt(piece.text, knowledge, first=first), _as_it_stands(piece.text, knowledge)]


def _number(piece: Piece, knowledge: Knowledge) -> Column:
    itself = Reading(knowledge.language.ids[NUMBER], piece.text, 0.0)
    words = _spelt(piece.text, knowledge, first=False)
    return [itself, *(Reading(one.number, one.word, one.cost + _MAYBE_WORD) for one in words)]


def _spelt(seen: str, knowledge: Knowledge, *, first: bool) -> list[Reading]:
    ids = knowledge.language.ids
    return [
        Reading(ids[word.lower()], word, CHANNEL_WEIGHT * cost + knowledge.case(word, first=first))
        for cost, word in knowledge.speller.spell(seen, MOST_READINGS)
    ]


def _as_it_stands(seen: str, knowledge: Knowledge) -> Reading:
    """A name, a foreign word or an abbreviation that nobody has told us."""
    kind = "letters"
    if any(sign.isdigit() for sign in seen):
        kind = "digits"
    elif seen.isupper() and len(seen) > _ROMAN_OR_FIGURE:
        kind = "capitals"
        seen = mended(seen, knowledge.codes)
    return Reading(knowledge.language.ids[UNKNOWN], seen, _AS_IT_STANDS[kind])
