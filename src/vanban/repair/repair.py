"""Text recognised with the wrong language → Vietnamese again, doubtful words marked."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from vanban.repair.codes import mended
from vanban.repair.columns import columns_of, is_certain
from vanban.repair.confidence import Evidence, confidence
from vanban.repair.counts import Counts
from vanban.repair.detect import damaged_stretches
from vanban.repair.evidence import Choice, disagreements, evidence_of
from vanban.repair.knowledge import Knowledge, knowledge
from vanban.repair.model import Repair, Span
from vanban.repair.pen import Pen, Readings
from vanban.repair.pieces import Kind, Piece, pieces_of
from vanban.repair.search import odds_of
from vanban.repair.strays import stray_signs

Progress = Callable[[int, int], None]
Decided = tuple[Piece, Readings, Evidence | None]

_JOINED = re.compile(r"\w[^\w\s]+\Z")
_LONGEST_JOINT = 6

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
    spans = damaged_stretches(normal)
    sentences = [one for span in spans for one in _sentences(normal, span)]
    if not sentences:
        return Repair(text, text)
    trained = models()
    decided: list[Decided] = []
    for number, sentence in enumerate(sentences, start=1):
        decided += _decided(normal, sentence, trained)
        if progress:
            progress(number, len(sentences))
    pen = Pen(normal, stray_signs(normal, spans))
    for piece, readings, evidence in _compared(decided):
        pen.write(piece, readings, _sureness(readings, evidence))
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


def _decided(text: str, sentence: Sequence[Piece], models: Knowledge) -> Iterator[Decided]:
    """Every piece with its readings, and what speaks for the first; nothing if it is certain."""
    columns = columns_of(sentence, models)
    kept, odds = odds_of(columns, _START, models.language)
    joined = (_is_joined(text, piece) for piece in sentence)
    choices = list(map(Choice, sentence, joined, columns, kept, odds))
    evidence = evidence_of(choices, models.language)
    for place, (choice, facts) in enumerate(zip(choices, evidence, strict=True)):
        readings: dict[str, float] = defaultdict(float)
        for reading, share in zip(choice.kept, choice.odds, strict=True):
            readings[reading.word] += share
        certain = is_certain(choice.piece, first=place == 0)
        yield choice.piece, _ranked(choice.piece, readings, models), None if certain else facts


def _is_joined(text: str, piece: Piece) -> bool:
    """A sign without a blank between two words may be a blank that was lost (*thi-đua*)."""
    return _JOINED.search(text, max(piece.start - _LONGEST_JOINT, 0), piece.start) is not None


def _compared(decided: Sequence[Decided]) -> Iterator[Decided]:
    """The evidence of all words completed with what became of the same signs elsewhere."""
    unlike = disagreements([(piece.text, readings[0][0]) for piece, readings, _ in decided])
    for (piece, readings, facts), share in zip(decided, unlike, strict=True):
        yield piece, readings, None if facts is None else (*facts, share)


def _ranked(piece: Piece, readings: dict[str, float], models: Knowledge) -> Readings:
    """Best first; but a number stays first, however unlikely; a code is mended in its letters."""
    if piece.kind is Kind.CODE:
        code = mended(piece.text, models.codes)
        return [(code, 1.0 if code == piece.text else _ODDS_OF_A_CODE)]
    if piece.kind is Kind.NUMBER:
        readings.setdefault(piece.text, 0.0)
    ranked = sorted(readings.items(), key=lambda reading: -reading[1])
    if piece.kind is Kind.NUMBER:
        ranked.sort(key=lambda reading: reading[0] != piece.text)
    return ranked


def _sureness(readings: Readings, evidence: Evidence | None) -> float:
    return readings[0][1] if evidence is None else confidence(evidence)
