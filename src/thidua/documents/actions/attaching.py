"""The files of a paper: kept byte for byte."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import policies, queries
from thidua.documents.actions.locking import locked, locked_unit
from thidua.documents.models import Document, DocumentFile, FileRole
from thidua.files.actions import keep
from thidua.org.actor import Actor


@transaction.atomic
def attach(
    *,
    document: Document,
    data: bytes,
    name: str,
    role: FileRole,
    media_type: str,
    by: Actor,
    at: datetime,
) -> DocumentFile:
    """Add a file to a paper, issued or not.

    A file that is there is not replaced, save the scan of the stamped original, which may be
    scanned better; the trail keeps the checksum of the earlier one. An original that this unit has
    already is refused, naming the paper it belongs to.
    """
    document = locked(document)
    require(policies.may_attach(by, document, role))
    made = role not in {FileRole.ORIGINAL, FileRole.STAMPED}
    stored = keep(data=data, media_type=media_type, unit=document.unit, made=made, at=at)
    if role == FileRole.ORIGINAL:
        locked_unit(document.unit)
        held = queries.same_file(document.unit, stored.sha256)
        if held is not None:
            raise DomainError(_("Tệp này đã có trong đơn vị: %(paper)s.") % {"paper": held})
    earlier = document.files.filter(role=role).select_related("file").first()
    facts: dict[str, Any] = {"name": name, "role": str(role), "sha256": stored.sha256}
    if earlier is not None:
        facts["replaces"] = earlier.file.sha256
        earlier.delete()
    held_file = DocumentFile.objects.create(
        document=document, unit=document.unit, file=stored, role=role, name=name, added_at=at
    )
    record("document.attached", on=document, by=by, unit=document.unit, at=at, **facts)
    return held_file
