"""An import by somebody who has only the screen."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from factories import user_as
from oversight.importing_files import HOA, NAM, TITLES, members, workbook
from thidua.audit.models import AuditEvent
from thidua.org.models import Membership
from thidua.oversight.models import Import, ImportRow, ImportState, RowState

WRONG = (3, "Lê Thị Mai", "DV003", "31/02/1984", "Nữ", "0912345670", "", "")


@pytest.fixture
def signed_in(client, workplace):
    client.force_login(user_as("clerk", workplace, "Phạm Văn Thư"))
    return client


def file_of(data):
    return SimpleUploadedFile("danh-sach.xlsx", data)


def sent(client, data, **changed):
    given = {"kind": "members", "file": file_of(data), "day": "15/03/2024", **changed}
    return client.post(reverse("oversight:new_import"), given)


def checked(client, unit, data):
    """The file chosen, its columns kept as they were guessed."""
    answer = sent(client, data, unit=unit.pk)
    owner = Import.objects.latest("pk")
    assert answer.headers["Location"] == reverse("oversight:import_columns", args=[owner.pk])
    form = client.get(answer.headers["Location"]).context["form"]
    columns = {field.name: field.value() or "" for field in form if field.name != "day"}
    client.post(answer.headers["Location"], {**columns, "day": "15/03/2024"})
    owner.refresh_from_db()
    return owner


def press(client, route, *args, **sent):
    return client.post(reverse(f"oversight:{route}", args=args), sent, follow=True)


def names(unit):
    return sorted(Membership.objects.filter(unit=unit).values_list("person__name", flat=True))


def test_a_list_is_corrected_taken_over_and_undone_on_the_screen(signed_in, workplace):
    owner = checked(signed_in, workplace, members(HOA, NAM, WRONG))
    shown = signed_in.get(owner.get_absolute_url())
    mended = press(signed_in, "import_row", owner.pk, 5, c_birth_on="28/02/1984")
    press(signed_in, "import_apply", owner.pk)
    taken = names(workplace)
    press(signed_in, "import_undo", owner.pk)

    owner.refresh_from_db()
    assert "Tháng 2 năm 1984 chỉ có 29 ngày." in shown.text
    assert "Nguyễn Thị Hoa" not in shown.text.partition("<main")[2]
    assert "Đã sửa, chờ nhập" in mended.text
    assert taken == ["Lê Thị Mai", "Nguyễn Thị Hoa", "Trần Văn Nam"]
    assert (owner.state, names(workplace)) == (ImportState.UNDONE, [])


def test_a_line_that_is_still_wrong_says_so_and_keeps_what_was_typed(signed_in, workplace):
    owner = checked(signed_in, workplace, members(WRONG))

    answer = press(signed_in, "import_row", owner.pk, 3, c_birth_on="30/02/1984")

    assert "chỉ có 29 ngày" in answer.text
    assert 'value="30/02/1984"' in answer.text


def test_lines_go_to_excel_and_come_back_corrected(signed_in, workplace):
    owner = checked(signed_in, workplace, members(HOA, WRONG))
    answer = signed_in.get(reverse("oversight:import_problems", args=[owner.pk]))
    data = b"".join(answer.streaming_content)
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    rows[1][3] = "28/02/1984"

    press(signed_in, "import_corrected", owner.pk, file=file_of(workbook(rows)))

    row = owner.rows.get()
    assert rows[0][0] == "Dòng"
    assert "chỉ có 29 ngày" in rows[1][-1]
    assert row.state == RowState.MENDED
    assert AuditEvent.objects.filter(type="import.lines_taken").count() == 1


def test_another_file_is_not_taken_for_the_corrected_one(signed_in, workplace):
    owner = checked(signed_in, workplace, members(WRONG))

    answer = press(signed_in, "import_corrected", owner.pk, file=file_of(members(HOA)))

    assert answer.status_code == 409
    assert "cột đầu phải là “Dòng”" in answer.text


def test_a_cell_is_emptied_in_all_lines_at_once(signed_in, workplace):
    odd = [[*HOA[:5], f"không {n}", "", ""] for n in range(3)]
    for n, cells in enumerate(odd):
        cells[2] = f"DV10{n}"
        cells[3] = f"0{n + 1}/08/1984"
    owner = checked(signed_in, workplace, members(*odd))

    press(
        signed_in,
        "import_alike",
        owner.pk,
        code="phone",
        anything="1",
        field="phone",
        empty="1",
    )

    assert {row.state for row in owner.rows.all()} == {RowState.MENDED}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Tệp này trống"),
        (b"\x00\x01" * 99, "không phải bảng Excel"),
        (b"PK\x03\x04 broken", "hỏng"),
    ],
)
def test_a_file_that_is_no_list_is_told_at_once(signed_in, workplace, data, said):
    answer = sent(signed_in, data, unit=workplace.pk)

    assert answer.status_code == 422
    assert said in answer.text
    assert not Import.objects.exists()


def test_columns_that_are_missing_or_twice_are_told(signed_in, workplace):
    sent(signed_in, workbook([TITLES, HOA]), unit=workplace.pk)
    url = reverse("oversight:import_columns", args=[Import.objects.get().pk])

    answer = signed_in.post(
        url, {"first_row": 2, "day": "15/03/2024", "column_2": "code", "column_3": "code"}
    )

    assert answer.status_code == 422
    assert "Có hai cột cùng là “Mã số đoàn viên”." in answer.text
    assert "Chưa có cột “Họ và tên” hoặc “Tên”." in answer.text


def test_a_decision_that_was_not_offered_is_refused(signed_in, workplace):
    owner = checked(signed_in, workplace, members(WRONG))

    answer = press(signed_in, "import_row", owner.pk, 3, decision="same")

    assert answer.status_code == 409
    assert owner.rows.get().state == RowState.WRONG


def test_a_running_job_tells_how_far_it_is_and_asks_again(signed_in, workplace):
    owner = checked(signed_in, workplace, members(HOA))
    Import.objects.update(state=ImportState.APPLYING, done=1204, total=100_000)

    whole = signed_in.get(owner.get_absolute_url())
    part = signed_in.get(owner.get_absolute_url(), headers={"HX-Request": "true"})

    assert "xong 1.204 trong 100.000 dòng" in whole.text
    assert 'hx-trigger="every 2s"' in part.text
    assert "<html" not in part.text


def test_an_import_that_runs_is_not_changed(signed_in, workplace):
    owner = checked(signed_in, workplace, members(WRONG))
    Import.objects.update(state=ImportState.APPLYING)

    answer = press(signed_in, "import_row", owner.pk, 3, c_birth_on="28/02/1984")

    assert answer.status_code == 409
    assert "Hãy chờ xong rồi làm tiếp" in answer.text


@pytest.mark.parametrize("kind", ["members", "posts", "headcounts"])
def test_every_column_of_the_pattern_file_is_understood(client, workplace, kind):
    client.force_login(user_as("keeper", workplace, "Phạm Quản Trị"))
    answer = client.get(reverse("oversight:import_pattern"), {"kind": kind})

    sent(client, b"".join(answer.streaming_content), unit=workplace.pk, kind=kind)

    assert all(Import.objects.get().columns)


def test_a_list_of_posts_is_offered_to_keepers_only(signed_in):
    page = signed_in.get(reverse("oversight:new_import"))

    assert 'value="members"' in page.text
    assert 'value="posts"' not in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_however_many_lines_wait(
    signed_in, workplace, count, django_assert_max_num_queries
):
    owner = checked(signed_in, workplace, members(WRONG))
    ImportRow.objects.bulk_create(
        ImportRow(
            owner=owner,
            number=100 + n,
            state=RowState.WRONG,
            typed={"name": "Hoa"},
            code="name_short",
            about=str(n),
            problems=[
                {"field": "name", "code": "name_short", "said": "…", "about": "", "near": []}
            ],
        )
        for n in range(count)
    )

    with django_assert_max_num_queries(28):
        signed_in.get(owner.get_absolute_url())


def test_lines_with_one_problem_are_looked_at_left_out_and_taken_in_again_together(
    signed_in, workplace
):
    short = [[*HOA] for _n in range(3)]
    for n, cells in enumerate(short):
        cells[1:6] = (("Hoa", "Lan", "Mai")[n], f"DV10{n}", f"0{n + 1}/08/1984", "Nữ", "")
    owner = checked(signed_in, workplace, members(*short, WRONG))

    shown = signed_in.get(owner.get_absolute_url())
    groups = [(one.code, one.count, one.may_be_empty) for one in shown.context["groups"]]
    assert groups == [("name_short", 3, False)]
    only = signed_in.get(f"{owner.get_absolute_url()}?code=name_short")
    assert [one.row.number for one in only.context["rows"]] == [3, 4, 5]
    press(signed_in, "import_alike", owner.pk, code="name_short", anything="1", decision="leave")
    assert owner.rows.filter(state=RowState.LEFT_OUT).count() == 3
    left = signed_in.get(f"{owner.get_absolute_url()}?state=left_out")
    assert "Mở lại mọi dòng đã bỏ" in left.text
    again = press(signed_in, "import_reopen", owner.pk)
    assert "Đã mở lại 3 dòng." in again.text
    assert owner.rows.filter(state=RowState.WRONG).count() == 4


def test_who_mends_a_line_stays_where_they_were_in_the_list(signed_in, workplace):
    owner = checked(signed_in, workplace, members(WRONG))
    line = f"{reverse('oversight:import_row', args=[owner.pk, 3])}?code=day&page=1"

    wrong = signed_in.post(line, {"c_birth_on": "30/02/1984"})
    right = signed_in.post(line, {"c_birth_on": "28/02/1984"})

    assert wrong.headers["Location"] == line
    assert right.headers["Location"] == f"{owner.get_absolute_url()}?code=day&page=1#cac-dong"
