"""One slip put into a paper without any is one finding; taken out again, there is none.

`papers/slips.tsv`: paper, what stands there, what is put in its place, the rule that speaks, the
words it marks (where they are not obvious), whether its fix brings the right text back.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.checking.check import check
from vanban.checking.fixes import apply
from vanban.reading.read import read_text

PAPERS = Path(__file__).parent / "papers"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(PAPERS.glob("*.txt"))}
TABLE = (PAPERS / "slips.tsv").read_text(encoding="utf-8").splitlines()
SLIPS = [
    {key: value.replace("\\n", "\n") for key, value in row.items()}
    for row in csv.DictReader(TABLE, delimiter="\t", quoting=csv.QUOTE_NONE)
]
MENDED = [slip for slip in SLIPS if slip["mends"] == "yes"]


def named(slip):
    return f"{slip['rule']}-{slip['paper']}"


def with_slip(slip, text=None):
    return (text or TEXTS[slip["paper"]]).replace(slip["right"], slip["wrong"])


def said_about(text):
    reading = read_text(text)
    findings = check(reading)
    return reading, findings, [finding.fix for finding in findings if finding.fix]


@pytest.mark.parametrize("paper", TEXTS)
def test_a_paper_without_slips_gives_no_finding(paper):
    _reading, findings, _fixes = said_about(TEXTS[paper])

    assert findings == ()


@pytest.mark.parametrize("slip", SLIPS, ids=named)
def test_every_slip_stands_at_one_place(slip):
    assert TEXTS[slip["paper"]].count(slip["right"]) == 1


@pytest.mark.parametrize("slip", SLIPS, ids=named)
def test_one_slip_is_one_finding(slip):
    reading, findings, _fixes = said_about(with_slip(slip))

    assert [finding.rule for finding in findings] == [slip["rule"]]
    if slip["marked"]:
        assert reading.text[slice(*findings[0].span)] == slip["marked"]


@pytest.mark.parametrize("slip", MENDED, ids=named)
def test_the_fix_brings_the_right_text_back(slip):
    reading, _findings, fixes = said_about(with_slip(slip))

    assert apply(reading.text, fixes) == read_text(TEXTS[slip["paper"]]).text


def without_overlap(slips):
    """The first slip of every place: two cannot be put into the same words."""
    chosen = []
    for slip in slips:
        text = TEXTS[slip["paper"]]
        start = text.index(slip["right"])
        span = (start, start + len(slip["right"]))
        if all(span[1] <= other[0] or other[1] <= span[0] for other, _slip in chosen):
            chosen.append((span, slip))
    return [slip for _span, slip in chosen]


@settings(max_examples=20)
@given(
    st.sampled_from(sorted(TEXTS)).flatmap(
        lambda paper: st.lists(
            st.sampled_from([slip for slip in SLIPS if slip["paper"] == paper]), max_size=8
        )
    )
)
def test_after_all_fixes_none_of_them_is_offered_again(slips):
    text = TEXTS[slips[0]["paper"]] if slips else ""
    for slip in without_overlap(slips):
        text = with_slip(slip, text)

    reading, _findings, fixes = said_about(text)
    _reading, _again, left = said_about(apply(reading.text, fixes))

    assert left == []
