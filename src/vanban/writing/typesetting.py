"""Typst, set up so that only what is vendored here plays a part, and the same words give the same
bytes.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

import typst

Standard = Literal["ua-1"]

FONT = "Tinos"
"""Metrically equal to Times New Roman, free, and with every Vietnamese letter."""
_FOLDER = Path(__file__).parent
_ONE_AT_A_TIME = Lock()
"""A compiler refuses a second thread while it is at work."""


def typeset(
    template: str, data: Mapping[str, object], *, standards: Sequence[Standard] = ()
) -> bytes:
    """The PDF that `template` makes of `data`; words come in as data and are never markup.

    `standards` are those the file keeps, such as ``ua-1``, unless a word has letters that the
    font lacks: then it is printed without them, and with no such promise.
    """
    try:
        return _typeset(template, data, standards)
    except typst.TypstError:
        if not standards:
            raise
    return _typeset(template, data, ())


def _typeset(template: str, data: Mapping[str, object], standards: Sequence[Standard]) -> bytes:
    with _ONE_AT_A_TIME:
        made = _compiler(template).compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=0,
            pdf_standards=list(standards),
        )
    if not isinstance(made, bytes):
        raise TypeError("one document makes one file")
    return made


@cache
def _compiler(template: str) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[_FOLDER / "fonts"],
    )
    return typst.Compiler(
        _FOLDER / "templates" / template,
        root=_FOLDER / "templates",
        font_paths=fonts,
        ignore_system_fonts=True,
    )
