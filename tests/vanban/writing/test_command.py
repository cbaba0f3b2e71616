"""``vanban write``: a file, or what `read --json` printed, in the official layout."""

import json

import pytest

from vanban.cli import main
from vanban.reading.read import read_text
from vanban.sources.load import load
from vanban.writing.profiles import profiles
from vanban.writing.text import to_text
from writing.documents import document


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "ban-thao.txt"
    path.write_text(to_text(document(), profiles()["tld933"]), encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".txt", ".PDF"])
def test_a_text_becomes_an_official_file(draft, tmp_path, ending):
    made = tmp_path / f"van-ban{ending}"

    assert main(["write", str(draft), "--to", str(made)]) == 0

    reading = read_text(load(made.read_bytes(), made.name).text)
    assert (reading.full_number, reading.title) == ("05/KH-CĐGD", document().title)


def test_fields_corrected_in_json_are_printed(draft, tmp_path, capsys):
    main(["read", str(draft), "--json"])
    fields = json.loads(capsys.readouterr().out) | {"full_number": "06/KH-CĐGD"}
    (tmp_path / "a.json").write_text(json.dumps(fields), encoding="utf-8")

    assert main(["write", str(tmp_path / "a.json"), "--to", str(tmp_path / "a.txt")]) == 0

    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "Số: 06/KH-CĐGD" in text
    assert "1. Chủ đề thi đua" in text


@pytest.mark.parametrize("wrong", ["[]", "{}", "x", '{"text": 1}'])
def test_other_json_is_refused_in_a_sentence(tmp_path, capsys, wrong):
    (tmp_path / "a.json").write_text(wrong, encoding="utf-8")

    assert main(["write", str(tmp_path / "a.json"), "--to", str(tmp_path / "a.pdf")]) == 2
    assert "không phải kết quả" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_a_file_of_another_kind_is_a_question_of_usage(draft, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["write", str(draft), "--to", "a.odt"])

    assert stopped.value.code == 2
    assert ".docx" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said_in_a_sentence(draft, tmp_path, capsys):
    target = tmp_path / "không có" / "a.docx"

    assert main(["write", str(draft), "--to", str(target)]) == 2
    assert str(target) in capsys.readouterr().err
