"""Former and given names become searchable; PostgreSQL finds parts of words through an index."""

from typing import Any

from django.db import migrations, transaction
from django.db.utils import DatabaseError

from vanban.language.forms import fold, one_line

SEARCHED = ("org_unit", "org_unitname", "org_person", "org_area")


def index_parts_of_words(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    """Trigrams where the database has them and lets us; searching is the same without, slower."""
    if schema_editor.connection.vendor != "postgresql" or not _has_trigrams(schema_editor):
        return
    for table in SEARCHED:
        schema_editor.execute(
            f"CREATE INDEX IF NOT EXISTS {table}_folded_parts ON {table} "
            "USING gin (folded gin_trgm_ops)"
        )


def _has_trigrams(schema_editor: Any) -> bool:
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return False
    return True


def forget_parts_of_words(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    if schema_editor.connection.vendor == "postgresql":
        for table in SEARCHED:
            schema_editor.execute(f"DROP INDEX IF EXISTS {table}_folded_parts")


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    names = apps.get_model("org", "UnitName").objects
    rows = list(names.filter(folded="").only("pk", "name"))
    for row in rows:
        row.folded = fold(one_line(row.name))
    names.bulk_update(rows, ["folded"], batch_size=1_000)
    people = apps.get_model("org", "Person").objects
    without = list(people.filter(given="").only("pk", "name"))
    for person in without:
        words = fold(one_line(person.name)).split()
        person.given = " ".join(words[-1:] + words[:-1])
    people.bulk_update(without, ["given"], batch_size=1_000)


class Migration(migrations.Migration):
    dependencies = [("org", "0005_memory")]

    operations = [
        migrations.RunPython(index_parts_of_words, forget_parts_of_words),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
