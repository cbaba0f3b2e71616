import pytest


@pytest.fixture(autouse=True)
def everything_is_shown(whole_frame):
    """Here the frame stays whole."""
