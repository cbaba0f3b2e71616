"""Former and given names become searchable; PostgreSQL finds parts of words through an index."""

from typing import Any

from django.db import migrations, transaction
from django.db.utils import DatabaseError

from thidua.core.filling import fill_from
from thidua.core.folded import folded
from thidua.org.names import given_first

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
    rows = lambda name: apps.get_model("org", name).objects.all()  # noqa: E731
    fill_from(rows("UnitName"), "folded", source="name", by=folded)
    fill_from(rows("Person"), "given", source="name", by=given_first)


class Migration(migrations.Migration):
    atomic = False  # rows are filled and committed in pieces

    dependencies = [("org", "0005_memory")]

    operations = [
        # before the index, which would have to follow every row
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index_parts_of_words, forget_parts_of_words),
    ]
