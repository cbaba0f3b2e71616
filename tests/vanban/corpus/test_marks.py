"""Marks in a text tell its truth; the text is what remains without them."""

import pytest
from held_out_from_marks import pair
from marks import marked


def test_words_without_marks_are_the_text():
    told = marked("Số: {num:05 /KH-CĐGD}\n{place:Hà Nội}, {date:ngày 05 tháng 01 năm 2024}\n")

    assert told.text == "Số: 05 /KH-CĐGD\nHà Nội, ngày 05 tháng 01 năm 2024\n"
    assert told.truth["full_number"] == "05/KH-CĐGD"
    assert (told.truth["number"], told.truth["symbol"]) == ("05", "KH-CĐGD")
    assert told.truth["date"] == "2024-01-05"
    assert told.truth["place"] == "Hà Nội"


def test_marks_hold_marks():
    told = marked("{title:Thi đua trong {who:đoàn viên}\nnăm {year:2024}}")

    assert told.truth["title"] == "Thi đua trong đoàn viên năm 2024"
    assert told.truth["participants"] == "đoàn viên"
    assert told.truth["year_or_school_year"] == "2024"


def test_themes_and_days_inside_a_phase_are_its_own():
    told = marked(
        "{phase|name=Đợt 1|from=2024-01-01|to=2024-06-30:Đợt 1: “{theme:Vững tay nghề}”, "
        "94 năm {day|d=3|m=2|y=1930|n=94:Ngày thành lập Đảng}}; {day|n=95:Ngày khác}"
    )

    assert told.truth["theme"] is None
    assert told.truth["phases"] == [
        {
            "name": "Đợt 1",
            "start": "2024-01-01",
            "end": "2024-06-30",
            "theme": "Vững tay nghề",
            "commemorations": [
                {
                    "name": "Ngày thành lập Đảng",
                    "day": 3,
                    "month": 2,
                    "base_year": 1930,
                    "ordinal": 94,
                }
            ],
        }
    ]
    assert [day["name"] for day in told.truth["commemorations"]] == ["Ngày khác"]


def test_a_citation_is_taken_apart():
    told = marked("{cite:Kế hoạch số 04/KH-TLĐ, ngày 15/01/2024 của Liên đoàn Lao động tỉnh}")

    assert told.truth["citations"] == [
        {
            "kind": "Kế hoạch",
            "number": "04/KH-TLĐ",
            "date": "2024-01-15",
            "issuer": "Liên đoàn Lao động tỉnh",
            "quote": "Kế hoạch số 04/KH-TLĐ, ngày 15/01/2024 của Liên đoàn Lao động tỉnh",
        }
    ]


def test_a_mark_without_an_end_is_refused():
    with pytest.raises(ValueError, match="without an end"):
        marked("{title:Thi đua")


def test_a_marked_text_becomes_a_pair_of_text_and_truth():
    text, truth = pair(
        "%% source: huyen\n%% kind: bao-cao\n%% skip: theme phases.end\n{kind:BÁO CÁO}\n"
    )

    assert text == "BÁO CÁO\n"
    assert (truth["source"], truth["kind"], truth["unknown"]) == (
        "huyen",
        "bao-cao",
        ["phases.end"],
    )
    assert truth["doc_type"] == "Báo cáo"
    assert "theme" not in truth
