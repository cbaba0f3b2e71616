import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vanban.checking.document import read_document
from vanban.cli import main
from vanban.reading.as_json import as_json

PLANS = Path(__file__).parent / "plans"
SOURCES = Path(__file__).parents[2] / "src"


def plan(name):
    return str(PLANS / f"{name}.txt")


def test_read_prints_fields_phases_and_the_count_of_findings(capsys):
    status = main(["read", plan("003")])

    printed = capsys.readouterr().out
    assert status == 0
    assert "Số, ký hiệu:       05/KH-CĐGD\n" in printed
    assert "Địa danh, ngày ký: Ninh Bình, 15/01/2024\n" in printed
    assert "Đợt 2: 01/08/2024 - 31/12/2024\n" in printed
    assert printed.splitlines()[-1].startswith("Cần xem: ")


def test_read_says_what_the_file_lacks(capsys, tmp_path):
    file = tmp_path / "ghi-chú.txt"
    file.write_text("Mua 2 kg gạo và 1 chục trứng.", encoding="utf-8")

    assert main(["read", str(file)]) == 0
    assert "Số, ký hiệu:       (không thấy)\n" in capsys.readouterr().out


def test_read_json_prints_the_whole_reading(capsys):
    assert main(["read", "--json", plan("001")]) == 0

    printed = json.loads(capsys.readouterr().out)
    assert (printed["full_number"], printed["date"]) == ("01-CĐCS", "2022-01-05")
    assert printed["findings"][0] == {
        "rule": "anniversary-base-year",
        "severity": "error",
        "message": (
            "40 năm không khớp với năm gốc 1983: 2022 - 1983 = 39. "
            "Năm gốc đúng là 1982; 2022 - 1982 = 40."
        ),
        "span": printed["findings"][0]["span"],
        "fix": {"span": printed["findings"][0]["span"], "text": "1982"},
    }
    start, end = printed["findings"][0]["span"]
    assert printed["text"][start:end] == "1983"


def test_json_is_what_the_library_gives(capsys):
    main(["read", "--json", plan("002")])

    reading = read_document(Path(plan("002")).read_bytes(), "002.txt")
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(as_json(reading)))


def test_check_shows_place_line_caret_and_fix(capsys):
    file = plan("001")

    status = main(["check", file])

    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert lines[0] == (
        f"{file}:66:328: lỗi: 40 năm không khớp với năm gốc 1983: 2022 - 1983 = 39. "
        "Năm gốc đúng là 1982; 2022 - 1982 = 40. [anniversary-base-year]"
    )
    assert lines[2].index("^^^^") == lines[1].index("1983")
    assert lines[3] == "    sửa “1983” thành “1982”"


def test_check_of_a_document_with_warnings_only_succeeds(capsys):
    assert main(["check", plan("003")]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith(" hỏi lại")


def test_check_json_gives_line_column_and_fix(capsys):
    assert main(["check", "--json", plan("001")]) == 1

    first = json.loads(capsys.readouterr().out)[0]
    assert (first["rule"], first["severity"]) == ("anniversary-base-year", "error")
    assert (first["line"], first["column"]) == (66, 328)
    assert first["fix"]["text"] == "1982"


@pytest.mark.parametrize(("terminal", "asked_for_none"), [(True, ""), (False, ""), (True, "1")])
def test_colours_are_for_a_terminal_only(capsys, monkeypatch, terminal, asked_for_none):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    monkeypatch.setenv("NO_COLOR", asked_for_none)

    main(["check", plan("003")])

    assert ("\x1b[" in capsys.readouterr().out) == (terminal and not asked_for_none)


def test_carets_stand_below_wide_and_combined_letters(capsys, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("日本 a\u0320 phần đấu", encoding="utf-8")

    main(["check", str(file)])

    lines = capsys.readouterr().out.splitlines()
    place = next(index for index, line in enumerate(lines) if "[confusion]" in line)
    assert lines[place].startswith(f"{file}:1:7: ")
    assert lines[place + 2] == "    " + " " * 7 + "^" * 8


def test_a_dash_reads_what_is_piped_in(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("phần đấu".encode())))

    main(["check", "-"])

    assert "-:1:1: cảnh báo: Viết nhầm “phần đấu”" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "Không tìm thấy tệp"),
        (lambda path: path.mkdir(), "là thư mục"),
        (lambda path: path.write_bytes(b""), "trống"),
        (lambda path: path.write_bytes(b"PK\x03\x04broken"), ""),
    ],
)
def test_a_bad_file_is_one_sentence_and_status_2(capsys, tmp_path, command, make, sentence):
    file = tmp_path / "tệp"
    make(file)

    status = main([command, str(file)])

    printed = capsys.readouterr()
    assert (status, printed.out) == (2, "")
    assert printed.err.startswith("vanban: ")
    assert printed.err.count("\n") == 1
    assert sentence in printed.err


def test_a_file_that_may_not_be_read(capsys, tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert main(["read", str(tmp_path / "a.txt")]) == 2
    assert "Không có quyền đọc tệp" in capsys.readouterr().err


def test_an_endless_file_is_refused(capsys):
    assert main(["read", "/dev/zero"]) == 2
    assert "20 MB" in capsys.readouterr().err


def test_no_command_is_a_question_of_usage(capsys):
    with pytest.raises(SystemExit) as stopped:
        main([])

    assert stopped.value.code == 2


def test_a_system_without_a_language_still_prints_vietnamese():
    program = [sys.executable, "-m", "vanban.cli", "read", plan("003")]

    finished = subprocess.run(  # noqa: S603 - our own command
        program,
        capture_output=True,
        env={"PYTHONPATH": str(SOURCES), "PYTHONIOENCODING": "ascii"},
        check=True,
    )

    assert "Loại văn bản:      Kế hoạch" in finished.stdout.decode()


def test_a_reader_that_goes_away_is_no_error():
    program = [sys.executable, "-m", "vanban.cli", "check", plan("001")]
    read_end, write_end = os.pipe()
    os.close(read_end)

    finished = subprocess.run(  # noqa: S603 - our own command
        program,
        stdout=write_end,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(SOURCES)},
        check=False,
    )

    os.close(write_end)
    assert (finished.returncode, finished.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ([], "còn thiếu LỆNH."),
        (["đọc", "a.txt"], "không có lệnh “đọc”."),
        (["read", "a.txt", "b.txt"], "thừa hoặc không hiểu: b.txt."),
        (["forward", "a.txt"], "còn thiếu --year."),
        (["forward", "a.txt", "--year"], "sau --year còn thiếu giá trị."),
        (["forward", "a.txt", "--year", "25"], "“25” không phải là năm"),
        (["write", "a.txt", "--to", "a.xyz"], "tên tệp phải kết thúc bằng .docx, .pdf, .txt."),
        (["read", "--json=có", "a.txt"], "--json không nhận giá trị “có”."),
    ],
)
def test_a_mistyped_command_is_told_in_vietnamese(capsys, typed, sentence):
    with pytest.raises(SystemExit) as stopped:
        main(typed)

    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.startswith("cách dùng: vanban ")
    assert sentence in said


def test_the_help_speaks_vietnamese(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["forward", "--help"])

    said = capsys.readouterr().out
    assert stopped.value.code == 0
    assert said.startswith("cách dùng: vanban forward ")
    assert not {"usage", "options", "positional", "show"} & set(said.replace(":", " ").split())


@pytest.mark.parametrize("command", [["write"], ["forward", "--year", "2025"]])
@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("chưa có/a.docx", "Không có thư mục"),
        ("thư mục.docx", "là thư mục, hãy đặt tên khác"),
        ("tệp.txt/a.docx", "Không ghi được tệp"),
        ("tệp.txt", "chính là tệp đang đọc"),
    ],
)
def test_a_file_that_cannot_be_written_is_named(capsys, tmp_path, command, target, sentence):
    source = tmp_path / "tệp.txt"
    source.write_bytes(Path(plan("003")).read_bytes())
    (tmp_path / "thư mục.docx").mkdir()

    status = main([*command, str(source), "--to", str(tmp_path / target)])

    said = capsys.readouterr().err
    assert status == 2
    assert said.startswith("vanban: ")
    assert sentence in said
    assert source.read_bytes() == Path(plan("003")).read_bytes()
