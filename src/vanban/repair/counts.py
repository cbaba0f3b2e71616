"""What a language model has to know of a text: which word follows which two, and in which case."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from vanban.language.forms import plain_text
from vanban.repair.pieces import Kind, Piece, pieces_of
from vanban.repair.tones import old_style

START = "<s>"
NUMBER = "<n>"
UNKNOWN = "<?>"

Three = tuple[str, str, str]


@dataclass(slots=True, eq=False)
class Counts:
    """Three words in a row (in lower case) and how often; the printed form of words and how often.

    Nothing else of a text is kept, but rare rows still show what an archive is about: treat the
    counts of a unit's documents as the documents themselves.
    """

    threes: Counter[Three] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Counts") -> None:
        self.threes.update(other.threes)
        self.forms.update(other.forms)


def count(texts: Iterable[str]) -> Counts:
    """Count the words of sound Vietnamese texts; damaged ones would teach the damage."""
    counts = Counts()
    for text in texts:
        _add(counts, plain_text(text))
    return counts


def token(piece: Piece) -> str:
    """The word under which the model knows a piece of text."""
    return old_style(piece.text.lower()) if piece.kind is Kind.WORD else NUMBER


def _add(counts: Counts, text: str) -> None:
    before, last = START, START
    for piece in pieces_of(text):
        if piece.breaks:
            before, last = START, START
        word = token(piece)
        counts.threes[before, last, word] += 1
        if piece.kind is Kind.WORD and not piece.breaks:
            counts.forms[old_style(piece.text)] += 1
        before, last = last, word


def as_text(counts: Counts) -> str:
    """The counts in the form in which they are stored: one line for all that follows two words."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (before, last, word), times in sorted(counts.threes.items()):
        rows[before, last].append(word if times == 1 else f"{word}*{times}")
    threes = (f"{before} {last} {' '.join(words)}" for (before, last), words in rows.items())
    forms = (f"{form}*{times}" for form, times in sorted(counts.forms.items()))
    return "\n".join((" ".join(forms), *threes))


def from_text(stored: str) -> Counts:
    """Read what `as_text` wrote."""
    forms, *threes = stored.split("\n")
    counts = Counts()
    for word, times in map(_counted, forms.split(" ")):
        counts.forms[word] = times
    for line in threes:
        before, last, *words = line.split(" ")
        for word, times in map(_counted, words):
            counts.threes[before, last, word] = times
    return counts


def _counted(stored: str) -> tuple[str, int]:
    word, _, times = stored.partition("*")
    return word, int(times or 1)
