"""What the new columns of rows that are there already hold."""

from typing import Any

from django.db import migrations, models

from thidua.core.filling import fill_from
from thidua.core.folded import folded

ABOVE = ("tld", "ldld_tinh", "ldld_huyen", "cdn", "cdx")
WITHOUT_SEAL = ("cdbp", "to")
NEW_RIGHTS = {
    "chair": "people.keep people.guarded account.give unit.enter_for audit.read",
    "vice_chair": "people.keep account.give unit.enter_for",
    "officer": "people.keep unit.enter_for",
    "clerk": "people.keep",
    "inspection": "audit.read",
    "keeper": "unit.reorganise people.keep account.give audit.read",
}


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    model = lambda name: apps.get_model("org", name).objects  # noqa: E731
    model("UnitName").filter(kind=None).update(
        kind=models.Subquery(
            apps.get_model("org", "Unit")
            .objects.filter(pk=models.OuterRef("unit"))
            .values("kind")[:1]
        )
    )
    for name in ("Unit", "Person"):
        fill_from(model(name).all(), "folded", source="name", by=folded)
    model("UnitKind").filter(code__in=ABOVE).update(above_grassroots=True)
    model("UnitKind").filter(code__in=WITHOUT_SEAL).update(has_seal=False, may_award=False)
    for code, rights in NEW_RIGHTS.items():
        for kind in model("PostKind").filter(code=code):
            kind.rights = [*kind.rights, *(r for r in rights.split() if r not in kind.rights)]
            kind.save(update_fields=["rights"])


class Migration(migrations.Migration):
    atomic = False  # rows are filled and committed in pieces

    dependencies = [("org", "0002_memory")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
