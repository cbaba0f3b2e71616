"""The tables of a new installation are the same, whichever way they are made."""

import json
import os
import subprocess
import sys

import pytest

MAKE = {
    "at once": "call_command('migrate', verbosity=0)",
    "step by step": "call_command(walking.Command(), verbosity=0)",
}
PRINT_TABLES = """
import json
import django
from django.core.management import call_command
from django.core.management.commands import migrate as walking

django.setup()
{make}

from django.db import connection
known = connection.introspection
seen = {{}}
with connection.cursor() as cursor:
    for table in known.table_names(cursor):
        columns = known.get_table_description(cursor, table)
        rules = known.get_constraints(cursor, table).values()
        seen[table] = (
            sorted((c.name, str(c.type_code), c.null_ok, str(c.collation)) for c in columns),
            sorted(json.dumps(c, sort_keys=True) for c in rules),
        )
    cursor.execute("SELECT app, name FROM django_migrations")
    seen["steps"] = sorted(map(list, cursor.fetchall()))
print(json.dumps(seen))
"""


def tables(data, way):
    told = os.environ | {
        "THIDUA_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "thidua.config.settings",
    }
    told.pop("DATABASE_URL", None)
    script = PRINT_TABLES.format(make=MAKE[way])
    made = subprocess.check_output([sys.executable, "-c", script], env=told, text=True)  # noqa: S603
    return json.loads(made)


@pytest.mark.slow
def test_both_ways_make_the_same_tables(tmp_path):
    at_once = tables(tmp_path / "a", "at once")
    step_by_step = tables(tmp_path / "b", "step by step")

    assert at_once.keys() == step_by_step.keys()
    for name, made in step_by_step.items():
        assert (name, at_once[name]) == (name, made)


def test_an_empty_database_is_complete_after_it(tmp_path):
    made = tables(tmp_path, "at once")

    assert {"org_unit", "django_session", "auth_group", "django_migrations"} <= made.keys()
    assert ["org", "0001_initial"] in made["steps"]
