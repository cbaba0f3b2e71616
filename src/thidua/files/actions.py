"""Keeping bytes. The file is on disk before the row that names it is committed."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from thidua.files.models import StoredFile
from thidua.files.queries import Damaged, content_of


def keep(*, data: bytes, media_type: str, at: datetime) -> StoredFile:
    """Keep `data` byte for byte; the same bytes are kept once."""
    sha256 = hashlib.sha256(data).hexdigest()
    fresh = StoredFile(sha256=sha256, size=len(data), media_type=media_type, stored_at=at)
    if not _is_kept(fresh):
        default_storage.save(fresh.path, ContentFile(data))
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256, defaults={"size": len(data), "media_type": media_type, "stored_at": at}
    )
    return stored


def _is_kept(stored: StoredFile) -> bool:
    """Whether the very bytes are there; a damaged copy is written again from the fresh ones."""
    try:
        content_of(stored)
    except Damaged:
        return False
    return True
