"""The same document in the forms in which people really have it."""

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable

from generator import Document
from legacy import tcvn3, vni
from prints import can_recognise, pdf_file, scanned
from word_files import word_file

Form = tuple[bytes, str]
"""Bytes and a file name."""

_NEW_TONES = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "ọa": "oạ",
    "ủy": "uỷ",
    "úy": "uý",
    "ùy": "uỳ",
    "ụy": "uỵ",
}
_WIDTH = 84
_PAGE = 24


def _text(words: str) -> Form:
    return words.encode(), "van-ban.txt"


def clean(document: Document) -> Form:
    return _text(document.marked.text)


def markdown(document: Document) -> Form:
    """Headings with signs, numbers in bold, as converters write them."""
    text = document.marked.text
    for piece in document.draft.of("kind", "title"):
        line = text.find(_first_words(piece.text, text))
        if line >= 0:
            text = f"{text[:line]}## {text[line:]}"
    text = re.sub(r"^((?:[IVX]+|[A-F])[./-]{1,2} .*)$", r"### \1", text, flags=re.MULTILINE)
    text = re.sub(r"^(\d+(?:\.\d+)*[.)])", r"**\1**", text, flags=re.MULTILINE)
    return text.replace("\n", "\n\n").encode(), "van-ban.md"


def _first_words(marked: str, text: str) -> str:
    words = re.sub(r"\{[^:{}]*:|\}", "", marked)
    return words if words in text else "\0"


def decomposed(document: Document) -> Form:
    return _text(unicodedata.normalize("NFD", document.marked.text))


def old_tcvn3(document: Document) -> Form:
    return tcvn3(document.marked.text).encode("cp1252", "replace"), "van-ban.txt"


def old_vni(document: Document) -> Form:
    return _text(vni(document.marked.text))


def mixed_encodings(document: Document) -> Form:
    """The body was pasted from an old file, the letterhead typed anew."""
    lines = document.marked.text.split("\n")
    middle = next((place for place, line in enumerate(lines) if len(line) > 100), 0)
    return _text("\n".join([*lines[:middle], *map(tcvn3, lines[middle:])]))


def mixed_tones(document: Document) -> Form:
    """*hoà* and *hòa* in one text."""
    rng = random.Random(document.name)  # noqa: S311 -- a choice of spellings
    text = document.marked.text
    for old, new in _NEW_TONES.items():
        text = re.sub(rf"(?<!q){old}(?!\w)", lambda _, o=old, n=new: rng.choice((o, n)), text)
    return _text(text)


def wrapped(document: Document) -> Form:
    """Lines broken hard, as programs of the terminal print them."""
    lines = []
    for line in document.marked.text.split("\n"):
        long = len(line) > _WIDTH and "   " not in line and not line.startswith("|")
        lines += (
            textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
            if long
            else [line]
        )
    return _text("\n".join(lines))


def paged(document: Document) -> Form:
    """Page numbers between the lines, after hard breaks."""
    lines = wrapped(document)[0].decode().split("\n")
    out: list[str] = []
    for place, line in enumerate(lines):
        if place and place % _PAGE == 0:
            out += ["", f"{' ' * 38}{place // _PAGE + 1}", ""]
        out.append(line)
    return _text("\n".join(out))


def stamped(document: Document) -> Form:
    """The stamp of the office that received it, and what dust becomes."""
    head = ["CÔNG VĂN ĐẾN", "Số: 1127", "Ngày: 17/12", "Chuyển: ......", ""]
    lines = document.marked.text.split("\n")
    for place in range(9, len(lines), 17):
        lines.insert(place, ". ' ~")
    return _text("\n".join([*head, *lines]))


def word(document: Document) -> Form:
    return word_file(document.draft), "van-ban.docx"


def word_with_box(document: Document) -> Form:
    return word_file(document.draft, box=True), "van-ban.docx"


def pdf(document: Document) -> Form:
    return pdf_file(document.draft), "van-ban.pdf"


def recognised(document: Document) -> Form:
    return _text(scanned(document.draft, "vie", 1))


def recognised_as_english(document: Document) -> Form:
    return _text(scanned(document.draft, "eng", 1))


DAMAGES: dict[str, Callable[[Document], Form]] = {
    "clean": clean,
    "markdown": markdown,
    "decomposed": decomposed,
    "TCVN3": old_tcvn3,
    "VNI": old_vni,
    "two encodings": mixed_encodings,
    "two tone placements": mixed_tones,
    "hard line breaks": wrapped,
    "page numbers": paged,
    "stamp and dust": stamped,
    "Word": word,
    "Word with a text box": word_with_box,
    "PDF with text": pdf,
    "scan, Vietnamese model": recognised,
    "scan, English model": recognised_as_english,
}
NEEDS = {"scan, Vietnamese model": "vie", "scan, English model": "eng"}
SHARE = 4
"""Each damage but none is done to one document in so many, of every kind."""


def chosen(damage: str, place: int) -> bool:
    """Is this document of the corpus damaged in this way?"""
    if damage == "clean":
        return True
    order = list(DAMAGES).index(damage)
    return (place // 10 + place + order) % SHARE == 0


def possible(damage: str) -> bool:
    """Is the program here that this damage needs?"""
    return damage not in NEEDS or can_recognise(NEEDS[damage])
