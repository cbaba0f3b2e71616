"""Many keys in one question."""

import json
from collections.abc import Collection

from django.db import connection
from django.db.models import BigIntegerField, TextField
from django.db.models.expressions import RawSQL


def these_words(words: Collection[str]) -> RawSQL:
    """The same for a column of text."""
    ordered = sorted(words)
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::text[])", (ordered,), TextField())
    return RawSQL("SELECT value FROM json_each(%s)", (json.dumps(ordered),), TextField())


def these(keys: Collection[int]) -> RawSQL:
    """For `filter(unit__in=these(keys))`: all keys go as one parameter, however many there are.

    A plain list is one parameter each: SQLite takes so many and not many more, and preparing ten
    thousand of them takes longer than the answer.
    """
    ordered = sorted(keys)
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", (ordered,), BigIntegerField())
    return RawSQL("SELECT value FROM json_each(%s)", (json.dumps(ordered),), BigIntegerField())
