"""Quotation marks: every one has its partner, and one paper uses one kind."""

import re
from collections.abc import Iterator

from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity, Span

TITLE = "Dấu ngoặc kép"

_SOURCE = "chính tả tiếng Việt"
_CURLY = re.compile(r"[“”]")
_STRAIGHT_PAIR = re.compile(r"(?<!\d)\"(?P<inner>[^\"“”\n]{1,300})\"")
_CURLY_PAIR = re.compile(r"“(?P<inner>[^\"“”\n]{1,300})”")
_MIXED_PAIR = re.compile(
    r"“(?P<inner>[^\"“”\n]{1,300})\"|(?<![\d\w])\"(?P<other>[^\"“”\n]{1,300})”"
)
_INCHES = re.compile(r"(?<=\d)\"")
_BREAK = re.compile(
    r"\n(?=\s*\n)|(?<=[.;:!?])\n|\n(?=\s*(?:[-+•*]|\d{1,2}[.)]|[IVX]+\.|[a-zđ]\))\s)"
)
_ITEM = re.compile(r"\s*[a-zđ]\)\s")


@rule("quote-alone", "Dấu ngoặc kép thiếu một nửa", Severity.WARNING, _SOURCE)
@when_readable
def lone_quotes(reading: Reading) -> Iterator[Slip]:
    """Counted by the paragraph: a quotation over several paragraphs is rare in official papers."""
    for start, paragraph in paragraphs(reading.text):
        straight = paragraph.count('"')
        if straight:
            odd = straight % 2 and _INCHES.sub("", paragraph).count('"') % 2
            if odd and not _CURLY.search(paragraph):
                yield Slip("Thiếu một dấu ngoặc kép.", sign_at(start + paragraph.rindex('"')))
            continue
        opened: list[int] = []
        for match in _CURLY.finditer(paragraph):
            if match.group() == "“":
                opened.append(match.start())
            elif opened:
                opened.pop()
            else:
                yield Slip("Dấu ngoặc kép đóng mà chưa mở.", sign_at(start + match.start()))
        for place in opened:
            yield Slip("Dấu ngoặc kép mở mà chưa đóng.", sign_at(start + place))


@rule("quote-kinds", "Lẫn hai kiểu dấu ngoặc kép", Severity.ASK, _SOURCE)
@when_readable
def two_kinds_of_quotes(reading: Reading) -> Iterator[Slip]:
    """Straight marks beside curly ones, usually pasted; the rarer kind gives way."""
    for match in _MIXED_PAIR.finditer(reading.text):
        inner = match["inner"] or match["other"]
        yield Slip("Mở và đóng bằng hai kiểu dấu ngoặc kép.", match.span(), f"“{inner}”")
    straight = list(_STRAIGHT_PAIR.finditer(reading.text))
    curly = list(_CURLY_PAIR.finditer(reading.text))
    rarer, marks = (straight, "“”") if len(straight) <= len(curly) else (curly, '""')
    if straight and curly:
        for match in rarer:
            right = f"{marks[0]}{match['inner']}{marks[1]}"
            yield Slip(f"Chỗ khác dùng dấu ngoặc kép {marks[0]}…{marks[1]}.", match.span(), right)


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs end at a blank line, or at a line that ends a sentence or begins an item.

    What goes on with a small letter is the same paragraph behind a page break.
    """
    start = 0
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        if text[end:].lstrip()[:1].islower() and not _ITEM.match(text, end):
            continue
        yield start, text[start:end]
        start = end


def sign_at(place: int) -> Span:
    return place, place + 1
