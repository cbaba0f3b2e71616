"""What a file really is, judged by its first bytes and never by its name."""

from typing import Literal

from vanban.sources import limits, refusals
from vanban.sources.errors import Refused
from vanban.sources.package import open_package, read_part

Container = Literal["text", "docx", "doc", "rtf", "odt", "pdf", "image"]


_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", refusals.MOVING_IMAGE),
    (b"MZ", refusals.PROGRAM),
    (b"\x7fELF", refusals.PROGRAM),
    (b"Rar!", refusals.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", refusals.ARCHIVE),
    (b"\x1f\x8b", refusals.ARCHIVE),
    (b"PK\x05\x06", refusals.ARCHIVE),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")
_PHOTO_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_TEXTUAL_SIGNATURES = (b"BM", b"MZ")
_MARKUP_STARTS = (b"<?xml", b"<!doctype", b"<html")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512
_WORD_MARK = b"\xec\xa5"
_ENCRYPTED = 0x0100
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
_OPEN_TEXT = "application/vnd.oasis.opendocument.text"
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
        return _compound_file(data)
    if start.startswith(b"{\\rtf"):
        return _rich_text(data)
    if _is_picture(start):
        return "image"
    if reason := _foreign(start):
        raise Refused(reason)
    return "text"


def _foreign(start: bytes) -> str:
    for signature, reason in _SIGNATURES:
        if start.startswith(signature) and (signature not in _TEXTUAL_SIGNATURES or b"\0" in start):
            return reason
    if start[4:8] == b"ftyp":
        return refusals.FILM
    opening = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return refusals.WEB_PAGE if opening.startswith(_MARKUP_STARTS) else ""


def _is_picture(start: bytes) -> bool:
    if start.startswith(b"RIFF"):
        return start[8:12] == b"WEBP"
    if start[4:8] == b"ftyp":
        return start[8:12] in _PHOTO_BRANDS
    return any(
        start.startswith(signature) and (signature not in _TEXTUAL_SIGNATURES or b"\0" in start)
        for signature in _PICTURES
    )


def _compound_file(data: bytes) -> Container:
    """Office before 2007, or the envelope in which Word puts an encrypted .docx."""
    if _names(data, "EncryptedPackage"):
        raise Refused(refusals.LOCKED)
    if _names(data, "WordDocument"):
        if _names(data, "_VBA_PROJECT"):
            raise Refused(refusals.MACROS)
        if _is_encrypted(data):
            raise Refused(refusals.LOCKED)
        return "doc"
    raise Refused(refusals.SPREADSHEET if _names(data, "Workbook") else refusals.OLD_OFFICE)


def _rich_text(data: bytes) -> Container:
    """RTF that no program needs to be tried on to know that it is too much."""
    if data.count(b"{") > limits.RTF_GROUPS:
        raise Refused(refusals.SWELLING)
    if data.count(b"\\par") > limits.RTF_PARAGRAPHS:
        raise Refused(refusals.TOO_LONG)
    return "rtf"


def _is_encrypted(data: bytes) -> bool:
    """A flag near the beginning of the main stream, which begins a sector with its own mark."""
    for start in range(_SECTOR, len(data) - _SECTOR, _SECTOR):
        if data.startswith(_WORD_MARK, start):
            flags = int.from_bytes(data[start + 10 : start + 12], "little")
            return bool(flags & _ENCRYPTED)
    return False


def _names(data: bytes, stream: str) -> bool:
    """Has the compound file a stream of that name?"""
    return stream.encode("utf-16-le") in data


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
    if "mimetype" in names and "content.xml" in names:
        return _open_document(data)
    raise Refused(refusals.ARCHIVE)


def _open_document(data: bytes) -> Container:
    """An OpenDocument text that no program inside, password or swollen part makes dangerous."""
    with open_package(data) as package:
        names = package.namelist()
        kind = (read_part(package, "mimetype") or b"").decode("ascii", "replace")
        manifest = read_part(package, "META-INF/manifest.xml") or b""
        if not kind.startswith(_OPEN_TEXT):
            raise Refused(refusals.SPREADSHEET if "spreadsheet" in kind else refusals.SLIDES)
        if any(name.startswith(("Basic/", "Scripts/")) for name in names):
            raise Refused(refusals.MACROS)
        if b"encryption-data" in manifest:
            raise Refused(refusals.LOCKED)
    return "odt"
