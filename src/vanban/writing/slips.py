"""A4 sheets of slips to be cut out: whom it is for, what to type, what to do, a QR code."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from io import BytesIO

import segno

from vanban.writing.typesetting import FONT, typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSlip:
    """One slip. `rows` are printed large, as label and value; `steps` are numbered sentences."""

    issuer: str
    title: str
    name: str
    post: str
    rows: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    note: str
    address: str
    """What the QR code opens."""


def write_slips(title: str, slips: Sequence[PaperSlip]) -> bytes:
    """The PDF: eight slips a page, two beside each other."""
    data = {
        "title": title,
        "font": FONT,
        "slips": [asdict(slip) | {"qr": _drawn(slip.address)} for slip in slips],
    }
    return typeset("slips.typ", data)


def _drawn(address: str) -> str:
    drawing = BytesIO()
    segno.make_qr(address, error="m").save(drawing, kind="svg", omitsize=True, border=0)
    return drawing.getvalue().decode()
