"""What a scan of a stamped paper may be, told from its first bytes and not from its name."""

from django.utils.translation import gettext as _

KINDS = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}


def media_type_of(data: bytes) -> str:
    """The type of a scan, or nothing for bytes that are no scan."""
    return next((kind for mark, kind in KINDS.items() if data.startswith(mark)), "")


def size_words(size: int) -> str:
    """*1,2 MB*, *340 KB*: how large a file is, for people."""
    if size >= MEGABYTE:
        return _("%(size)s MB") % {"size": f"{size / MEGABYTE:.1f}".replace(".", ",")}
    return _("%(size)s KB") % {"size": max(1, round(size / KILOBYTE))}


KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE
