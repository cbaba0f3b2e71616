"""Whatever is typed: the mover answers or refuses, and changes nothing it does not tell."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vanban.forward.papers import plan

from vanban.forward import CannotMove, forward
from vanban.language.forms import plain_text

PIECES = (
    "năm 2024", "2023-2024", "năm học 2024 - 2025", "15/3/2024", "29/02/2024", "tháng 12/2023",
    "kỷ niệm 95 năm Ngày thành lập Công đoàn Việt Nam", "(28/7/1929 - 28/7/2024)", "Giáp Thìn",
    "Kế hoạch số 05/KH-LĐLĐ ngày 05/01/2024", "lần thứ VII, năm 2024", "Đại hội XIII", "thứ Bảy,",
    "trước ngày", "đến", "-", "giai đoạn", "Tết", "năm thứ hai thực hiện", "\n", "2024", "…/…/2024",
    "(Đã ký)", "95%", "từ", "Luật Công đoàn", "2024 đoàn viên", "31/02/2024", "quý IV/2024",
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.integers(2025, 2030))
def test_undoing_the_changes_gives_the_text_back(pieces, year):
    text = plan(" ".join(pieces))
    try:
        result = forward(text, year)
    except CannotMove:
        return

    undone = result.text
    for change in reversed(result.changes):
        assert undone[slice(*change.span)] == change.new
        undone = undone[: change.span[0]] + change.old + undone[change.span[1] :]
    assert undone == plain_text(text)
    assert all(0 <= flag.span[0] <= flag.span[1] <= len(result.text) for flag in placed(result))


def placed(result):
    return [flag for flag in result.flags if flag.span]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.integers(0, 3000))
def test_nothing_but_a_refusal_is_ever_raised(text, year):
    with suppress(CannotMove):
        assert forward(text, year).old_year


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10))
def test_years_of_history_never_move(pieces):
    result = forward(plan(" ".join(pieces), name="năm 2024"), 2025)

    assert all(change.new != "1930" for change in result.changes)
    assert result.text.count("1929") == plan(" ".join(pieces)).count("1929")
