"""Deadlines and retention for an installation that stands already."""

from typing import Any

from django.db import migrations

from thidua.oversight.personal_data.reference import load


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    model = lambda name: apps.get_model("oversight", name)  # noqa: E731
    load(model("Deadline"), model("RetentionRule"))


class Migration(migrations.Migration):
    dependencies = [("oversight", "0002_personal_data")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
