"""The source as a sheet: lines of text in which every understood place is marked.

Marks may lie inside each other but never across: where two places overlap, the later one is cut at
the border of the earlier, and only its first piece carries the name that links lead to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vanban.reading.model import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text to mark, and how (a class of the style sheet, or nothing)."""

    start: int
    end: int
    look: str = ""

    @property
    def anchor(self) -> str:
        return anchor((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line in order: words, the beginning of a mark, or the end of the last one.

    `link` is the name of the row beside the sheet that tells about these words.
    """

    text: str = ""
    opens: bool = False
    closes: bool = False
    anchor: str = ""
    look: str = ""
    link: str = ""


def anchor(span: Span) -> str:
    """The name of a place, as in `#s-120-128`."""
    return f"{span[0]}-{span[1]}"


def lines(
    text: str,
    spots: Iterable[Place],
    within: Span | None = None,
    links: Mapping[str, str] | None = None,
) -> list[list[Token]]:
    """The lines of the text that are not empty, each as tokens with its marks.

    Only those `within` a stretch, such as a page; `links` names the row of a place by its anchor.
    """
    first, last = within or (0, len(text))
    pending = [spot for spot in _sorted(spots) if spot.start <= last and spot.end >= first]
    found = []
    start = first
    for line in text[first:last].split("\n"):
        end = start + len(line)
        if line.strip():
            cut = [_cut(spot, start, end) for spot in pending if _meets(spot, start, end)]
            found.append(list(_tokens(text, start, end, _nested(cut), links or {})))
        start = end + 1
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    look: str
    anchor: str
    place: str


def _sorted(spots: Iterable[Place]) -> list[Place]:
    """One mark per place, the outer before the inner; the gravest look wins."""
    by_span: dict[Span, Place] = {}
    for spot in spots:
        known = by_span.get((spot.start, spot.end))
        if known is None or _LOOKS.index(spot.look) > _LOOKS.index(known.look):
            by_span[spot.start, spot.end] = spot
    return sorted(by_span.values(), key=lambda spot: (spot.start, -spot.end))


def _meets(spot: Place, start: int, end: int) -> bool:
    if spot.start == spot.end:
        return start <= spot.start <= end
    return spot.start < end and spot.end > start


def _cut(spot: Place, start: int, end: int) -> _Piece:
    """The part of a place on this line; the line where it begins gets its name."""
    name = spot.anchor if spot.start >= start else ""
    return _Piece(max(spot.start, start), min(spot.end, end), spot.look, name, spot.anchor)


def _nested(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Cut pieces at the borders of those they cross, so that they lie beside or in each other."""
    done: list[_Piece] = []
    waiting = list(pieces)
    while waiting:
        piece = waiting.pop(0)
        border = min(
            (other.end for other in done if other.start <= piece.start < other.end < piece.end),
            default=None,
        )
        if border is not None:
            rest = _Piece(border, piece.end, piece.look, "", piece.place)
            piece = _Piece(piece.start, border, piece.look, piece.anchor, piece.place)
            waiting.append(rest)
            waiting.sort(key=_outer_first)
        done.append(piece)
    return sorted(done, key=_outer_first)


def _outer_first(piece: _Piece) -> tuple[int, int]:
    return piece.start, -piece.end


def _tokens(
    text: str, start: int, end: int, pieces: Sequence[_Piece], links: Mapping[str, str]
) -> Iterator[Token]:
    """Words lead to the row of the innermost mark that has one."""
    open_marks: list[tuple[int, str]] = []
    here = start
    for piece in pieces:
        while open_marks and open_marks[-1][0] <= piece.start and open_marks[-1][0] < piece.end:
            yield from _words(text, here, open_marks[-1][0], open_marks)
            here = open_marks.pop()[0]
            yield Token(closes=True)
        yield from _words(text, here, piece.start, open_marks)
        here = piece.start
        yield Token(opens=True, anchor=piece.anchor, look=piece.look)
        open_marks.append((piece.end, links.get(piece.place, "")))
    while open_marks:
        yield from _words(text, here, open_marks[-1][0], open_marks)
        here = open_marks.pop()[0]
        yield Token(closes=True)
    yield from _words(text, here, end, open_marks)


def _words(
    text: str, start: int, end: int, open_marks: Sequence[tuple[int, str]]
) -> Iterator[Token]:
    if end > start:
        words = text[start:end]
        link = next((name for _end, name in reversed(open_marks) if name), "")
        yield Token(text=words, link=link if words.strip() else "")


_LOOKS = ("", "text-success", "td-ask", "td-err")
"""From harmless to grave."""
