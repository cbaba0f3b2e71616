"""Papers written for the training without slips: whatever is found in one is a false alarm."""

from pathlib import Path

import pytest

from vanban.checking.check import check
from vanban.reading.read import read_text

PROSE = sorted((Path(__file__).parents[3] / "training" / "prose").glob("*.txt"))


@pytest.mark.parametrize("paper", PROSE, ids=lambda paper: paper.stem)
def test_a_paper_without_slips_raises_no_alarm(paper):
    findings = check(read_text(paper.read_text(encoding="utf-8")))

    assert [(finding.rule, finding.message) for finding in findings] == []
