"""Taking over what was found in order, some hundred lines at a time; what is done stays done."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from django.db import connection, transaction

from thidua.core.folded import folded
from thidua.org.models import Membership, Person, Post, Unit
from thidua.oversight.importing.judge import Judge
from thidua.oversight.importing.judging import Judged
from thidua.oversight.importing.ledger import Made
from thidua.oversight.importing.lines import Line
from thidua.oversight.importing.making import take_over
from thidua.oversight.importing.rows import NOTED, TROUBLED, judged_again, noted, troubled_rows
from thidua.oversight.models import Import, ImportPart, ImportRow, RowState

Beat = Callable[[int], None]
HANDFUL = 200
GROWN = {0, 3, 15, 63}
"""After these parts there are several times as many people as before."""


def apply(owner: Import, today: date, beat: Beat) -> None:
    """Take over every part and every mended row that is not taken over yet.

    Each part is a transaction with its own marker: beginning again after a kill goes on where it
    stopped, and two workers double nothing. The world is looked at again for every line, so what
    another import brought meanwhile is known, and what has become doubtful is shown.
    """
    judge, done = Judge(owner, today), 0
    root = owner.unit.path_on(today).strip("/").split("/")[0]
    keys = owner.parts.order_by("position").values_list("pk", flat=True)
    for place, pk in enumerate(list(keys)):
        done += _take_part(pk, judge, root)
        if place in GROWN:
            tell_the_planner()
        beat(done)
    for rows in _apart(owner.rows.filter(state=RowState.MENDED).order_by("number")):
        _take_rows([row.pk for row in rows], judge, root, today)
        done += len(rows)
        beat(done)


def tell_the_planner() -> None:
    """Count the rows anew on PostgreSQL, which would notice only after a minute by itself.

    In an installation that was empty it takes people for a table of one row until then, and looks
    through all of it again and again.
    """
    if connection.vendor == "postgresql":
        tables = ", ".join(model._meta.db_table for model in (Person, Membership, Post))
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {tables}")


@transaction.atomic
def _take_part(pk: int, judge: Judge, root: str) -> int:
    part = ImportPart.objects.select_for_update().get(pk=pk)
    if part.made is not None:
        return len_of(part.made)
    _alone_in(root)
    judged = judge.judged([Line(number, {}, values) for number, values in part.lines])
    sound = [one for one in judged if one.outcome not in TROUBLED]
    ImportRow.objects.bulk_create(troubled_rows(judge.owner, judged), batch_size=500)
    part.made, part.lines = take_over(judge.owner, sound), []
    part.save(update_fields=["made", "lines"])
    return len(sound)


def _alone_in(root: str) -> None:
    """One handful after the other in the whole tree, until the transaction ends.

    Of two lists with the same people the second one must find whom the first one brings. The lock
    on the root lets everybody else go on adding things to units.
    """
    list(Unit.objects.select_for_update(no_key=True).filter(key=root).values_list("pk"))


def len_of(made: Made) -> int:
    """How many lines it came from."""
    counts: dict[str, int] = made["counts"]
    return sum(counts.values())


@transaction.atomic
def _take_rows(pks: Sequence[int], judge: Judge, root: str, today: date) -> None:
    owner = judge.owner
    _alone_in(root)
    mended = owner.rows.select_for_update().filter(pk__in=pks, state=RowState.MENDED)
    judged = judged_again(owner, mended.order_by("number"), judge, today)
    sound = [one for _row, one in judged if one.outcome not in TROUBLED]
    made = take_over(owner, sound)
    for row, one in judged:
        noted(row, one)
        if row.state == RowState.MENDED:
            row.state, row.made = RowState.DONE, _part_of(made, one)
    ImportRow.objects.bulk_update([row for row, _one in judged], [*NOTED, "made"], batch_size=100)


def _part_of(made: dict[str, list[list[object]]], one: Judged) -> dict[str, object]:
    """What one line made."""
    own = {
        sort: [entry for entry in made[sort] if entry[0] == one.line.number]
        for sort in ("new", "changed")
    }
    return {**own, "counts": {one.outcome: 1}}


def _apart(rows: Iterable[ImportRow]) -> Iterator[list[ImportRow]]:
    """Handfuls in which nobody can stand twice: the second one must find the first one's person."""
    waiting = list(rows)
    while waiting:
        taken: list[ImportRow] = []
        later: list[ImportRow] = []
        seen: set[str] = set()
        for row in waiting:
            keys = _keys(row)
            if len(taken) >= HANDFUL or keys & seen:
                later.append(row)
            else:
                taken.append(row)
            seen |= keys
        yield taken
        waiting = later


def _keys(row: ImportRow) -> set[str]:
    typed = row.typed
    name = typed.get("name") or f"{typed.get('family_name', '')} {typed.get('given_name', '')}"
    told = (folded(name), typed.get("code", ""), typed.get("phone", ""), typed.get("unit_key", ""))
    return {f"{place}{fact}" for place, fact in enumerate(told) if fact.strip()}
