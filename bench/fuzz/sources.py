"""Coverage-guided fuzzing of the readers: any bytes give a source or a `Refused`, nothing else.

Needs atheris, which the project does not require: see docs/reference/fuzzing.md. The first byte of
an input chooses where the rest goes, so that mutations reach the parsers behind zip and deflate.
"""

import sys
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import atheris
from PIL import Image

with atheris.instrument_imports(include=["vanban", "defusedxml", "zipfile"]):
    from vanban.language.encodings.restoring import decoded_bytes, restored
    from vanban.sources.errors import Refused
    from vanban.sources.load import load
    from vanban.sources.pictures import page_as_png, page_for_recognition
    from vanban.sources.recognition import recognised_from

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PACKAGE = {
    "[Content_Types].xml": f'<Types><Override ContentType="{TYPE}"/></Types>',
    "_rels/.rels": f'<R><a Type="{OFFICE}/officeDocument" Target="word/document.xml"/></R>',
    "word/_rels/document.xml.rels": '<R><a Id="r1" Target="header1.xml"/></R>',
}
BODY = (
    f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>%s<w:sectPr><w:headerReference '
    'w:type="first" r:id="r1"/><w:titlePg/></w:sectPr></w:body></w:document>'
)
LISTED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr>'
    '<w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:t>C\u00abng \u00aeo\u00b5n</w:t></w:r></w:p>'
)
PDF_HEAD = (
    b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    b"2 0 obj <</Type /Pages /Count 1 /Kids [4 0 R]>> endobj\n"
    b"3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>> endobj\n"
    b"4 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
    b"<</Font <</F1 3 0 R>>>> /Contents 5 0 R>> endobj\n"
)


def package_with(name: str, content: bytes | str) -> bytes:
    parts = {
        **PACKAGE,
        "word/document.xml": BODY % LISTED,
        name: content,
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for part, inside in parts.items():
            package.writestr(part, inside)
    return made.getvalue()


def part(name: str) -> Callable[[bytes], None]:
    return lambda data: _load(package_with(name, data), "a.docx")


def inside(name: str, root: str) -> Callable[[bytes], None]:
    """The markup inside a part, so that its root need not be found by chance."""
    return lambda data: _load(
        package_with(
            name, root.encode() % data if name != "word/document.xml" else BODY.encode() % data
        ),
        "a.docx",
    )


def pdf(data: bytes) -> None:
    packed = zlib.compress(data, 1)
    head = b"5 0 obj <</Filter /FlateDecode /Length %d>> stream\n" % len(packed)
    end = b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
    _load(PDF_HEAD + head + packed + end, "a.pdf")


def picture(data: bytes) -> None:
    load(data, "a.png")
    page_for_recognition(data, 1, is_pdf=False)
    page_as_png(data, 1, 200, is_pdf=False)


def text(data: bytes) -> None:
    _load(data, "a.txt")
    decoded_bytes(data or b"\xff")
    restored(data.decode("latin-1"))


def table(data: bytes) -> None:
    recognised_from(data.decode("utf-8", "replace"))


def _load(data: bytes, name: str) -> None:
    source = load(data, name)
    assert source.text.strip() or source.unread  # noqa: S101 -- what is being tested
    assert len(source.page_texts()) == len(source.pages)  # noqa: S101


TARGETS: tuple[Callable[[bytes], None], ...] = (
    lambda data: _load(data, "a.docx"),
    inside("word/document.xml", ""),
    inside("word/numbering.xml", f'<w:numbering xmlns:w="{W}">%s</w:numbering>'),
    inside("word/styles.xml", f'<w:styles xmlns:w="{W}">%s</w:styles>'),
    part("word/document.xml"),
    part("word/_rels/document.xml.rels"),
    inside("word/header1.xml", f'<w:hdr xmlns:w="{W}">%s</w:hdr>'),
    pdf,
    picture,
    text,
    table,
)


def one_input(data: bytes) -> None:
    if not data:
        return
    with suppress(Refused):
        TARGETS[data[0] % len(TARGETS)](data[1:])


def write_seeds(folder: Path) -> None:
    """One well-formed input for each target, to begin from."""
    level = (
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%2."/></w:lvl>'
    )
    seeds = {
        0: package_with("word/styles.xml", f'<w:styles xmlns:w="{W}"/>'),
        1: LISTED.encode() + b"<w:tbl><w:tr><w:tc>" + LISTED.encode() + b"</w:tc></w:tr></w:tbl>",
        2: f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num>'.encode(),
        3: b'<w:style w:styleId="A" w:type="paragraph" w:default="1"><w:basedOn w:val="A"/>'
        b"<w:rPr><w:caps/></w:rPr></w:style>",
        4: (BODY % LISTED).encode("utf-16"),
        5: PACKAGE["word/_rels/document.xml.rels"].encode(),
        6: LISTED.encode()
        + b'<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
        7: b"BT /F1 12 Tf 72 700 Td (TM. BAN) Tj 200 0 Td (Noi nhan) Tj 0 -14 Td (-) Tj ET",
        9: "C\u00abng \u00aeo\u00b5n\nCo\u00e2ng \u00f1oa\u00f8n\nTổ".encode(),
        10: b"5\t1\t1\t1\t1\t1\t10\t10\t50\t20\t96.5\tB\n5\t1\t1\t1\t1\t2\t9\t1\t9\t2\t9\t-",
    }
    for target, data in seeds.items():
        (folder / f"seed-{target}").write_bytes(bytes([target]) + data)
    for kind in ("PNG", "TIFF", "BMP", "WEBP", "JPEG", "GIF"):
        made = BytesIO()
        Image.new("L", (12, 9), 200).save(made, kind)
        (folder / f"seed-8-{kind}").write_bytes(b"\x08" + made.getvalue())


def main() -> None:
    folder = Path(sys.argv[-1])
    folder.mkdir(parents=True, exist_ok=True)
    write_seeds(folder)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
