"""Files made for the tests: small Word packages and PDFs, honest and hostile."""

import zipfile
import zlib
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def parts_of(body: str, *, main_type: str = MAIN_TYPE, **extra: str) -> dict[str, str | bytes]:
    """The parts of a Word package; `extra` holds the insides of ``numbering`` and ``styles``."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>"
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
        ),
    }
    for name, content in extra.items():
        parts[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'
    return parts


def docx_of(body: str, **extra: str) -> bytes:
    return zipped(parts_of(body, **extra))


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, depth: int = 0, number: int = 1) -> str:
    place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
    return paragraph(text, f"<w:numPr>{place}</w:numPr>")


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold one paragraph per line."""
    made = []
    for row in rows:
        cells = ("".join(map(paragraph, cell.split("\n"))) for cell in row)
        made.append(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>")
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def pdf_of(*pages: bytes, compressed: bool = False) -> bytes:
    """A PDF with one content stream per page, in Times, without a cross-reference table."""
    kids = " ".join(f"{10 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        f"2 0 obj <</Type /Pages /Count {len(pages)} /Kids [{kids}]>> endobj",
        "3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>> endobj",
    ]
    made = b"%PDF-1.4\n" + "\n".join(objects).encode() + b"\n"
    for place, content in enumerate(pages):
        made += _page(10 + 2 * place, content, compressed=compressed)
    return made + b"trailer <</Root 1 0 R>>\n%%EOF\n"


def _page(number: int, content: bytes, *, compressed: bool) -> bytes:
    page = (
        f"{number} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        f"/Resources <</Font <</F1 3 0 R>>>> /Contents {number + 1} 0 R>> endobj\n"
    )
    stream = zlib.compress(content) if compressed else content
    filters = "/Filter /FlateDecode" if compressed else ""
    head = f"{number + 1} 0 obj <</Length {len(stream)} {filters}>> stream\n"
    return page.encode() + head.encode() + stream + b"\nendstream endobj\n"


def words_at(*placed: tuple[float, float, str]) -> bytes:
    """A content stream that prints each text at its place (left, baseline)."""
    lines = [f"BT /F1 12 Tf {left} {base} Td ({text}) Tj ET" for left, base, text in placed]
    return "\n".join(lines).encode()
