import json

import pytest

from repair.damaged import DAMAGED, PLANS
from vanban.cli import main


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(DAMAGED, encoding="utf-8")
    return str(path)


def test_repair_prints_the_text_and_nothing_else(capsys, file):
    assert main(["repair", file]) == 0

    printed = capsys.readouterr().out
    assert "phong trào thi đua yêu nước" in printed
    assert printed.count("\n") == DAMAGED.count("\n")


def test_repair_json_gives_text_marks_and_confidence(capsys, file):
    assert main(["repair", "--json", file]) == 0

    printed = json.loads(capsys.readouterr().out)
    start, end = printed["marks"][0]["span"]
    assert printed["text"][start:end] == printed["marks"][0]["word"]
    assert 0 < printed["confidence"] < 1


def test_a_sound_text_is_printed_as_it_is(capsys):
    plan = PLANS / "003.txt"

    assert main(["repair", str(plan)]) == 0
    assert capsys.readouterr().out.strip() == plan.read_text(encoding="utf-8").strip()


def test_a_missing_file_is_told_in_a_sentence(capsys):
    assert main(["repair", "khong-co.txt"]) == 2
    assert capsys.readouterr().err == "vanban: Không tìm thấy tệp khong-co.txt.\n"
