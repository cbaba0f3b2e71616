"""Rows that an import wrote, noted down so that all of it can be taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Model

from thidua.core.folded import followers
from thidua.core.many_rows import insert
from thidua.oversight.importing.judging import Judged

Made = dict[str, Any]
"""`new`: line, model and key of rows that were created. `changed`: the same for rows that were
changed, with the columns before and after. `counts`: lines by outcome."""
BATCH = 500


def create(
    model: type[Model], lines: Sequence[Judged], rows: Sequence[Mapping[str, Any]], made: Made
) -> list[int]:
    """Insert one row for each line, told by column; the keys."""
    keys, label = insert(model, rows), model._meta.label_lower
    made["new"] += [[one.line.number, label, key] for one, key in zip(lines, keys, strict=True)]
    return keys


def change(changes: Iterable[tuple[int, Any, dict[str, Any]]], made: Made) -> None:
    """Write columns of rows, those with the same columns together, with what stood there before."""
    alike: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for number, row, after in changes:
        before = {column: _plain(getattr(row, column)) for column in after}
        made["changed"].append([number, row._meta.label_lower, row.pk, before, after])
        for column, fact in after.items():
            setattr(row, column, fact)
        alike[tuple(after)].append(row)
    for columns, rows in alike.items():
        if "name" in columns:
            # Columns that follow the name are written with the row only.
            for row in rows:
                also = (one.name for one in followers(type(row), columns))
                row.save(update_fields=[*columns, *also])
        else:
            type(rows[0])._default_manager.bulk_update(rows, columns, batch_size=BATCH)


def _plain(fact: Any) -> Any:
    return fact.isoformat() if isinstance(fact, date) else fact
