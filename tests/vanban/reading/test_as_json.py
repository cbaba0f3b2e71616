import json
from dataclasses import replace

import pytest

from vanban.reading.as_json import as_json, blocks_as_json, blocks_from_json, from_json
from vanban.reading.model import Finding, Fix, Severity

from .documents import OURS, REAL, reading

KEYS = [
    "issuing_body",
    "parent_body",
    "full_number",
    "number",
    "symbol",
    "place",
    "date",
    "doc_type",
    "title",
    "theme",
    "slogans",
    "scope",
    "participants",
    "criteria",
    "partner",
    "year_or_school_year",
    "citations",
    "sections",
    "content_items",
    "phases",
    "commemorations",
    "movements_named",
    "targets",
    "reporting_duties",
    "recipients",
    "signatory",
    "findings",
    "repaired",
    "text",
    "spans",
    "confidence",
]
ADDED_SINCE = ["co_issuers", "addressees", "distribution", "cosignatories", "matches", "repairs"]


def test_the_keys_stand_in_their_order():
    assert list(as_json(reading("003"))) == KEYS + ADDED_SINCE


def test_a_reading_kept_before_keys_were_added_comes_back():
    stored = as_json(reading("003"))
    for key in ADDED_SINCE:
        del stored[key]
    for duty in stored["reporting_duties"]:
        del duty["deed"]

    read = from_json(stored)

    assert (read.matches, read.repairs, read.distribution) == ((), (), ())
    assert read.recipients == reading("003").recipients


@pytest.mark.parametrize("name", [*REAL, *OURS])
def test_json_and_back_is_the_same_reading(name):
    read = reading(name)
    stored = json.loads(json.dumps([as_json(read), blocks_as_json(read)]))

    assert from_json(*stored) == read


def test_without_blocks_everything_else_comes_back():
    read = reading("001")

    assert from_json(as_json(read)) == replace(read, blocks=())
    assert blocks_from_json(blocks_as_json(read)) == read.blocks


def test_findings_come_back_with_their_fixes():
    found = (
        Finding("can-chi-year", Severity.ERROR, "Năm 2022 là Nhâm Dần.", (3, 9), Fix((3, 9), "x")),
        Finding("missing-number", Severity.WARNING, "Thiếu số."),
    )
    read = replace(reading("002"), findings=found, repaired=True)
    stored = json.loads(json.dumps(as_json(read)))

    assert stored["findings"][1] == {
        "rule": "missing-number",
        "severity": "warning",
        "message": "Thiếu số.",
        "span": None,
        "fix": None,
    }
    assert from_json(stored, blocks_as_json(read)) == read


def test_dates_are_iso_and_whole_figures_are_whole():
    data = as_json(reading("000"))

    assert data["date"] == "2022-01-04"
    assert json.dumps(data["targets"][0]["value"]) == "100"


def test_what_the_file_lacks_is_null_or_empty():
    data = as_json(reading("002"))

    assert (data["number"], data["date"], data["theme"]) == (None, None, None)
    assert (data["slogans"], data["criteria"]) == ([], [])
    assert data["signatory"] == {
        "authority_line": "TM. BAN THƯỜNG VỤ",
        "post": None,
        "name": None,
        "mark": "Đã ký",
    }
