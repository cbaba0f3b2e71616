import pytest

from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures


@pytest.fixture(autouse=True)
def everything_is_shown(whole_frame):
    """Here the frame stays whole."""
