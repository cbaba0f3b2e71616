from hypothesis import given
from hypothesis import strategies as st

from thidua.plans.edits import Edit, as_read, edited, merged, places

TEXT = "kỷ niệm 40 năm (20/11/1983 - 20/11/2022)"


def test_the_text_as_read_stays_and_the_system_text_changes():
    edits = [Edit(22, 26, "1982"), Edit(8, 10, "bốn mươi")]

    assert edited(TEXT, edits) == "kỷ niệm bốn mươi năm (20/11/1982 - 20/11/2022)"


def test_a_place_after_an_edit_is_found_again_in_the_text_as_read():
    edits = [Edit(8, 10, "bốn mươi")]
    start = edited(TEXT, edits).index("1983")

    assert as_read((start, start + 4), edits) == (22, 26)


def test_words_of_an_edit_stand_for_what_they_replaced():
    edits = [Edit(8, 10, "bốn mươi")]

    assert as_read((12, 15), edits) == (8, 10)


def test_an_edit_over_an_edit_swallows_it():
    first = Edit(22, 26, "1982")

    edit, swallowed = merged(TEXT, (21, 26), "-1982", [first])

    assert (edit, swallowed) == (Edit(21, 26, "-1982"), [first])


def test_two_insertions_at_one_place_stand_in_the_order_they_were_made():
    edit, swallowed = merged("Hết", (3, 3), "./.", [])
    again, swallowed_again = merged("Hết", (6, 6), "!", [edit])

    assert (swallowed, swallowed_again) == ([], [edit])
    assert edited("Hết", [again]) == "Hết./.!"


@given(
    st.text("ab\n", min_size=1, max_size=12),
    st.lists(
        st.tuples(st.integers(0, 14), st.integers(0, 4), st.text("XY", max_size=3)), max_size=6
    ),
)
def test_any_series_of_changes_ends_in_the_text_the_officer_saw(text, changes):
    edits, seen = [], text
    for first, length, new in changes:
        start, end = min(first, len(seen)), min(first + length, len(seen))
        edit, swallowed = merged(text, (start, end), new, edits)
        edits = [*(old for old in edits if old not in swallowed), edit]
        seen = seen[:start] + new + seen[end:]

        assert edited(text, edits) == seen
        assert all(seen[now : now + len(one.text)] == one.text for one, now in places(edits))
