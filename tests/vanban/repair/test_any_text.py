"""Whatever the text: it comes back line for line, with its figures, and never with an error."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from repair.damaged import DAMAGED, plan
from vanban.repair import repair

MORE = ("2024", "c6", "H6", "%", "“", "15/KH-CDGD")
WORDS = st.sampled_from([*DAMAGED.split(), *plan("004").split(), *MORE])
DAMAGED_TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=8).map("\n".join)
FIGURE = re.compile(r"(?<!\S)\d+(?!\S)")
SLOWLY = settings(max_examples=12, deadline=None)


@given(st.text(max_size=400))
def test_any_text_keeps_its_lines(text):
    assert repair(text).text.count("\n") == text.count("\n")


@SLOWLY
@given(DAMAGED_TEXTS)
def test_lines_and_figures_of_damaged_text_are_kept(text):
    after = repair(text).text

    assert after.count("\n") == text.count("\n")
    assert FIGURE.findall(after) == FIGURE.findall(text)


@SLOWLY
@given(DAMAGED_TEXTS)
def test_places_hold_in_any_damaged_text(text):
    repaired = repair(text)

    assert all(repaired.text[slice(*word.span)] == word.word for word in repaired.words)


@given(st.sampled_from(plan("002").split("\n")))
def test_a_sound_line_stays(line):
    assert repair(line).text == line
