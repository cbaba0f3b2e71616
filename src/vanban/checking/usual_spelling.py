"""i and y as official papers write them."""

import re
from collections.abc import Iterator
from functools import cache

from vanban.checking import data
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.spelling import any_of, key_of
from vanban.checking.words import in_the_manner_of, lower
from vanban.reading.model import Reading, Severity

TITLE = "Lệ chung i, y"


@rule("y-or-i", "Viết i, y khác lệ chung", Severity.ASK, "chính tả tiếng Việt")
@when_readable
def y_or_i(reading: Reading) -> Iterator[Slip]:
    """*đăng kí*: no slip, but official papers write *đăng ký*, and one paper writes one way."""
    for match in _y_or_i().finditer(lower(reading.text)):
        printed = reading.text[match.start() : match.end()]
        usual = in_the_manner_of(printed, _usual_forms()[key_of(printed)])
        said = f"“{' '.join(printed.split())}” trong văn bản hành chính thường viết “{usual}”."
        yield Slip(said, match.span(), usual)


@cache
def _usual_forms() -> dict[str, str]:
    return {row["printed"]: row["usual"] for row in data.rows("y_or_i")}


@cache
def _y_or_i() -> re.Pattern[str]:
    return any_of(_usual_forms())
