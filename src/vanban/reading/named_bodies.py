"""The bodies named in a letterhead: who issues, under whom, and who issues with them.

A name may go on over several lines; an employer, a department or the Party may stand among them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold, is_upper, one_line
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.bodies import end_of_subject, generic, same_body, subject
from vanban.reading.cells import part_of
from vanban.reading.paper import DERIVED, LETTERHEAD, Found
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import re

    from vanban.reading.paper import Line, Paper

_SUPERIOR = frozenset({"union", "front"})
_EMPLOYER = "employer"
_LONGEST = 110
_UNFINISHED = spaced(r".*(?:,|[–-]|\b(?:va|cac|tinh|huyen|quan|thanh pho|thi xa|xa|phuong|so))$")
_JOINED = spaced(r" [–-] | va (?=so |ban |hoi |cong an |uy ban )")
_JOINT = spaced(r"lien tich|phoi hop")
_JOINT_SYMBOL = spaced(r"\w*(?:lt|ph|phhd)\b")


@dataclass(slots=True)
class _Name:
    kind: str
    lines: list[Line] = field(default_factory=list)

    @property
    def folded(self) -> str:
        return " ".join(line.folded for line in self.lines)


@dataclass(frozen=True, slots=True)
class BodiesFound:
    """The issuing union body, its superior, and those who issue with it."""

    issuing: Found[str] | None = None
    parent: Found[str] | None = None
    others: tuple[Found[str], ...] = ()


@cache
def _organisations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds: dict[str, list[str]] = {}
    for row in catalogue.rows("organisations"):
        kinds.setdefault(row["kind"], []).append(row["opening"])
    return tuple((k, spaced(rf"(?:{pattern_of(tuple(names))})\b")) for k, names in kinds.items())


@cache
def _stamps() -> frozenset[str]:
    return frozenset(fold(mark) for mark in catalogue.column("stamps", "mark"))


@cache
def _acting() -> re.Pattern[str]:
    """A committee that stands alone on its line, before the name of its union."""
    rows = [row for row in catalogue.rows("bodies") if row["kind"] == "committee"]
    acting = [row for row in rows if row["generic"] == "yes"]
    names = tuple(n for row in acting for n in (row["name"], row["abbreviation"]) if n)
    return spaced(rf"(?:{pattern_of(names)})")


def is_joint(doc_type: str | None, symbol: str | None) -> bool:
    """Is a document issued by several bodies as equals (*liên tịch*, *phối hợp*)?"""
    said = _JOINT.search(fold(doc_type)) if doc_type else None
    return bool(said) or bool(symbol and _JOINT_SYMBOL.match(fold(symbol)))


def bodies_of_letterhead(
    paper: Paper, cells: tuple[Line, ...], *, joint: bool = False
) -> BodiesFound:
    """Read the names in the cells above number and title."""
    names: list[_Name] = []
    for cell in cells:
        if cell.folded.strip(" .*") in _stamps() or len(cell.text) > _LONGEST:
            continue
        for part in _parts(cell) if joint else [cell]:
            _add(paper, names, part)
    return _jointly(paper, names) if joint else _in_line(paper, names)


def _parts(cell: Line) -> list[Line]:
    """``LĐLĐ TỈNH - SỞ GIÁO DỤC``: two bodies on one line."""
    cell = part_of(cell, 0, len(cell.text.rstrip(" -–")))
    for cut in _JOINED.finditer(cell.folded):
        right = part_of(cell, cut.end(), len(cell.text))
        if _kind_of(right):
            return [part_of(cell, 0, cut.start()), *_parts(right)]
    return [cell]


def _add(paper: Paper, names: list[_Name], cell: Line) -> None:
    kind = _kind_of(cell)
    if names and _goes_on(names[-1], cell, kind):
        if not names[-1].folded.endswith(cell.folded):
            names[-1].lines.append(cell)
    elif kind and (is_upper(cell.text) or _is_name(paper, cell)):
        names.append(_Name(kind, [cell]))


def _kind_of(cell: Line) -> str:
    if subject().match(cell.folded):
        return "union"
    if _acting().fullmatch(cell.folded):
        return "union"
    return next((kind for kind, opens in _organisations() if opens.match(cell.folded)), "")


def _goes_on(name: _Name, cell: Line, kind: str) -> bool:
    if not is_upper(cell.text) and is_upper(name.lines[-1].text):
        return False
    if name.kind == kind == "front":
        return True
    if name.kind == "union" and generic().fullmatch(name.folded):
        lacks_union = subject().search(name.folded) is None
        return lacks_union or kind not in _SUPERIOR
    if _UNFINISHED.fullmatch(name.folded):
        return kind not in _SUPERIOR
    return not kind and is_upper(cell.text)


def _is_name(paper: Paper, cell: Line) -> bool:
    """``CĐCS Trường THPT Tân Hưng``: a short line, mostly capitals, no sentence."""
    words = cell.text.split()
    capitals = sum(word[0].isupper() for word in words)
    is_sentence = end_of_subject(paper, cell.start, cell.end) is not None
    return 2 * capitals > len(words) and not is_sentence and cell.text[-1] not in ".,;:"


def _in_line(paper: Paper, names: list[_Name]) -> BodiesFound:
    unions = [n for n, name in enumerate(names) if name.kind == "union"]
    if not unions:
        return BodiesFound()
    own = unions[-1]
    issuing = _printed(paper, names[own])
    above = names[own - 1] if own else None
    if above is not None and above.kind == _EMPLOYER and generic().fullmatch(names[own].folded):
        whose = _printed(paper, above)
        issuing = Found(f"{issuing.value} {whose.value}", (whose.span[0], issuing.span[1]), DERIVED)
    above_it = [name for name in names[:own] if name.kind in _SUPERIOR]
    parents = [_printed(paper, name) for name in above_it]
    parents = [found for found in parents if not same_body(found.value, issuing.value)]
    return BodiesFound(issuing, parents[-1] if parents else None)


def _jointly(paper: Paper, names: list[_Name]) -> BodiesFound:
    """Equals: the first union is the issuing body, the rest issue with it."""
    unions = [name for name in names if name.kind == "union"]
    if not unions:
        return BodiesFound()
    own = unions[-1] if unions[0].folded.startswith("tong lien doan") else unions[0]
    above = names[: names.index(own)]
    parents = [name for name in above if name.kind == "union"]
    others = [n for n in names if n is not own and n not in parents and n.kind != "department"]
    return BodiesFound(
        _printed(paper, own),
        _printed(paper, parents[-1]) if parents else None,
        tuple(_printed(paper, name) for name in others),
    )


def _printed(paper: Paper, name: _Name) -> Found[str]:
    begins = subject().match(name.lines[0].folded)
    lines = name.lines
    if name.kind == "union" and begins is None and len(lines) > 1:
        lines = lines[1:]
        begins = subject().match(lines[0].folded)
    start = lines[0].start + (begins.start("body") if begins else 0)
    words = " ".join([paper.text[start : lines[0].end], *(line.text for line in lines[1:])])
    return Found(one_line(words).rstrip(" *"), (start, lines[-1].end), LETTERHEAD)
