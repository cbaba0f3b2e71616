"""The places in the alphabet of units, areas and people who are there already.

Without one transaction around all of it: a country has eleven million people. Rows are written by
the thousand, and a fill that was broken off goes on where it stopped.
"""

from typing import Any

from django.db import migrations, transaction

from vanban.language.vietnamese import sort_key

BATCH = 5_000


def fill(apps: Any, schema_editor: Any) -> None:
    for name in ("Unit", "Area", "Person"):
        _fill(schema_editor.connection, apps.get_model("org", name), people=name == "Person")


def _fill(connection: Any, model: Any, *, people: bool) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    longest = model._meta.get_field("alphabetical").max_length
    last = 0
    while rows := _next(model, last):
        last = rows[-1][0]
        keys = [(_key(text, people=people)[:longest], pk) for pk, text, known in rows if not known]
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {table} SET alphabetical = %s WHERE id = %s", keys)  # noqa: S608


def _next(model: Any, last: int) -> list[tuple[int, str, str]]:
    rows = model.objects.filter(pk__gt=last).order_by("pk")
    return list(rows.values_list("pk", "name", "alphabetical")[:BATCH])


def _key(name: str, *, people: bool) -> str:
    words = name.split()
    return sort_key(" ".join(words[-1:] + words[:-1] if people else words))


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("org", "0010_alphabetical")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
