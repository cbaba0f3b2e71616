"""The index by which PostgreSQL finds a part of a word; no model can say it for two databases."""

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

SEARCHED = ("org_unit", "org_unitname", "org_person", "org_area")


def index_word_parts(connection: BaseDatabaseWrapper) -> None:
    """Trigrams where the database has them and lets us; searching is the same without, slower."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname FROM pg_indexes WHERE schemaname = ANY (current_schemas(false))"
        )
        known = {name for (name,) in cursor.fetchall()}
    missing = [table for table in SEARCHED if f"{table}_folded_parts" not in known]
    if missing and _has_trigrams(connection):
        with connection.cursor() as cursor:
            for table in missing:
                cursor.execute(
                    f"CREATE INDEX {table}_folded_parts ON {table} USING gin (folded gin_trgm_ops)"
                )


def _has_trigrams(connection: BaseDatabaseWrapper) -> bool:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return False
    return True
