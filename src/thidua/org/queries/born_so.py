"""People by their name and day of birth, many at once."""

import json
from collections.abc import Collection

from django.db import connection

QUESTIONS = {
    # Of arrays PostgreSQL knows how long they are; from JSON it expects a hundred rows, and while
    # the first people come in it would compare each pair with each of them.
    "postgresql": "SELECT person.id FROM unnest(%s::text[], %s::date[]) AS told (name, born)"
    " JOIN org_person AS person ON person.folded = told.name AND person.birth_on = told.born",
    # Without CROSS, SQLite would rather go through all people than look up each pair.
    "sqlite": "SELECT person.id FROM json_each(%s) AS told"
    " CROSS JOIN org_person AS person ON person.folded = json_extract(told.value, '$[0]')"
    " AND person.birth_on = json_extract(told.value, '$[1]')",
}


def born_so(pairs: Collection[tuple[str, str]]) -> list[int]:
    """Who has one of these folded names and its day of birth, as ISO; the index over both answers.

    A name alone is borne by hundreds in a country, and a day by more.
    """
    if not pairs:
        return []
    told = sorted(pairs)
    arrays = [[name for name, _born in told], [born for _name, born in told]]
    asked = arrays if connection.vendor == "postgresql" else [json.dumps(told)]
    with connection.cursor() as cursor:
        cursor.execute(QUESTIONS[connection.vendor], asked)
        return [pk for (pk,) in cursor.fetchall()]
