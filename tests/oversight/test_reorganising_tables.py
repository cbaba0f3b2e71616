"""Acts from a table: right rows, wrong rows, the table of 2025."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from factories import DAY, KEEPER, unit_kind, user_as
from org.reorganised import below, decision, line
from thidua.org.models import Act, ActKind, Host, Ownership, Unit
from thidua.oversight.models import ActTable
from thidua.oversight.reorganising.tables.columns import HEADINGS
from thidua.oversight.reorganising.tables.of_2025 import reorganisation_of_2025

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(province):
    unit_kind("cdx", "Công đoàn xã, phường, đặc khu")
    return below(province, "Liên đoàn Lao động huyện Gia Viễn", "ldld_huyen")


@pytest.fixture
def school(district):
    return below(district, "CĐCS Gia Hòa")


@pytest.fixture
def one(client, province):
    client.force_login(user_as(KEEPER, province))
    return decision(province)


def address(name, one):
    return reverse(f"oversight:{name}", args=[one.pk])


def file_of(*rows):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Biểu sắp xếp tổ chức"])
        sheet.write_row(2, 0, list(HEADINGS.values()))
        for number, row in enumerate(rows, 3):
            sheet.write_row(number, 0, [row.get(code, "") for code in HEADINGS])
    return SimpleUploadedFile("sap-xep.xlsx", buffer.getvalue())


NEW = {
    "kind": "thành lập",
    "unit": "Công đoàn xã Gia Viễn",
    "target": "Công đoàn Giáo dục tỉnh Ninh Bình",
    "unit_kind": "Công đoàn xã, phường, đặc khu",
    "symbol": "CĐX",
}


def test_a_table_becomes_acts_in_its_order(client, one, province, district, school):
    rows = [
        NEW,
        {"kind": "Giải thể", "unit": "lien doan lao dong huyen gia vien"},
        {"kind": "Chuyển", "unit": f"CĐCS Gia Hòa [{school.key}]", "target": NEW["unit"]},
    ]

    client.post(address("act_table", one), {"file": file_of(*rows)})
    shown = client.get(address("act_table", one)).text
    client.post(address("take_act_table", one))

    assert "3 dòng đúng, 0 dòng sai" in shown
    acts = list(Act.objects.values_list("kind", "unit", "target_act__position"))
    assert acts == [
        (ActKind.ESTABLISH, None, None),
        (ActKind.END, district.pk, None),
        (ActKind.MOVE, school.pk, 1),
    ]
    assert not ActTable.objects.exists()


def test_nothing_is_taken_in_while_a_row_is_wrong(client, one, district, school):
    rows = [
        {"kind": "Kết thúc", "unit": "CĐCS Gia Hòa"},
        {"kind": "Kết thúc", "unit": "CĐCS không có"},
        {"kind": "Khai trương", "unit": "CĐCS Gia Hòa"},
        {"kind": "Chuyển", "unit": "CĐCS Gia Hòa", "target": "Công đoàn xã chưa lập"},
    ]
    client.post(address("act_table", one), {"file": file_of(*rows)})

    shown = client.get(address("act_table", one)).text
    refused = client.post(address("take_act_table", one))

    assert "1 dòng đúng, 3 dòng sai" in shown
    assert "Không có đơn vị nào tên “CĐCS không có”" in shown
    assert "Không rõ việc “Khai trương”." in shown
    assert refused.status_code == 409
    assert not Act.objects.exists()
    client.post(address("take_act_table", one), {"leave_out": "1"})
    assert [act.unit for act in Act.objects.all()] == [school]


def test_rows_that_need_a_row_left_out_are_left_out_too(client, one, district, school):
    rows = [
        NEW | {"unit_kind": "Không có loại này"},
        {"kind": "Chuyển", "unit": "CĐCS Gia Hòa", "target": NEW["unit"]},
        {"kind": "Kết thúc", "unit": "Liên đoàn Lao động huyện Gia Viễn"},
    ]
    client.post(address("act_table", one), {"file": file_of(*rows)})

    client.post(address("take_act_table", one), {"leave_out": "1"})

    assert [act.kind for act in Act.objects.all()] == [ActKind.END]


def test_wrong_rows_come_back_as_a_table_that_can_be_read_again(client, one, school):
    client.post(
        address("act_table", one), {"file": file_of({"kind": "Kết thúc", "unit": "CĐCS Gia Hò"})}
    )

    answer = client.get(address("wrong_rows_of_act_table", one))

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    heading, row = sheet.to_python()
    assert heading == [*HEADINGS.values(), "Lý do chưa nhận"]
    assert row[:2] == ["Kết thúc", "CĐCS Gia Hò"]
    assert row[-1].startswith("Không có đơn vị nào tên “CĐCS Gia Hò”")


def test_a_file_without_our_headings_is_told_so(client, one):
    file = SimpleUploadedFile("ds.csv", b"a;b\n1;2\n3;4\n")

    answer = client.post(address("act_table", one), {"file": file})

    assert answer.status_code == 422
    assert "Không thấy dòng tiêu đề có các cột “Việc” và “Đơn vị” của bảng mẫu." in answer.text
    assert not ActTable.objects.exists()


def test_the_template_can_be_filled_in_and_names_every_kind_of_act(client, one):
    answer = client.get(reverse("oversight:act_table_template"))

    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    assert book.sheet_names == ["Bảng việc", "Ví dụ"]
    assert book.get_sheet_by_index(0).to_python() == [list(HEADINGS.values())]
    assert len(book.get_sheet_by_index(1).to_python()) == 6


def test_the_table_of_2025_ends_what_the_budget_pays_and_moves_the_rest(
    client, one, province, district
):
    state = below(district, "CĐCS Ủy ban nhân dân huyện")
    group = below(state, "Tổ Văn phòng", "to")
    poor, rich = below(district, "CĐCS Trường A"), below(district, "CĐCS Bệnh viện B")
    firm = below(district, "CĐCS Công ty C")
    sector = below(province, "Công đoàn ngành Y tế", "cdn")
    clinic = below(sector, "CĐCS Phòng khám D")
    for unit, ownership, share in (
        (state, Ownership.STATE, None),
        (poor, Ownership.PUBLIC, 5),
        (rich, Ownership.PUBLIC, 100),
        (firm, Ownership.PRIVATE, None),
        (clinic, Ownership.PRIVATE, None),
    ):
        Host.objects.create(
            unit=unit, ownership=ownership, self_financing=share, starts_on=DAY.replace(year=2021)
        )

    client.post(address("example_act_table", one))
    client.post(address("take_act_table", one))
    client.post(address("carry_out_reorganisation", one))

    commune = Unit.objects.get(name="Công đoàn xã Gia Viễn")
    assert [line(unit) for unit in (district, sector, state, group, poor)] == [None] * 5
    assert [line(unit) for unit in (rich, firm)] == [
        f"{line(commune)}{unit.key}/" for unit in (rich, firm)
    ]
    assert line(clinic) == f"{line(province)}{clinic.key}/"


def test_a_unit_without_districts_and_sectors_has_no_table_of_2025(client, one, province):
    below(province, "CĐCS Gia Hòa")

    answer = client.post(address("example_act_table", one))

    assert reorganisation_of_2025(province, DAY) == []
    assert answer.status_code == 409
    assert not ActTable.objects.exists()
