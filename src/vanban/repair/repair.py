"""Text recognised with the wrong language → Vietnamese again, doubtful words marked."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from vanban.repair.codes import mended
from vanban.repair.columns import columns_of
from vanban.repair.confidence import Evidence, confidence, evidence_of
from vanban.repair.counts import Counts
from vanban.repair.detect import damaged_stretches
from vanban.repair.knowledge import Knowledge, knowledge
from vanban.repair.model import Repair, Span
from vanban.repair.pen import Pen, Readings
from vanban.repair.pieces import Kind, Piece, pieces_of
from vanban.repair.search import odds_of

Progress = Callable[[int, int], None]

_LONGEST_SENTENCE = 150
_ODDS_OF_A_CODE = 0.9
_START = (0, 0)


def repair(text: str, *, known: Counts | None = None, progress: Progress | None = None) -> Repair:
    """Repair the damaged stretches of `text`, if there are any; all else stays as it is.

    Line breaks, blanks, numbers and signs are kept. `known` are the counts of the unit's own
    documents; `progress` is told after every sentence how many of how many are done. Where there
    is damage the text is brought to NFC first, and `Repair.original` is that form.
    """
    return repair_with(lambda: knowledge(known), text, progress)


def repair_with(
    models: Callable[[], Knowledge], text: str, progress: Progress | None = None
) -> Repair:
    """`repair` with other trained data; it is asked for only where there is damage."""
    normal = unicodedata.normalize("NFC", text)
    sentences = [one for span in damaged_stretches(normal) for one in _sentences(normal, span)]
    if not sentences:
        return Repair(text, text)
    pen, trained = Pen(normal), models()
    for number, sentence in enumerate(sentences, start=1):
        for piece, readings, evidence in _decided(sentence, trained):
            pen.write(piece, readings, _sureness(piece, readings, evidence))
        if progress:
            progress(number, len(sentences))
    return pen.finished()


def _sentences(text: str, span: Span) -> Iterator[list[Piece]]:
    """The pieces of a stretch, cut where a sentence ends and where it gets too long."""
    start, end = span
    sentence: list[Piece] = []
    for piece in pieces_of(text[start:end]):
        if sentence and (piece.breaks or len(sentence) == _LONGEST_SENTENCE):
            yield sentence
            sentence = []
        sentence.append(Piece(piece.kind, piece.text, piece.start + start, piece.breaks))
    if sentence:
        yield sentence


def _decided(
    sentence: Sequence[Piece], models: Knowledge
) -> Iterator[tuple[Piece, Readings, Evidence]]:
    columns, odds = odds_of(columns_of(sentence, models), _START, models.language)
    evidence = evidence_of(columns, odds, models.language)
    for piece, column, shares, facts in zip(sentence, columns, odds, evidence, strict=True):
        readings: dict[str, float] = defaultdict(float)
        for reading, share in zip(column, shares, strict=True):
            readings[reading.word] += share
        yield piece, _ranked(piece, readings, models), facts


def _ranked(piece: Piece, readings: dict[str, float], models: Knowledge) -> Readings:
    """Best first; but a number stays first, however unlikely; a code is mended in its letters."""
    if piece.kind is Kind.CODE:
        code = mended(piece.text, models.codes)
        return [(code, 1.0 if code == piece.text else _ODDS_OF_A_CODE)]
    ranked = sorted(readings.items(), key=lambda reading: -reading[1])
    if piece.kind is Kind.NUMBER:
        ranked.sort(key=lambda reading: reading[0] != piece.text)
    return ranked


def _sureness(piece: Piece, readings: Readings, evidence: Evidence) -> float:
    """A figure is a figure as far as the search believes it; a word is weighed."""
    if len(readings) == 1 or piece.kind is Kind.NUMBER:
        return readings[0][1]
    return confidence(evidence)
