from thidua.documents.models import Document
from thidua.org.models import Unit


def locked(document: Document) -> Document:
    """Read the paper again under a lock, so that policies judge what is true now."""
    return (
        Document.objects.select_for_update(of=("self",))
        .select_related("unit__kind")
        .get(pk=document.pk)
    )


def locked_unit(unit: Unit) -> Unit:
    """Let one paper after the other into the hands of a unit, so that none gets in twice."""
    return Unit.objects.select_for_update(of=("self",), no_key=True).get(pk=unit.pk)
