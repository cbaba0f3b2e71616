"""The index by which PostgreSQL finds a part of a word; no model can say it for two databases."""

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

SEARCHED = ("org_unit", "org_unitname", "org_person", "org_area")


def index_word_parts(connection: BaseDatabaseWrapper) -> None:
    """Trigrams where the database has them and lets us; searching is the same without, slower."""
    if connection.vendor != "postgresql" or not _has_trigrams(connection):
        return
    with connection.cursor() as cursor:
        for table in SEARCHED:
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS {table}_folded_parts ON {table} "
                "USING gin (folded gin_trgm_ops)"
            )


def _has_trigrams(connection: BaseDatabaseWrapper) -> bool:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return False
    return True
