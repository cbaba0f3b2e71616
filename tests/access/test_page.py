"""The reference page says what the rules say."""

from access.page import PAGE, page


def test_the_access_matrix_in_the_reference_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "Write it anew: PYTHONPATH=src:tests python -m access.page"
    )
