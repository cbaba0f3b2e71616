from hypothesis import given
from hypothesis import strategies as st

from thidua.plans.marks import Place, lines


def drawn(text, spots):
    """The lines with `[` and `]` for marks, `[name|` where a mark carries its name."""
    return ["".join(_sign(token) for token in line) for line in lines(text, spots)]


def _sign(token):
    if token.opens:
        return f"[{token.anchor}|" if token.anchor else "["
    return "]" if token.closes else token.text


def test_a_place_is_marked_and_named_by_its_offsets():
    assert drawn("số 05", [Place(3, 5)]) == ["số [3-5|05]"]


def test_a_place_inside_another_is_nested():
    assert drawn("ngày 15 tháng 01", [Place(5, 7), Place(0, 16)]) == [
        "[0-16|ngày [5-7|15] tháng 01]"
    ]


def test_places_that_cross_are_cut_and_only_the_first_piece_is_named():
    assert drawn("abcdef", [Place(0, 4), Place(2, 6)]) == ["[0-4|ab[2-6|cd]][ef]"]


def test_a_place_over_two_lines_is_marked_on_both_and_empty_lines_are_left_out():
    assert drawn("ab\n\ncd", [Place(1, 5)]) == ["a[1-5|b]", "[c]d"]


def test_a_place_without_length_still_carries_its_name():
    assert drawn("hết", [Place(3, 3)]) == ["hết[3-3|]"]


def test_the_gravest_of_several_looks_at_one_place_is_shown():
    (line,) = lines("05", [Place(0, 2), Place(0, 2, "td-err"), Place(0, 2, "td-ask")])

    assert [token.look for token in line if token.opens] == ["td-err"]


@given(
    st.text("ab\n", max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted), max_size=8),
)
def test_whatever_the_places_the_words_stay_and_marks_are_balanced(text, spans):
    spots = [Place(start, min(end, len(text))) for start, end in spans if start <= len(text)]
    spots = [spot for spot in spots if spot.start <= spot.end]

    found = lines(text, spots)

    assert ["".join(t.text for t in line) for line in found] == [
        line for line in text.split("\n") if line.strip()
    ]
    for line in found:
        depth = 0
        for token in line:
            depth += token.opens - token.closes
            assert depth >= 0
        assert depth == 0
    names = [token.anchor for line in found for token in line if token.anchor]
    assert len(names) == len(set(names))
