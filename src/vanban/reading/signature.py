"""The signature block: for whom, in which post, who, and what stands in place of the hand.

Several people may sign. Their blocks follow one another, or stand side by side, when the text has
first all posts and then all names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.paper import CLEAR, GUESS, LETTERHEAD, Found
from vanban.reading.roles import is_authority, is_post, side_of

if TYPE_CHECKING:
    from vanban.reading.paper import Line
    from vanban.reading.tail import Tail

_SIGNED = spaced(
    r"\(?\s*(?P<mark>da ky(?: va dong dau|, dong dau)?|ky ten,? (?:va )?dong dau"
    r"|ky,? ghi ro ho ten|chu ky|ky ten)\s*\)?"
)
_SIGNS_FOR = spaced(r"(?:kt|k/t)\s?[./]?\s?\w")
_MAIN = ("union", "chair")
_LISTED_NAME = spaced(r"\d{1,2}[.)] |[^\W\d_][^:]{3,60}: [^\W\d_]")
_MOST = 6
_LONG = 4
_NEXT_LINE = 80
"""Another column may stand between two lines of one block."""


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """The parts of a signature block, each with its place."""

    authority_line: Found[str] | None = None
    post: Found[str] | None = None
    name: Found[str] | None = None
    mark: Found[str] | None = None


@dataclass(slots=True)
class _Signer:
    authority: list[Line] = field(default_factory=list)
    post: Line | None = None
    side: str = ""
    rest: list[Line] = field(default_factory=list)
    """Further lines of a long post."""
    marks: list[Line] = field(default_factory=list)
    name: Line | None = None
    closed: bool = False
    """Its names stood in a list of their own."""


@cache
def _name() -> re.Pattern[str]:
    titles = sorted(catalogue.column("name_titles", "title"), key=len, reverse=True)
    spelled = "|".join(re.escape(title).replace("\\ ", " ") for title in titles)
    return spaced(
        rf"(?:(?:{spelled})\b\.?\s*)*(?P<name>[^\W\d_][\w'’.]*(?: [^\W\d_][\w'’]*){{1,5}})",
        re.IGNORECASE,
    )


def read_signatures(tail: Tail) -> list[SignatureFound]:
    """Everybody who signs; first the one who signs for the union, else the chair."""
    signers = _signers(list(tail.signature))
    found = [_found(signer) for signer in signers if signer.post or signer.authority]
    main = _main(signers)
    if main is not None and found:
        place = [s for s in signers if s.post or s.authority].index(main)
        found.insert(0, found.pop(place))
    return found


def _main(signers: list[_Signer]) -> _Signer | None:
    heads = [s for s in signers if s.post or s.authority]
    return min(heads, key=_distance, default=None)


def _distance(signer: _Signer) -> int:
    """How far a signer is from the one who signs for the union."""
    if signer.authority and signer.side in {"", "union"}:
        return 0
    if signer.side in _MAIN:
        return 1
    return 3 if signer.side in {"secretary", "second"} else 2


def _signers(cells: list[Line]) -> list[_Signer]:
    signers: list[_Signer] = []
    for cell in cells[: 8 * _MOST]:
        if is_authority(cell):
            _authority(signers, cell)
        elif is_post(cell):
            _post(signers, cell)
        elif signers:
            _below(signers, cell)
    _capital_names(signers)
    return signers


def _authority(signers: list[_Signer], cell: Line) -> None:
    """``KT. CHỦ TỊCH`` goes on with the block above, ``TM.`` begins one."""
    last = signers[-1] if signers else None
    if last is None or last.name is not None:
        signers.append(_Signer(authority=[cell]))
        return
    goes_on = last.post is None and (_SIGNS_FOR.match(cell.folded) or not last.authority)
    if goes_on or last.side == "chair":
        last.authority.append(cell)
    else:
        signers.append(_Signer(authority=[cell]))


def _post(signers: list[_Signer], cell: Line) -> None:
    side = side_of(cell) or ""
    for signer in reversed(signers):
        fits = signer.authority and side != "management" and side != "secretary"
        if signer.post is None and signer.name is None and fits:
            signer.post, signer.side = cell, side
            return
    signers.append(_Signer(post=cell, side=side))


def _below(signers: list[_Signer], cell: Line) -> None:
    """A mark, the rest of a broken line, or the name of the first signer that lacks one."""
    waiting = next((s for s in signers if s.name is None and not s.closed), None)
    if _looks_like_name(cell):
        if waiting is not None:
            waiting.name = cell
        else:
            _second_name(signers, cell)
    elif waiting is None:
        return
    elif _SIGNED.fullmatch(cell.folded):
        waiting.marks.append(cell)
    elif is_upper(cell.text):
        last = signers[-1]
        is_broken = last.authority and last.post is None and not last.marks
        if _goes_on(waiting, cell):
            waiting.rest.append(cell)
            return
        (last.authority if is_broken else waiting.marks).append(cell)
    elif _LISTED_NAME.match(cell.folded):
        signers[-1].closed = True


def _goes_on(signer: _Signer, cell: Line) -> bool:
    """``TRƯỞNG BAN CHÍNH SÁCH - PHÁP`` / ``LUẬT``: a long post and a short line right below."""
    post = signer.post
    if post is None or signer.marks or signer.rest or cell.start - post.end > _NEXT_LINE:
        return False
    return len(post.text.split()) > _LONG and len(cell.text.split()) < _LONG - 1


def _second_name(signers: list[_Signer], cell: Line) -> None:
    """Two names below one post: both sign in it. One alone keeps the last, as names come last."""
    last = signers[-1]
    if len(signers) > 1:
        signers.append(_Signer(authority=last.authority, post=last.post, side="second", name=cell))
    elif last.name is not None:
        last.name = cell


def _capital_names(signers: list[_Signer]) -> None:
    """A name printed in capitals looks like a mark; the last such line is the name."""
    for signer in signers:
        if signer.name is not None or not signer.marks:
            continue
        last = signer.marks[-1]
        match = _name().fullmatch(last.text)
        if match is not None and len(signer.marks) == 1 and not _SIGNED.fullmatch(last.folded):
            signer.name = signer.marks.pop()


def _looks_like_name(cell: Line) -> bool:
    match = _name().fullmatch(cell.text)
    if match is None or is_upper(cell.text):
        return False
    return all(word[0].isupper() and not word[1:].isupper() for word in match["name"].split())


def _found(signer: _Signer) -> SignatureFound:
    return SignatureFound(
        authority_line=_joined(signer.authority, LETTERHEAD),
        post=_joined([signer.post, *signer.rest], LETTERHEAD) if signer.post else None,
        name=_named(signer.name) if signer.name else None,
        mark=_mark(signer.marks),
    )


def _joined(cells: list[Line], confidence: float) -> Found[str] | None:
    if not cells:
        return None
    words = " ".join(" ".join(cell.text for cell in cells).split())
    return Found(words.replace(" .", "."), (cells[0].start, cells[-1].end), confidence)


def _named(cell: Line) -> Found[str] | None:
    match = _name().fullmatch(cell.text)
    if match is None:
        return None
    span = (cell.start + match.start("name"), cell.start + match.end("name"))
    words = " ".join(match["name"].split())
    return Found(words, span, GUESS if is_upper(cell.text) else LETTERHEAD)


def _mark(cells: list[Line]) -> Found[str] | None:
    for cell in cells:
        if match := _SIGNED.fullmatch(cell.folded):
            start, end = match.span("mark")
            return Found(cell.text[start:end], (cell.start + start, cell.start + end), LETTERHEAD)
    return _joined([cell for cell in cells if is_upper(cell.text)], CLEAR)
