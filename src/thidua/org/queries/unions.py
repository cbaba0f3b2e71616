"""Groups live with the union above them: it has the register, and the list of members."""

from datetime import date

from thidua.org.models import Unit


def union_of(unit: Unit, day: date) -> Unit | None:
    """The nearest unit above that keeps a register of its own; None for a unit that does so."""
    if unit.kind.keeps_register:
        return None
    keys = unit.path_on(day).strip("/").split("/")
    above = Unit.objects.filter(key__in=keys, kind__keeps_register=True).in_bulk(field_name="key")
    return next((above[key] for key in reversed(keys) if key in above), None)
