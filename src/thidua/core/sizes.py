"""How large a file is, in words."""

from django.utils.translation import gettext as _

KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE
GIGABYTE = 1024 * MEGABYTE


def size_words(size: int) -> str:
    """*5 GB*, *1,2 MB*, *340 KB*: bytes for people."""
    for unit, words in ((GIGABYTE, _("%(size)s GB")), (MEGABYTE, _("%(size)s MB"))):
        if size >= unit:
            return words % {"size": f"{size / unit:.1f}".removesuffix(".0").replace(".", ",")}
    return _("%(size)s KB") % {"size": max(1, round(size / KILOBYTE))}
