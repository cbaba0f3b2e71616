"""The forms every installation begins with: what a report of a phase and of a year asks for."""

import csv
from pathlib import Path

from thidua.reports.models import Form, FormPart, FormRow
from thidua.rulebook.models import Indicator

HERE = Path(__file__).parent


def load_reference() -> None:
    """Add the forms that are missing; those already there stay as the keeper left them.

    The indicators must be there before. A row whose indicator is unknown is a fault of the tables
    and raises `KeyError`.
    """
    indicators = {indicator.code: indicator for indicator in Indicator.objects.all()}
    for row in _table("forms.csv"):
        form, added = Form.objects.get_or_create(
            code=row["code"], defaults={"name": row["name"], "kind": row["kind"]}
        )
        if added:
            _fill(form, indicators)


def _fill(form: Form, indicators: dict[str, Indicator]) -> None:
    FormRow.objects.bulk_create(
        FormRow(
            form=form,
            position=position,
            section=row["section"],
            indicator=indicators[row["indicator"]],
            source=row["source"],
            required=row["required"] == "1",
            ceiling=indicators[row["ceiling"]] if row["ceiling"] else None,
        )
        for position, row in enumerate(_rows_of(form, "rows.csv"), start=1)
    )
    FormPart.objects.bulk_create(
        FormPart(
            form=form,
            position=position,
            code=row["code"],
            title=row["title"],
            hint=row["hint"],
            required=row["required"] == "1",
        )
        for position, row in enumerate(_rows_of(form, "parts.csv"), start=1)
    )


def _rows_of(form: Form, name: str) -> list[dict[str, str]]:
    return [row for row in _table(name) if form.code in row["forms"].split()]


def _table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
