"""Reading kept bytes back."""

import hashlib

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.files.models import StoredFile


class Damaged(DomainError):
    """The bytes on disk are not the bytes that were kept."""


def content_of(stored: StoredFile) -> bytes:
    """The bytes as they were kept; raises `Damaged` rather than hand out others."""
    if not default_storage.exists(stored.path):
        raise Damaged(
            _("Không còn tệp này trong kho lưu trữ. Hãy báo người quản trị phục hồi bản sao lưu.")
        )
    with default_storage.open(stored.path, "rb") as file:
        data: bytes = file.read()
    if hashlib.sha256(data).hexdigest() != stored.sha256:
        raise Damaged(_("Tệp trong kho đã bị hỏng. Hãy báo người quản trị phục hồi bản sao lưu."))
    return data
