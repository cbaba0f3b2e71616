"""The places in the alphabet of units, areas and people who are there already.

Without one transaction around all of it: a country has eleven million people. Rows are written by
the thousand, and a fill that was broken off goes on where it stopped. The index of parts of names is
left out meanwhile, because PostgreSQL writes it anew for every row and takes nine times as long.
"""

from typing import Any

from django.db import migrations, transaction

from vanban.language.vietnamese import sort_key

BATCH = 5_000


PARTS = "org_person_folded_parts"
UPDATE = "UPDATE {table} SET alphabetical = %s WHERE id = %s"
UPDATE_MANY = (
    "UPDATE {table} SET alphabetical = made.place FROM unnest(%s::text[], %s::bigint[]) "
    "AS made (place, made_id) WHERE id = made_id"
)


def fill(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    many = connection.vendor == "postgresql"
    if many:
        schema_editor.execute(f"DROP INDEX IF EXISTS {PARTS}")
    for name in ("Unit", "Area", "Person"):
        _fill(connection, apps.get_model("org", name), people=name == "Person")
    if many and _has_trigrams(connection):
        schema_editor.execute(f"CREATE INDEX {PARTS} ON org_person USING gin (folded gin_trgm_ops)")


def _has_trigrams(connection: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        return cursor.fetchone() is not None


def _fill(connection: Any, model: Any, *, people: bool) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    longest = model._meta.get_field("alphabetical").max_length
    last = 0
    while rows := _next(model, last):
        last = rows[-1][0]
        empty = [(pk, text) for pk, text, known in rows if not known]
        places = [_key(text, people=people)[:longest] for _pk, text in empty]
        keys = [pk for pk, _text in empty]
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(UPDATE_MANY.format(table=table), [places, keys])
            else:
                pairs = list(zip(places, keys, strict=True))
                cursor.executemany(UPDATE.format(table=table), pairs)


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
