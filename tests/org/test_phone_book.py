"""The phone book of chairs and the Excel lists."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from factories import CHAIR, COMMITTEE, DAY, LONG_AGO, VICE, UnitFactory, actor_as, user_as
from thidua.core.sheets import write_sheet
from thidua.org.models import Person, Post
from thidua.org.queries.phone_book import Called, phone_book


def sheet_of(answer) -> list[list[object]]:
    content = BytesIO(b"".join(answer.streaming_content))
    return CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()


def called(actor, **asked) -> list[str]:
    return [post.person.name for post in phone_book(actor, Called(**asked))]


def test_it_lists_the_chairs_below_of_today(province, workplace):
    other = UnitFactory(name="CĐCS An", under=province)
    user_as(CHAIR, workplace, "Đỗ Thị Minh Oanh")
    user_as(VICE, workplace, "Nguyễn Thị Nhung")
    user_as(CHAIR, other, "Lê Văn Cũ")
    Post.objects.filter(unit=other).update(ends_on=DAY)

    assert called(actor_as(CHAIR, province, "Bùi Thanh Tùng")) == [
        "Đỗ Thị Minh Oanh",
        "Bùi Thanh Tùng",
    ]


def test_words_find_the_person_or_the_unit(province, workplace):
    user_as(CHAIR, workplace, "Đỗ Thị Minh Oanh")
    chair = actor_as(CHAIR, province, "Bùi Thanh Tùng")

    assert called(chair, words="thi minh oanh") == ["Đỗ Thị Minh Oanh"]
    assert called(chair, words="hoa lu") == ["Đỗ Thị Minh Oanh"]
    assert called(chair, words="hoa lu", under=province) == ["Đỗ Thị Minh Oanh"]


def test_a_member_of_a_committee_gets_no_phone_numbers(client, province, workplace):
    user_as(CHAIR, workplace)
    Person.objects.update(phone="0912345678")
    client.force_login(user_as(COMMITTEE, province))

    book = client.get("/phone-book/")
    unit = client.get(f"/units/{workplace.pk}/")

    assert (book.status_code, unit.status_code) == (403, 200)
    assert "0912345678" not in unit.text


def test_the_whole_book_prints_on_one_page(client, province):
    for number in range(55):
        user_as(CHAIR, UnitFactory(under=province), f"Chủ tịch {number}")
    client.force_login(user_as(CHAIR, province))

    paged = client.get("/phone-book/").text
    whole = client.get("/phone-book/?rows=all").text

    assert (paged.count("<tr>"), whole.count("<tr>")) == (51, 57)


def test_excel_holds_text_that_looks_like_a_formula_as_text(client, province):
    user_as(CHAIR, UnitFactory(name="=1+1", under=province), "+84 Nguyễn")
    client.force_login(user_as(CHAIR, province))

    rows = sheet_of(client.get("/phone-book/excel/?q=nguyen"))

    assert [*rows[1][:1], *rows[1][3:4]] == ["=1+1", "+84 Nguyễn"]


def test_the_list_of_units_goes_to_excel_with_its_filters(client, province, workplace):
    client.force_login(user_as(CHAIR, province))

    rows = sheet_of(client.get("/units/excel/?q=hoa lu"))

    assert [row[0] for row in rows] == ["Tên đơn vị", workplace.name]
    assert rows[1][2] == province.name


def test_no_cell_is_ever_calculated():
    file = BytesIO()

    write_sheet(file, ["=HEAD()"], [["=SUM(A1)"], ["@cmd"], [LONG_AGO], [12]])

    sheet = CalamineWorkbook.from_filelike(BytesIO(file.getvalue())).get_sheet_by_index(0)
    assert sheet.to_python() == [["=HEAD()"], ["=SUM(A1)"], ["@cmd"], [LONG_AGO], [12]]
    assert b"<f>" not in file.getvalue()
