"""What a file really is, judged by its first bytes and never by its name."""

from typing import Literal

from vanban.sources import refusals
from vanban.sources.errors import Refused
from vanban.sources.package import open_package, read_part

Container = Literal["text", "docx", "pdf"]


_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", refusals.IMAGE),
    (b"\xff\xd8\xff", refusals.IMAGE),
    (b"GIF8", refusals.IMAGE),
    (b"II*\0", refusals.IMAGE),
    (b"MM\0*", refusals.IMAGE),
    (b"BM", refusals.IMAGE),
    (b"MZ", refusals.PROGRAM),
    (b"\x7fELF", refusals.PROGRAM),
    (b"Rar!", refusals.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", refusals.ARCHIVE),
    (b"\x1f\x8b", refusals.ARCHIVE),
    (b"PK\x05\x06", refusals.ARCHIVE),
    (b"{\\rtf", refusals.RICH_TEXT),
)
_TEXTUAL_SIGNATURES = (b"BM", b"MZ")
_MARKUP_STARTS = (b"<?xml", b"<!doctype", b"<html")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPES = (
    ("wordprocessingml.document.main+xml", ""),
    ("wordprocessingml.template.main+xml", ""),
    ("ms-word.document.macroEnabled", refusals.MACROS),
    ("ms-word.template.macroEnabled", refusals.MACROS),
    ("spreadsheetml", refusals.SPREADSHEET),
    ("ms-excel", refusals.SPREADSHEET),
    ("presentationml", refusals.SLIDES),
    ("ms-powerpoint", refusals.SLIDES),
)
_PDF_HEADER_WITHIN = 1024
_CONTENT_TYPES = "[Content_Types].xml"


def container_of(data: bytes) -> Container:
    """Tell text, Word package and PDF apart, or raise `Refused` with what the file is instead."""
    start = data[:_PDF_HEADER_WITHIN]
    if b"%PDF-" in start:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _package_of(data)
    if data.startswith(_OLE):
        raise Refused(_compound_file(data))
    if reason := _foreign(start):
        raise Refused(reason)
    return "text"


def _foreign(start: bytes) -> str:
    for signature, reason in _SIGNATURES:
        if start.startswith(signature) and (signature not in _TEXTUAL_SIGNATURES or b"\0" in start):
            return reason
    if start[4:8] == b"ftyp" or (start.startswith(b"RIFF") and start[8:12] == b"WEBP"):
        return refusals.IMAGE
    opening = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return refusals.WEB_PAGE if opening.startswith(_MARKUP_STARTS) else ""


def _compound_file(data: bytes) -> str:
    """Office before 2007, or the envelope in which Word puts an encrypted .docx."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refusals.LOCKED
    if "WordDocument".encode("utf-16-le") in data:
        return refusals.OLD_WORD
    if "Workbook".encode("utf-16-le") in data:
        return refusals.SPREADSHEET
    return refusals.OLD_OFFICE


def _package_of(data: bytes) -> Container:
    with open_package(data) as package:
        names = set(package.namelist())
        declared = (read_part(package, _CONTENT_TYPES) or b"").decode("utf-8", "replace")
    if any("vbaproject" in name.lower() for name in names):
        raise Refused(refusals.MACROS)
    for main_type, reason in _MAIN_TYPES:
        if main_type in declared:
            if reason:
                raise Refused(reason)
            return "docx"
    raise Refused(refusals.OPEN_DOCUMENT if "mimetype" in names else refusals.ARCHIVE)
