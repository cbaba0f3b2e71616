"""Round brackets: every one has its partner."""

import re
from collections.abc import Iterator

from vanban.checking.quotes import paragraphs, sign_at
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Dấu ngoặc đơn"

_SOURCE = "chính tả tiếng Việt"
_BRACKETS = re.compile(r"[()]")
_LIST_LETTER = re.compile(r"(?:^|[\s,;(])(?:[a-zđA-ZĐ]|\d{1,2}|[ivx]{1,4}|\*+)$")


@rule("bracket-alone", "Dấu ngoặc đơn thiếu một nửa", Severity.WARNING, _SOURCE)
@when_readable
def lone_brackets(reading: Reading) -> Iterator[Slip]:
    """The letter of a point, ``a)``, opens nothing."""
    for start, paragraph in paragraphs(reading.text):
        opened: list[int] = []
        for match in _BRACKETS.finditer(paragraph):
            if match.group() == "(":
                opened.append(match.start())
            elif opened:
                opened.pop()
            elif not _LIST_LETTER.search(paragraph, 0, match.start()):
                yield Slip("Dấu ngoặc đơn đóng mà chưa mở.", sign_at(start + match.start()))
        for place in opened:
            yield Slip("Dấu ngoặc đơn mở mà chưa đóng.", sign_at(start + place))
