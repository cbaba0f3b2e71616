"""What a scan of a stamped paper may be, told from its first bytes and not from its name."""

KINDS = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}


def media_type_of(data: bytes) -> str:
    """The type of a scan, or nothing for bytes that are no scan."""
    return next((kind for mark, kind in KINDS.items() if data.startswith(mark)), "")
