"""Choosing anew in a draft: its paragraphs with contents exchanged, taken out and put in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua.cascade.contents import content_at, contents_of
from thidua.documents.naming import folded
from thidua.plans.actions import Words
from thidua.plans.models import Clause

_NUMBERED = re.compile(r"(?P<prefix>(?:\d+\.)*)(?P<number>\d+)(?P<dot>\.?)")


@dataclass(slots=True)
class Part:
    """One content with what stands below it, or one other paragraph.

    `above` is the clause of the superior's plan that it carries out.
    """

    words: list[Words]
    content: bool = False
    above: int | None = None


def parts_of(clauses: Sequence[Clause], carried: Mapping[int, int]) -> list[Part]:
    """The paragraphs of a plan in order; `carried` leads from its clauses to those above."""
    tops = {content.clause.pk for content in contents_of(clauses)} | set(carried)
    inside: set[int] = set()
    found = []
    for clause in clauses:
        if clause.pk in inside:
            continue
        members = [clause]
        if clause.pk in tops:
            members += content_at(clause, clauses).below
            inside |= {one.pk for one in members}
        words = [Words(one.marker, one.text, one.pk) for one in members]
        found.append(Part(words, clause.pk in tops, carried.get(clause.pk)))
    return found


def rearranged(
    parts: Sequence[Part],
    wanted: Sequence[tuple[int, Sequence[Words] | None]],
    added: Sequence[Sequence[Words]],
) -> list[Part]:
    """Bring the contents into line with `wanted`: clause above and its words, or None without.

    What was there stays where it is; what is new stands behind the content before it, additions
    behind the last. All contents are numbered anew, where they have one row of numbers.
    """
    scheme = _scheme(parts)
    found = list(parts)
    last = _first_place(found)
    for above, words in wanted:
        place = next((at for at, part in enumerate(found) if part.above == above), None)
        if words is None:
            if place is not None:
                del found[place]
                last = min(last, place)
        elif place is None:
            found.insert(last, Part(list(words), content=True, above=above))
            last += 1
        else:
            found[place].words = _exchanged(found[place].words, words)
            last = place + 1
    end = max((at + 1 for at, part in enumerate(found) if part.content), default=last)
    found[end:end] = [Part(list(words), content=True) for words in added]
    return _renumbered(found, scheme)


def _first_place(parts: Sequence[Part]) -> int:
    """Where contents begin: at the first, else behind the heading that announces them."""
    for at, part in enumerate(parts):
        if part.content:
            return at
    headings = [at for at, part in enumerate(parts) if "noi dung" in folded(part.words[0].text)]
    return headings[-1] + 1 if headings else len(parts)


def _exchanged(old: list[Words], new: Sequence[Words]) -> list[Words]:
    """The new words in the row of the old; the same words stay as they are, rows and all."""
    if folded(_text(old)) == folded(_text(new)):
        return old
    first, *below = new
    return [Words(old[0].marker, first.text, old[0].pk), *below]


def _text(words: Sequence[Words]) -> str:
    return " ".join([words[0].text, *(f"{one.marker} {one.text}" for one in words[1:])])


def _scheme(parts: Sequence[Part]) -> tuple[str, int, str] | None:
    """Prefix, first number and dot of the numbers of all contents; None where they differ."""
    found = [_NUMBERED.fullmatch(part.words[0].marker) for part in parts if part.content]
    if not found:
        return "", 1, "."
    numbers = [one for one in found if one]
    if len(numbers) < len(found) or len({one["prefix"] for one in numbers}) > 1:
        return None
    return numbers[0]["prefix"], min(int(one["number"]) for one in numbers), numbers[0]["dot"]


def _renumbered(parts: list[Part], scheme: tuple[str, int, str] | None) -> list[Part]:
    contents = [part for part in parts if part.content]
    for at, part in enumerate(contents):
        first = part.words[0]
        if scheme is None:
            marker = first.marker if first.pk else "-"
        else:
            marker = f"{scheme[0]}{scheme[1] + at}{scheme[2]}"
        part.words[0] = Words(marker, first.text, first.pk)
    return parts
