"""Files as people send them."""

import codecs
from io import BytesIO
from unicodedata import normalize

import pytest
import xlsxwriter

from factories import DAY
from oversight.importing_files import TITLES, workbook
from thidua.oversight.importing import sheets
from thidua.oversight.importing.guessing import guessed
from thidua.oversight.importing.lines import is_no_line, read_line
from thidua.oversight.importing.opening import opened
from thidua.oversight.importing.refusals import Refused


def rows_of(data, sheet=""):
    with opened(data, sheet) as table:
        return [row for _number, row in table.rows], table


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_is_read_whatever_its_separator_and_encoding(separator, encoding):
    lines = [("Họ và tên", "Ngày sinh"), ("Nguyễn Thị Hoa", "05/08/1984"), ("Lê Nam", "1/2/1980")]
    text = "\r\n".join(separator.join(line) for line in lines)

    rows, _table = rows_of(text.encode(encoding))

    assert rows[1] == ["Nguyễn Thị Hoa", "05/08/1984"]


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Hòa", "\u202eNguyễn Thị\u200b Hòa", "Nguyễn Thị\0 Hòa"]
)
def test_letters_in_pieces_and_unseen_signs_make_no_other_name(name):
    text = normalize("NFD", f"Họ và tên;Mã số;Ghi chú\n{'x' * 999};;\n{name};DV\u200b1;a\0\n")

    rows, _table = rows_of(text.encode())

    assert rows[2] == ["Nguyễn Thị Hòa", "DV1", "a"]


def test_a_csv_of_old_letters_is_read():
    text = "Hä vµ tªn;Ngµy sinh\nNguyÔn ThÞ Hoa;05/08/1984\nTrÇn V¨n §øc;1/2/1980\n"

    rows, _table = rows_of(codecs.encode(text, "latin-1"))

    assert rows[1][0] == "Nguyễn Thị Hoa"


def test_a_cell_over_several_rows_holds_for_all_of_them():
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Tổ", "Họ và tên"])
        sheet.merge_range(1, 0, 2, 0, "Tổ Toán")
        sheet.write(1, 1, "Nguyễn Thị Hoa")
        sheet.write(2, 1, "Trần Văn Nam")

    rows, table = rows_of(written.getvalue())

    assert rows[1:] == [["Tổ Toán", "Nguyễn Thị Hoa"], ["Tổ Toán", "Trần Văn Nam"]]
    assert table.merged == 1


def test_the_value_of_a_formula_is_taken_and_an_error_is_told():
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Đơn vị", "Số đoàn viên", "Số nữ"])
        sheet.write(1, 0, "Tổ Toán")
        sheet.write_formula(1, 1, "=10+2", value=12)
        sheet.write_formula(1, 2, "=NA()", value="#N/A")

    rows, table = rows_of(written.getvalue())

    assert rows[1] == ["Tổ Toán", "12", ""]
    assert (table.unsaid, table.unsaid_cells) == (1, ["C2"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 no zip at all", "hỏng"),
        (b"\x00\x01\x02\x03" * 10, "không phải bảng Excel"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "hỏng"),
        (workbook([]), "không có dòng nào"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(data, said):
    with pytest.raises(Refused, match=said):
        rows_of(data)


def test_a_file_that_swells_when_it_is_unpacked_is_refused_before_it_is(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_BYTES", 1000)

    with pytest.raises(sheets.NotRead, match="too_heavy"):
        sheets.read_sheet(workbook([TITLES]), "")


def test_titles_are_found_below_the_head_of_the_form():
    rows = [("CÔNG ĐOÀN GIÁO DỤC", "", ""), ("DANH SÁCH ĐOÀN VIÊN",), ("",), TITLES, ("1", "Hoa")]

    guess = guessed(rows, "members", {})

    assert guess.titles == 3
    assert guess.columns == [
        "",
        "name",
        "code",
        "birth_on",
        "sex",
        "phone",
        "unit",
        "joined_on",
    ]


def test_days_of_birth_in_two_columns_tell_men_from_women():
    rows = [
        ("TT", "Họ và tên", "Ngày sinh", "", "Đơn vị"),
        ("", "", "Nam", "Nữ", ""),
        ("1", "Trần Văn Nam", "12/3/1979", "", "Tổ Toán"),
    ]

    guess = guessed(rows, "members", {})

    assert guess.columns == ["", "name", "birth_of_men", "birth_of_women", "unit"]
    assert guess.last == 1


def test_a_name_in_two_columns_under_one_title_is_one_name():
    rows = [("TT", "Họ và tên", "", "Ngày sinh"), ("1", "Nguyễn Thị", "Hoa", "5/8/1984")]

    guess = guessed(rows, "members", {})
    line = read_line(2, {"family_name": "Nguyễn Thị", "given_name": "Hoa"}, "members", DAY)

    assert guess.columns == ["", "family_name", "given_name", "birth_on"]
    assert line.values["name"] == "Nguyễn Thị Hoa"


def test_columns_without_titles_are_known_by_what_stands_in_them():
    rows = [
        ("1", "Nguyễn Thị Hoa", "05/08/1984", "0912345678"),
        ("2", "Lê Nam", "1/2/1980", "0912"),
    ]

    guess = guessed([rows[0]], "members", {})

    assert (guess.titles, guess.columns) == (-1, ["", "name", "birth_on", "phone"])


def test_what_a_title_meant_the_last_time_is_remembered():
    guess = guessed([("Người lao động", "Họ và tên")], "members", {"nguoi lao dong": "name"})

    assert guess.columns == ["name", ""]


@pytest.mark.parametrize(
    "row",
    [
        ("", "", ""),
        ("I", "", ""),
        ("Tổng cộng", "58", ""),
        ("STT", "Họ và tên", "Đơn vị"),
    ],
)
def test_what_is_no_line_is_passed_over(row):
    assert is_no_line(row, ["", "name", "unit"], {"STT", "Họ và tên", "Đơn vị"})
