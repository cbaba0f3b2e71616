"""The register of purposes of an installation that stands already (PDP-01)."""

from typing import Any

from django.db import migrations

from thidua.org.reference import load_fact_kinds


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    load_fact_kinds(apps.get_model("org", "FactKind"))


class Migration(migrations.Migration):
    dependencies = [("org", "0007_guarded")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
