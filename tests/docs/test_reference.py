import re
from pathlib import Path

import pytest

from thidua.core.states import mermaid
from thidua.documents.models import FROZEN, TRANSITIONS, DocumentStatus
from thidua.org.rights import Right

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs/reference"


@pytest.mark.parametrize("right", Right)
def test_every_right_is_documented(right):
    assert f"`{right}` | {right.label} |" in (REFERENCE / "rights.md").read_text()


def test_the_document_state_diagram_is_current():
    drawn = {
        state: following
        for state, following in TRANSITIONS.items()
        if state != DocumentStatus.RECEIVED
    }

    assert mermaid(drawn, DocumentStatus.DRAFT) in (REFERENCE / "document-states.md").read_text()


def test_frozen_states_lead_nowhere():
    assert {state for state in FROZEN if TRANSITIONS[state]} == set()


def test_every_status_has_transitions():
    assert set(TRANSITIONS) == set(DocumentStatus)


def test_every_setting_from_the_environment_is_documented():
    source = (ROOT / "src/thidua/config/settings.py").read_text()
    names = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source))

    documented = set(re.findall(r"`([A-Z_]+)`", (REFERENCE / "settings.md").read_text()))

    assert names <= documented
