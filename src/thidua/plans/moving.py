"""Last year's plan moved to another year: what becomes a draft, and the notes beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua.plans.noted import quoted
from vanban.forward import Forwarded, forward
from vanban.reading.model import Block, Reading, Span
from vanban.reading.read import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A change or a flag; `block` is the place of its paragraph among those of the draft."""

    flag: bool
    why: str
    old: str = ""
    new: str = ""
    before: str = ""
    after: str = ""
    block: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The plan of the new year as it is read, and everything that was done or left open."""

    read: Reading
    old_year: str
    new_year: str
    notes: tuple[Note, ...]

    @property
    def flags(self) -> int:
        return sum(1 for note in self.notes if note.flag)


def moved(text: str, year: int) -> Moved:
    """Move the text of a plan. Raises `CannotMove` with a sentence when its year is not known."""
    forwarded = forward(text, year)
    read = read_text(forwarded.text)
    return Moved(
        read=read,
        old_year=forwarded.old_year,
        new_year=forwarded.new_year,
        notes=tuple(_notes(forwarded, read.blocks)),
    )


def _notes(forwarded: Forwarded, blocks: Sequence[Block]) -> Iterator[Note]:
    """Flags first: they wait for an answer."""
    text = forwarded.text
    for flag in forwarded.flags:
        before, words, after = quoted(text, flag.span) if flag.span else ("", "", "")
        yield Note(
            flag=True,
            why=flag.message,
            new=words,
            before=before,
            after=after,
            block=_block(blocks, flag.span),
        )
    for change in forwarded.changes:
        before, words, after = quoted(text, change.span)
        yield Note(
            flag=False,
            why=change.why,
            old=change.old,
            new=words,
            before=before,
            after=after,
            block=_block(blocks, change.span),
        )


def _block(blocks: Sequence[Block], span: Span | None) -> int | None:
    if span is None:
        return None
    inside = (
        place
        for place, one in enumerate(blocks)
        if one.span[0] <= span[0] and span[1] <= one.span[1]
    )
    return next(inside, None)
