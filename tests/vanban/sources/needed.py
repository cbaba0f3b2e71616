"""Tests that need a program of the system are left out without it, but never in CI."""

import os

import pytest

from vanban.sources.office import office_program
from vanban.sources.recognition import can_recognise

ON_BUILD_SERVER = os.environ.get("CI") == "true"

needs_tesseract = pytest.mark.skipif(
    not ON_BUILD_SERVER and not can_recognise(),
    reason="tesseract with its Vietnamese model is not installed: make system",
)
needs_office = pytest.mark.skipif(
    not ON_BUILD_SERVER and office_program() is None,
    reason="LibreOffice is not installed: make system",
)
