"""Whatever the text: no exception, spans inside it, values where their spans say."""

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.language.forms import one_line, plain_text
from vanban.reading.as_json import as_json, blocks_as_json, from_json
from vanban.reading.model import (
    Citation,
    Commemoration,
    ContentItem,
    Criterion,
    Phase,
    Reading,
    Section,
    Target,
)
from vanban.reading.read import read_text

from .documents import OURS, REAL, raw

PATH = re.compile(r"(\w+)(?:\[(\d+)\])?")
BRACKETS = re.compile(r"\([^()]*\)")
PIECES = [piece for name in (*REAL, *OURS) for piece in re.split(r"(?<=\n)", raw(name)) if piece]


@st.composite
def damaged_documents(draw: st.DrawFn) -> str:
    """A document with stretches cut out, doubled, or replaced by anything."""
    text = draw(st.sampled_from([raw(name) for name in (*REAL, *OURS)]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 400)))
        text = (
            text[:start]
            + draw(st.sampled_from(["", "\n", text[start:end] * 2, '"', "“ ("]))
            + (text[end:])
        )
    return text


shuffled_lines = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def value_at(reading: Reading, path: str) -> object:
    value: object = reading
    for name, place in PATH.findall(path):
        value = getattr(value, name)
        if place:
            value = value[int(place)]
    return value


def words_of(value: object) -> str | None:
    """What of a value is quoted from the text."""
    match value:
        case str():
            return value
        case Citation():
            return value.quote
        case Commemoration() | Phase():
            return value.name
        case Section():
            return value.heading
        case ContentItem() | Target() | Criterion():
            return value.text
    return None


def bare(text: str) -> str:
    return re.sub(r"[\s.,;:|]+", "", BRACKETS.sub("", text)).replace("–", "-")


def is_part_in_order(words: str, printed: str) -> bool:
    """Columns are read one after the other, so words of one may stand between those of another."""
    rest = iter([bare(word) for word in printed.split()])
    return all(bare(word) in rest for word in words.split())


def check(reading: Reading) -> None:
    assert reading.spans.keys() == reading.confidence.keys()
    for path, (start, end) in reading.spans.items():
        assert 0 <= start < end <= len(reading.text), path
        value, printed = value_at(reading, path), reading.text[start:end]
        words = words_of(value)
        if words is None or path in {"issuing_body", "parent_body", "doc_type"}:
            continue
        assert bare(words) in bare(printed) or is_part_in_order(words, printed), path
    for path, confidence in reading.confidence.items():
        assert 0 < confidence <= 1, path
        assert value_at(reading, path) is not None, path
    last = 0
    for block in reading.blocks:
        assert last <= block.span[0] < block.span[1] <= len(reading.text)
        last = block.span[1]


@settings(deadline=None, max_examples=150)
@given(st.text())
def test_any_text_is_read(text):
    check(read_text(text))


@settings(deadline=None, max_examples=150)
@given(damaged_documents() | shuffled_lines)
def test_damaged_documents_are_read(text):
    reading = read_text(text)

    check(reading)
    assert from_json(as_json(reading), blocks_as_json(reading)) == reading


@settings(deadline=None, max_examples=150)
@given(shuffled_lines | st.text())
def test_what_is_quoted_stands_in_the_text(text):
    reading = read_text(text)
    printed = one_line(reading.text)

    for item in reading.targets:
        assert item.text in printed
    for citation in reading.citations:
        assert citation.quote in printed
    for phase in reading.phases:
        assert one_line(phase.name) in printed
        assert phase.start is None or isinstance(phase.start, dt.date)


@settings(deadline=None)
@given(st.text(alphabet="ab *#_\\\n\t “”đĐẫ\u0301"))
def test_the_normal_form_is_nfc_without_trailing_blanks_or_tabs(text):
    plain = plain_text(text)

    assert not any(line != line.rstrip(" ") for line in plain.split("\n"))
    assert "\t" not in plain
