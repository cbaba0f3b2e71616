"""A Word package whose bytes depend on the document alone."""

import zipfile
from io import BytesIO

_BEGINNING_OF_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def reproducible(package: bytes) -> bytes:
    """The same package without the moment at which it was made."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _BEGINNING_OF_ZIP_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return made.getvalue()
