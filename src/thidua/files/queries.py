"""Reading kept bytes back."""

import hashlib

from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.files.models import StoredFile
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries.visible import units_managed_by


class Damaged(DomainError):
    """The bytes on disk are not the bytes that were kept."""


def content_of(stored: StoredFile) -> bytes:
    """The bytes as they were kept; raises `Damaged` rather than hand out others."""
    if not default_storage.exists(stored.path):
        raise Damaged(
            _(
                "Không còn tệp này trong kho lưu trữ. Hãy báo người quản trị phục hồi từ bản "
                "sao lưu."
            )
        )
    with default_storage.open(stored.path, "rb") as file:
        data: bytes = file.read()
    if hashlib.sha256(data).hexdigest() != stored.sha256:
        raise Damaged(
            _("Tệp trong kho đã bị hỏng. Hãy báo người quản trị phục hồi từ bản sao lưu.")
        )
    return data


def usage_visible_to(actor: Actor) -> QuerySet[Unit]:
    """The living units one keeps, with the bytes each keeps (`used`), the fullest first."""
    used = StoredFile.objects.filter(uses__unit=OuterRef("pk")).order_by()
    kept = used.values("uses__unit").annotate(all=Sum("size")).values("all")
    reached = units_managed_by(actor).filter(kept_by=None)
    units = Unit.objects.filter(pk__in=reached.values("pk"))
    return (
        units.filter(Exists(StoredFile.objects.filter(uses__unit=OuterRef("pk"))))
        .annotate(used=Subquery(kept))
        .select_related("quota")
        .order_by("-used", "alphabetical")
    )
