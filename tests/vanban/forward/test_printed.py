import json

from tests.vanban.forward.papers import plan

from vanban.cli import main
from vanban.forward import forward
from vanban.forward.printed import as_json, note_lines
from vanban.reading.read import read_text


def file_with(tmp_path, sentence):
    file = tmp_path / "ke-hoach-2024.txt"
    file.write_text(plan(sentence), encoding="utf-8")
    return str(file)


def test_notes_tell_every_change_and_ask_every_question():
    lines = list(note_lines(forward(plan("So với năm 2023, tăng 10%."), 2025), "a.txt"))

    assert lines[0] == "a.txt:3:5: “12” → “…”: Số của văn bản mới lấy khi ban hành."
    assert (
        "a.txt:8:15: hỏi lại: Năm 2023 là năm trước của bản cũ: "
        "giữ nguyên hay thay bằng số liệu mới? [past-year]" in lines
    )
    assert lines[-1] == "2 hỏi lại"


def test_words_taken_away_are_told():
    text = plan("Một.").replace("CHỦ TỊCH\n", "CHỦ TỊCH\n(Đã ký)\n")

    lines = list(note_lines(forward(text, 2025), "a.txt"))
    assert "a.txt:15:1: bỏ “(Đã ký)”: Bản mới chưa ai ký." in lines


def test_json_has_the_text_and_all_notes():
    result = forward(plan("Một."), 2025)
    printed = as_json(result)

    assert json.loads(json.dumps(printed))["text"] == result.text
    assert printed["new_year"] == "2025"
    assert printed["flags"][0]["kind"] == "signatory"
    assert len(printed["changes"]) == len(result.changes)


def test_the_command_prints_the_draft_and_keeps_the_notes_apart(capsys, tmp_path):
    assert main(["forward", file_with(tmp_path, "Thi đua năm 2024."), "--year", "2025"]) == 0

    printed = capsys.readouterr()
    assert "1. Thi đua năm 2025.\n" in printed.out
    assert "→" not in printed.out
    assert "“2024” → “2025”" in printed.err


def test_the_command_writes_the_draft_as_a_word_file(capsys, tmp_path):
    target = tmp_path / "du-thao.docx"
    arguments = ["forward", file_with(tmp_path, "Một."), "--year", "2025", "--to", str(target)]

    assert main(arguments) == 0
    assert capsys.readouterr().out == ""
    assert main(["read", "--json", str(target)]) == 0
    reading = json.loads(capsys.readouterr().out)
    assert (reading["title"], reading["symbol"]) == (
        "Phát động phong trào thi đua năm 2025",
        "KH-CĐCS",
    )


def test_a_year_that_makes_no_sense_is_refused_in_a_sentence(capsys, tmp_path):
    assert main(["forward", file_with(tmp_path, "Một."), "--year", "2020"]) == 2
    assert capsys.readouterr().err.startswith("vanban: Văn bản này của năm 2024; chỉ chuyển được")


def test_the_json_of_the_command_is_what_the_library_gives(capsys, tmp_path):
    main(["forward", "--json", file_with(tmp_path, "Một."), "--year", "2026"])

    assert json.loads(capsys.readouterr().out) == as_json(forward(read_text(plan("Một.")), 2026))
