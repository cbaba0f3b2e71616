"""Taking a whole import back, except where something new hangs on what it made."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.core.folded import followers
from thidua.oversight.importing.hanging import hanging_on, let_go
from thidua.oversight.importing.ledger import Made
from thidua.oversight.importing.lines import problem
from thidua.oversight.models import Import, ImportPart, ImportRow, RowState

Beat = Callable[[int], None]
HANDFUL = 200
PERSON = "org.person"
ALONG = ("org.membership", "org.post", "org.headcount")
"""What an import makes besides people, and takes away before them."""


def undo(owner: Import, beat: Beat) -> None:
    """Take back rows, then parts, the last first; each in a transaction of its own.

    Begun again after a kill it goes on where it stopped. What stays is told line by line.
    """
    done = 0
    rows = owner.rows.filter(state=RowState.DONE).order_by("-number")
    row_keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(row_keys), HANDFUL):
        done += _undo_rows(row_keys[start : start + HANDFUL])
        beat(done)
    for pk in list(owner.parts.order_by("-position").values_list("pk", flat=True)):
        done += _undo_part(pk)
        beat(done)


@transaction.atomic
def _undo_part(pk: int) -> int:
    part = ImportPart.objects.select_for_update().select_related("owner").get(pk=pk)
    if part.undone or part.made is None:
        return 0
    stays = _take_back(part.made)
    ImportRow.objects.bulk_create(
        [_staying(part.owner, number, said) for number, said in sorted(stays.items())],
        batch_size=500,
    )
    part.undone = True
    part.save(update_fields=["undone"])
    return sum(part.made["counts"].values())


@transaction.atomic
def _undo_rows(keys: Sequence[int]) -> int:
    rows = list(
        ImportRow.objects.select_for_update()
        .filter(pk__in=keys, state=RowState.DONE, made__isnull=False)
        .order_by("-number")
    )
    made = {
        sort: [one for row in rows if row.made for one in row.made[sort]]
        for sort in ("new", "changed")
    }
    stays = _take_back(made)
    for row in rows:
        said = stays.get(row.number)
        row.state = RowState.STAYS if said else RowState.LEFT_OUT
        row.problems = [problem("stays", said)] if said else []
        row.code = "stays" if said else ""
    ImportRow.objects.bulk_update(rows, ["state", "problems", "code"], batch_size=100)
    return len(rows)


def _staying(owner: Import, number: int, said: str) -> ImportRow:
    return ImportRow(
        owner=owner,
        number=number,
        state=RowState.STAYS,
        problems=[problem("stays", said)],
        code="stays",
    )


def _take_back(made: Made) -> dict[int, str]:
    """Lines that stay, each with the reason."""
    lines: dict[str, dict[int, int]] = defaultdict(dict)
    for number, label, key in made["new"]:
        lines[label][key] = number
    stays = {}
    held = _held(PERSON, lines[PERSON], {label: lines[label] for label in ALONG})
    for key, what in held.items():
        stays[lines[PERSON][key]] = _said(what)
    for label in ALONG:
        stays |= _take_away(label, lines[label], stays)
    stays |= _take_away(PERSON, lines[PERSON], stays)
    gone = {
        (label, key)
        for label, rows in lines.items()
        for key, number in rows.items()
        if number not in stays
    }
    return stays | _change_back(made, stays, gone)


def _take_away(label: str, lines: dict[int, int], stays: Collection[int]) -> dict[int, str]:
    """Delete rows of one model unless their line stays or something hangs on them."""
    free = {key: number for key, number in lines.items() if number not in stays}
    held = _held(label, free, {})
    gone = [key for key in free if key not in held]
    let_go(apps.get_model(label), gone)
    return {free[key]: _said(what) for key, what in held.items()}


def _held(label: str, keys: Collection[int], ours: dict[str, Any]) -> dict[int, str]:
    return hanging_on(apps.get_model(label), keys, ours) if keys else {}


def _change_back(
    made: Made, stays: Collection[int], gone: Collection[tuple[str, int]]
) -> dict[int, str]:
    """Put back what stood there, where it still holds what the import wrote.

    What one line made and another one changed is `gone` with the first.
    """
    changed = {}
    for number, label, key, before, after in made["changed"]:
        if number in stays or (label, key) in gone:
            continue
        model = apps.get_model(label)
        row = model._default_manager.select_for_update().filter(pk=key, **after).first()
        if row is None:
            changed[number] = _("Dữ liệu của dòng này đã được sửa tiếp sau khi nhập, nên giữ lại.")
            continue
        for column, fact in before.items():
            setattr(row, column, fact)
        also = (one.name for one in followers(model, before))
        row.save(update_fields=[*before, *also])
    return changed


def _said(what: str) -> str:
    return _("Không xóa được vì sau khi nhập đã có %(what)s gắn với dòng này.") % {"what": what}
