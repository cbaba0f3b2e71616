"""An import as its page shows it: the numbers, and the rows with what can be done about them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.oversight.importing.lines import Problem
from thidua.oversight.importing.offers import (
    Offer,
    common_words,
    field_titles,
    may_be_empty,
    offers_for,
)
from thidua.oversight.models import Import, ImportRow, ImportState, RowState
from thidua.oversight.queries.importing import lines_taken_back

CODES = {
    ImportState.MAPPING: "draft",
    ImportState.CHECKING: "run",
    ImportState.READY: "wait",
    ImportState.APPLYING: "run",
    ImportState.DONE: "ok",
    ImportState.UNDOING: "run",
    ImportState.UNDONE: "none",
    ImportState.REFUSED: "bad",
    ImportState.DROPPED: "none",
}
ROW_CODES = {
    RowState.WRONG: "bad",
    RowState.DOUBTFUL: "half",
    RowState.MENDED: "ok",
    RowState.LEFT_OUT: "none",
    RowState.DONE: "ok",
    RowState.STAYS: "warn",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to be typed anew, with what may have been meant."""

    field: str
    title: str
    typed: str
    near: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RowShown:
    """A line that somebody has to look at."""

    row: ImportRow
    code: str
    word: str
    name: str
    unit: str
    problems: list[Problem]
    cells: list[Cell]
    offers: list[Offer]
    open: bool


@dataclass(frozen=True, slots=True)
class AlikeShown:
    """Lines with the same problem: what they have in common, and what helps all of them.

    `anything` says that they differ in what was typed, so that it can only be emptied.
    """

    code: str
    about: str
    count: int
    said: str
    cell: Cell | None
    offers: list[Offer]
    anything: bool
    may_be_empty: bool


def rows_shown(owner: Import, rows: Iterable[ImportRow]) -> list[RowShown]:
    titles = field_titles(owner.kind)
    return [_row(row, titles) for row in rows]


def _row(row: ImportRow, titles: dict[str, str]) -> RowShown:
    state = RowState(row.state)
    typed = row.typed
    split = f"{typed.get('family_name', '')} {typed.get('given_name', '')}".strip()
    return RowShown(
        row=row,
        code=ROW_CODES[state],
        word=str(state.label),
        name=typed.get("name") or split,
        unit=typed.get("unit") or typed.get("unit_key", ""),
        problems=row.problems,
        cells=[_cell(one, row, titles) for one in row.problems if one["field"]],
        offers=offers_for(row.code),
        open=state in {RowState.WRONG, RowState.DOUBTFUL},
    )


def _cell(one: Problem, row: ImportRow, titles: dict[str, str]) -> Cell:
    field = _typed_field(one["field"], row)
    near = [(value, shown) for value, shown in one["near"]]
    return Cell(field, titles.get(field, field), row.typed.get(field, ""), near)


def _typed_field(field: str, row: ImportRow) -> str:
    """The column in which it stands in this file, where forms split it."""
    split = {"name": "given_name", "sex": "is_woman", "birth_on": "birth_of_men"}
    if field in row.typed or split.get(field) not in row.typed:
        return field
    return split[field]


def alike_shown(owner: Import, groups: Iterable[dict[str, object]]) -> list[AlikeShown]:
    titles = field_titles(owner.kind)
    return [_alike(owner, group, titles) for group in groups]


def _alike(owner: Import, group: dict[str, object], titles: dict[str, str]) -> AlikeShown:
    row, code, anything = group["row"], str(group["code"]), bool(group["anything"])
    if not isinstance(row, ImportRow) or not isinstance(group["count"], int):
        raise TypeError("a group of rows has a count and one of its rows")
    first: Problem = row.problems[0]
    return AlikeShown(
        code=code,
        about="" if anything else str(group["about"]),
        count=group["count"],
        said=common_words(first, anything=anything),
        # Nobody shares a name: where it is missing, the lines are alike in nothing else.
        cell=_cell(first, row, titles) if first["field"] and code != "no_name" else None,
        offers=offers_for(code),
        anything=anything,
        may_be_empty=bool(first["field"]) and may_be_empty(owner.kind, first["field"]),
    )


def figures(owner: Import, rows: dict[str, int]) -> list[tuple[str, int, str]]:
    """The words, the number, and the state of rows it opens (nothing where there is no list)."""
    counts = owner.counts
    if owner.state == ImportState.UNDONE:
        return [
            (_("đã lấy lại"), lines_taken_back(owner), ""),
            (_("không hoàn tác được"), rows.get(RowState.STAYS, 0), RowState.STAYS),
        ]
    return [
        (_("mới"), counts.get("new", 0), ""),
        (_("đã có, không đổi"), counts.get("known", 0), ""),
        (_("bổ sung, thay đổi"), counts.get("changed", 0), ""),
        (_("chưa chắc"), rows.get(RowState.DOUBTFUL, 0), RowState.DOUBTFUL),
        (_("sai, thiếu"), rows.get(RowState.WRONG, 0), RowState.WRONG),
        (_("đã sửa, chờ nhập"), rows.get(RowState.MENDED, 0), RowState.MENDED),
        (_("đã bỏ"), rows.get(RowState.LEFT_OUT, 0), RowState.LEFT_OUT),
        (_("sửa rồi nhập"), rows.get(RowState.DONE, 0), RowState.DONE),
        (_("không hoàn tác được"), rows.get(RowState.STAYS, 0), RowState.STAYS),
    ]
