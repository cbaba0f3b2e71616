"""The contents of a plan as things to choose from: each with all the paragraphs below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.cascade.models import Choice, ClauseChoice
from thidua.plans.models import Clause


@dataclass(frozen=True, slots=True)
class Content:
    """One content of a plan; `below` are the paragraphs that belong to it, in order."""

    clause: Clause
    below: tuple[Clause, ...] = ()

    @property
    def words(self) -> str:
        """Without its own number, since the same content bears another one in another plan."""
        return "\n".join([self.clause.text, *(printed(one) for one in self.below)])


def contents_of(clauses: Sequence[Clause]) -> list[Content]:
    """The contents of a plan from all its clauses in order.

    A content inside another one is a part of it: nothing can be chosen twice.
    """
    parents = {one.pk: one.parent_id for one in clauses}
    tops = [one for one in clauses if one.content]
    marked = {one.pk for one in tops}
    tops = [one for one in tops if not _inside(one.parent_id, parents, marked)]
    return [content_at(one, clauses) for one in tops]


def content_at(top: Clause, clauses: Sequence[Clause]) -> Content:
    """The clause with everything of `clauses` that stands below it."""
    parents = {one.pk: one.parent_id for one in clauses}
    below = [one for one in clauses if _inside(one.parent_id, parents, {top.pk})]
    return Content(top, tuple(below))


def _inside(parent: int | None, parents: dict[int, int | None], wanted: set[int]) -> bool:
    while parent is not None:
        if parent in wanted:
            return True
        parent = parents.get(parent)
    return False


def printed(clause: Clause) -> str:
    """A paragraph as it is typed: number and words."""
    return f"{clause.marker} {clause.text}".strip()


def made_of(row: ClauseChoice, above: Content, own: Sequence[Clause]) -> Choice | None:
    """What became of a clause: as the two texts say now, or as it was declared left out.

    None means that nothing carries it any more: its paragraph was deleted while writing.
    """
    if row.left_out:
        return Choice.LEFT_OUT
    clause = next((one for one in own if one.pk == row.own_clause_id), None)
    if clause is None:
        return None
    same = _plain(content_at(clause, own).words) == _plain(above.words)
    return Choice.KEPT if same else Choice.ADAPTED


def _plain(words: str) -> str:
    """Neither case nor spaces make another content."""
    return " ".join(words.split()).casefold()
