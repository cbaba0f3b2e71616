"""Opening a Word package without trusting it: sizes, compression, entities, depth."""

import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

from vanban.sources import limits, refusals
from vanban.sources.errors import Refused

_ENTRY_MARK = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_RATIO_FROM_BYTES = limits.MIB
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    OSError,
)

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, ""),
    **dict.fromkeys(_RELATIONS, "r:"),
    _COMPATIBILITY: "mc:",
}


def open_package(data: bytes) -> zipfile.ZipFile:
    """The package, once its table of contents is known to be harmless."""
    if data.count(_ENTRY_MARK) > limits.PACKAGE_ENTRIES:
        raise Refused(refusals.SWELLING)
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except _ZIP_ERRORS as error:
        raise Refused(refusals.BROKEN) from error
    entries = package.infolist()
    if sum(entry.file_size for entry in entries) > limits.PACKAGE_BYTES:
        raise Refused(refusals.SWELLING)
    for entry in entries:
        _check(entry)
    return package


def _check(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise Refused(refusals.LOCKED)
    if entry.compress_type not in _METHODS:
        raise Refused(refusals.BROKEN)
    packed = max(entry.compress_size, 1)
    if entry.file_size > _RATIO_FROM_BYTES and entry.file_size / packed > limits.PACKAGE_RATIO:
        raise Refused(refusals.SWELLING)


def read_part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, or ``None`` when there is none of that name."""
    try:
        entry = package.getinfo(name)
    except KeyError:
        return None
    if entry.file_size > limits.PART_BYTES:
        raise Refused(refusals.SWELLING)
    try:
        return package.read(entry)
    except _ZIP_ERRORS as error:
        raise Refused(refusals.BROKEN) from error


def read_xml(package: zipfile.ZipFile, name: str) -> Element | None:
    """The tree of one XML part. Names of Word are bare (``p``), whichever edition wrote them."""
    data = read_part(package, name)
    if data is None:
        return None
    parser = DefusedXMLParser(target=_BoundedBuilder(), forbid_dtd=True)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise Refused(refusals.ENTITIES) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(refusals.BROKEN) from error
    return root


class _BoundedBuilder(TreeBuilder):
    """Builds a tree with bare names, and stops when it grows too deep or too large."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._elements = 0
        self._short: dict[str, str] = {}

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > limits.XML_DEPTH or self._elements > limits.XML_ELEMENTS:
            raise Refused(refusals.SWELLING)
        return super().start(
            self._name(tag), {self._name(key): value for key, value in attrs.items()}
        )

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(self._name(tag))

    def _name(self, name: str) -> str:
        if name not in self._short:
            namespace, _, local = name.removeprefix("{").rpartition("}")
            prefix = _PREFIXES.get(namespace)
            self._short[name] = name if prefix is None else prefix + local
        return self._short[name]
