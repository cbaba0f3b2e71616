"""Certificates (*giấy khen*, *bằng khen*): A4 across, drawn from the same numbers on every medium.

All measures are millimetres on a sheet of 297 by 210. The lines stand in the prescribed order:
emblem, *Quốc hiệu*, *Tiêu ngữ*, who gives it, TẶNG, the form, to whom, what for; at the left the
decision and the code that verifies it, at the right place and date, authority and signer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import segno

from vanban.writing.fitting import Face, Passage, SetLine, fit
from vanban.writing.typesetting import FONT, typeset

WIDTH, HEIGHT = 297, 210
MIDDLE = WIDTH / 2
INK, RED = "#1a1a1a", "#b01116"
QR_LEFT, QR_TOP, QR_SIDE = 30, 153, 26
_QR_MASK = 3
"""Any of the eight may be chosen; trying all of them takes four times as long."""
_DARK = re.compile(rb"\x01+")
_FRAME = Path(__file__).parent / "templates" / "certificate-frame.svg"
_PLAIN, _BOLD, _ITALIC = Face(), Face(bold=True), Face(italic=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What one certificate says, line by line as it is printed.

    `issuer` and `signature` come in lines (*TM. BAN THƯỜNG VỤ*, *CHỦ TỊCH*); `notes` stand beside
    the QR code, which carries `address`.
    """

    issuer: tuple[str, ...]
    verb: str
    form: str
    name: str
    post: str
    merit: str
    place_date: str
    signature: tuple[str, ...]
    signer_name: str
    notes: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line on the sheet: where its baseline stands, and how it is set."""

    words: str
    x: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = INK
    left: bool = False
    """From `x` to the right; otherwise `x` is its middle."""


_PARTS = attrgetter("words", "x", "y", "size", "bold", "italic", "colour", "left")
"""A line as the template takes it apart again."""
_HEAD = (
    Line(words="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x=MIDDLE, y=45.5, size=5, bold=True),
    Line(words="Độc lập - Tự do - Hạnh phúc", x=MIDDLE, y=51.7, size=5.2, bold=True),
)


def lay_out(certificate: Certificate) -> list[Line]:
    """Every line at its place; long ones are made smaller together with their neighbours."""
    return [
        *_HEAD,
        *_gift(certificate),
        *_receiver(certificate),
        *_signed(certificate),
        *_notes(certificate),
    ]


def _gift(certificate: Certificate) -> Iterator[Line]:
    issuer = tuple(Passage(words=line, face=_BOLD, size=5.8) for line in certificate.issuer)
    yield from _placed(fit(issuer, width=225, height=17), MIDDLE, 55.5, colour=RED)
    yield Line(words=certificate.verb, x=MIDDLE, y=77, size=5)
    form = Passage(words=certificate.form, face=_BOLD, size=15.5)
    yield from _placed(fit((form,), width=225, height=20.5), MIDDLE, 77, colour=RED)


def _receiver(certificate: Certificate) -> Iterator[Line]:
    parts = (
        Passage(words=certificate.name, face=_BOLD, size=8, gap=0.1),
        Passage(words=certificate.post, face=_PLAIN, size=5.2, gap=0.3),
        Passage(words=certificate.merit, face=_ITALIC, size=5.2),
    )
    yield from _placed(fit(parts, width=225, height=34), MIDDLE, 97.5)


def _signed(certificate: Certificate) -> Iterator[Line]:
    """The last line of the authority leaves 30 mm for hand and seal above the name."""
    head = (
        Passage(words=certificate.place_date, face=_ITALIC, size=5),
        *(Passage(words=line, face=_BOLD, size=5) for line in certificate.signature),
    )
    yield from _placed(fit(head, width=105, height=19.5), 216, 132.5)
    name = Passage(words=certificate.signer_name, face=_BOLD, size=5)
    yield from _placed(fit((name,), width=105, height=6.4), 216, 182.2)


def _notes(certificate: Certificate) -> Iterator[Line]:
    notes = tuple(Passage(words=line, face=_PLAIN, size=4, gap=0.1) for line in certificate.notes)
    lines = fit(notes, width=98, height=QR_SIDE)
    yield from _placed(lines, QR_LEFT + QR_SIDE + 3, QR_TOP, left=True)


def _placed(
    lines: Sequence[SetLine],
    x: float,
    top: float,
    *,
    colour: str = INK,
    left: bool = False,
) -> Iterator[Line]:
    for line in lines:
        yield Line(
            words=line.words,
            x=x,
            y=round(top + line.down, 2),
            size=line.size,
            bold=line.face.bold,
            italic=line.face.italic,
            colour=colour,
            left=left,
        )


def write_certificate(certificate: Certificate, *, texts_only: bool = False) -> bytes:
    """The PDF of one certificate; `texts_only` is for stock on which frame and emblem are printed.

    The same certificate gives the same bytes; fonts of the machine play no part.
    """
    return write_certificates([certificate], texts_only=texts_only)


def write_certificates(certificates: Sequence[Certificate], *, texts_only: bool = False) -> bytes:
    """Several certificates in one PDF, a page each."""
    data = {
        "title": _title(certificates),
        "framed": not texts_only,
        "font": FONT,
        "qr": {"left": QR_LEFT, "top": QR_TOP, "side": QR_SIDE},
        "sheets": [
            {"lines": [_PARTS(line) for line in lay_out(one)], "qr": _qr_svg(one.address)}
            for one in certificates
        ],
    }
    return typeset("certificate.typ", data)


def draw_certificate(certificate: Certificate, label: str) -> str:
    """The same sheet as an SVG element for a web page, with `label` for whoever cannot see it."""
    lines = "".join(_as_text(line) for line in lay_out(certificate))
    modules, path = _qr(certificate.address)
    return (
        f'<svg class="d-block w-100 border" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f"aria-label={quoteattr(label)} "
        'font-family="Times New Roman, Tinos, Liberation Serif, serif">'
        f"{_frame()}{lines}"
        f'<path shape-rendering="crispEdges" d="{path}" '
        f'transform="translate({QR_LEFT} {QR_TOP}) scale({QR_SIDE / modules:.4f})"/></svg>'
    )


def _as_text(line: Line) -> str:
    look = "" if line.left else ' text-anchor="middle"'
    look += ' font-weight="700"' if line.bold else ""
    look += ' font-style="italic"' if line.italic else ""
    return (
        f'<text x="{line.x}" y="{line.y}" font-size="{line.size}" fill="{line.colour}"{look}>'
        f"{escape(line.words)}</text>"
    )


def _qr_svg(address: str) -> str:
    side, path = _qr(address)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{path}"/></svg>'
    )


def _qr(address: str) -> tuple[int, str]:
    """The modules along one side, and the dark ones as one path, a step for each run."""
    code = segno.make_qr(address, error="m", mask=_QR_MASK)
    runs = (
        (y, *run.span()) for y, row in enumerate(code.matrix) for run in _DARK.finditer(bytes(row))
    )
    path = "".join(f"M{left} {y}h{right - left}v1h{left - right}z" for y, left, right in runs)
    return len(code.matrix), path


def _title(certificates: Sequence[Certificate]) -> str:
    forms = {one.form for one in certificates}
    names = [one.name for one in certificates]
    return " – ".join([*sorted(forms), *(names if len(names) == 1 else [])])


@cache
def _frame() -> str:
    """What stands inside the drawing of the frame, to be drawn into another one."""
    drawn = _FRAME.read_text(encoding="utf-8")
    return drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]
