"""An A4 page of one-time codes: whose they are, the codes in large type, what to do with them."""

from collections.abc import Sequence

from vanban.writing.typesetting import FONT, typeset


def write_codes(
    *,
    title: str,
    issuer: str,
    rows: Sequence[tuple[str, str]],
    codes: Sequence[str],
    steps: Sequence[str],
) -> bytes:
    """The PDF. `rows` are label and value, as they stand above the codes."""
    data = {
        "title": title,
        "issuer": issuer,
        "rows": [list(row) for row in rows],
        "codes": list(codes),
        "steps": list(steps),
        "font": FONT,
    }
    return typeset("codes.typ", data)
