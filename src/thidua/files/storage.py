"""Files on disk, whole or not at all."""

import os
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

HALF = ".dang-ghi-"
"""Begins the name of a file that is being written; an old one was left behind by a killed write."""


class WholeFileStorage(FileSystemStorage):
    """Writes beside the place and moves there when every byte is on the disk.

    A full disk or a power cut leaves no file that looks complete; a file at the place is replaced.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 -- as the base says
        return name

    def _save(self, name: str, content: File[bytes]) -> str:
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(dir=place.parent, prefix=HALF)
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            Path(fresh).chmod(self.file_permissions_mode or 0o640)
            Path(fresh).replace(place)
        except OSError:
            Path(fresh).unlink(missing_ok=True)
            raise
        return name
