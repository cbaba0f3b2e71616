"""Tables: drawn at once from the models where there are none yet, by migrations otherwise.

Walking through the migrations of an empty database takes Django half a minute: it draws all models
anew after every step. `makemigrations --check` holds that both ways lead to the same tables; data
that an installation needs therefore comes from `setup` and reference data, never from a migration.
"""

from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from thidua.config.table_sizes import measure_tables
from thidua.config.word_parts import index_word_parts

# Asked for with one of these, the command only looks, or does one part.
PARTIAL = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        partial = any(options[name] for name in PARTIAL)
        if not partial and not connection.introspection.table_names():
            _make_all_tables(connection)
        super().handle(*args, **options)
        if not partial:
            index_word_parts(connection)
            measure_tables(connection)


def _make_all_tables(connection: BaseDatabaseWrapper) -> None:
    """One transaction: stopped in the middle, the database is as empty as before."""
    recorder = MigrationRecorder(connection)
    with connection.schema_editor() as editor:
        editor.create_model(recorder.Migration)
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for step in MigrationLoader(connection).graph.nodes:
            recorder.record_applied(*step)
