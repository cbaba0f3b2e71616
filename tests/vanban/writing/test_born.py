"""Papers born from a plan: guidance, reminding letters, invitations."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from vanban.checking.check import check
from vanban.reading.read import read_text
from vanban.writing.born.facts import Office, PlanFacts, cited, named, plan_facts
from vanban.writing.born.guiding import guidance, guidance_for
from vanban.writing.born.inviting import Meeting, invitation
from vanban.writing.born.reminding import MOST_NAMED, Silence, reminding_letter
from vanban.writing.profiles import profiles
from vanban.writing.text import to_text

PLANS = Path(__file__).parents[1] / "plans"
OFFICE = Office(
    name="Công đoàn Giáo dục tỉnh Ninh Bình",
    parent="Liên đoàn Lao động tỉnh Ninh Bình",
    symbol="CĐGD",
    place="Ninh Bình",
    body="Ban Thường vụ",
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
    signer="Nguyễn Thị Hưng",
)
PLAN = PlanFacts(
    title="Phát động phong trào thi đua năm 2024",
    issuer=OFFICE.name,
    number="05/KH-CĐGD",
    date=dt.date(2024, 1, 15),
)
SILENCE = Silence(
    asked="gửi báo cáo sơ kết Đợt 1",
    units=("CĐCS Trường THPT Hoa Lư A", "CĐCS Trường THPT Yên Khánh B"),
    today=dt.date(2024, 5, 25),
    new_due=dt.date(2024, 5, 31),
    due=dt.date(2024, 5, 20),
    received=7,
)
MEETING = Meeting(
    event="Lễ phát động phong trào thi đua năm 2024",
    guests=("Thường trực Liên đoàn Lao động tỉnh",),
    starts=dt.datetime(2024, 3, 15, 8, 0),  # noqa: DTZ001 - printed as it stands on the clock
    venue="Hội trường Sở Giáo dục và Đào tạo",
)


def words(document) -> list[str]:
    return [f"{block.marker} {block.text}".strip() for block in document.blocks]


@pytest.mark.parametrize(
    ("title", "joined"),
    [
        ("Phát động phong trào", "về việc phát động phong trào"),
        ("Về việc tặng Giấy khen", "về việc tặng Giấy khen"),
        ("Phong trào thi đua năm 2024", "về phong trào thi đua năm 2024"),
        ("Tháng Công nhân năm 2024", "về Tháng Công nhân năm 2024"),
    ],
)
def test_a_plan_is_cited_with_all_that_names_it(title, joined):
    plan = replace(PLAN, title=title)

    ground = "Kế hoạch số 05/KH-CĐGD ngày 15/01/2024 của Công đoàn Giáo dục tỉnh Ninh Bình"
    assert cited(plan) == f"{ground} {joined}"


def test_a_draft_is_cited_without_number_and_date():
    draft = replace(PLAN, number=None, date=None, issuer="")

    assert cited(draft) == "Kế hoạch về việc phát động phong trào thi đua năm 2024"
    assert named(draft) == "Kế hoạch phát động phong trào thi đua năm 2024"


def test_a_reminding_letter_says_who_is_silent_what_was_asked_and_by_when():
    letter = reminding_letter(PLAN, OFFICE, SILENCE)
    text = words(letter)

    assert (letter.doc_type, letter.symbol) == ("Công văn", "CĐGD")
    assert letter.title == "đôn đốc gửi báo cáo sơ kết Đợt 1"
    assert text[:3] == [
        "Kính gửi:",
        "- CĐCS Trường THPT Hoa Lư A;",
        "- CĐCS Trường THPT Yên Khánh B.",
    ]
    assert text[3].startswith("Theo Kế hoạch số 05/KH-CĐGD")
    assert text[3].endswith("để các đơn vị gửi báo cáo sơ kết Đợt 1 là ngày 20/5/2024.")
    assert "đã có 07/09 đơn vị thực hiện; còn 02 đơn vị" in text[4]
    assert any("hoàn thành chậm nhất ngày 31/5/2024" in line for line in text)
    assert letter.recipients[0] == "Như trên"


def test_a_letter_to_one_unit_speaks_of_one():
    silence = replace(SILENCE, units=SILENCE.units[:1], received=None)

    text = words(reminding_letter(PLAN, OFFICE, silence))

    assert text[0] == "Kính gửi: CĐCS Trường THPT Hoa Lư A."
    assert not any("các đơn vị nêu trên" in line for line in text)


def test_many_units_stand_in_a_list_behind_the_letter():
    units = [f"CĐCS Trường số {n}" for n in range(1, MOST_NAMED + 2)]

    letter = reminding_letter(PLAN, OFFICE, replace(SILENCE, units=units))

    assert "danh sách kèm theo" in words(letter)[0]
    (annex,) = letter.annexes
    assert len(annex.blocks) == len(units) + 1


def test_nobody_is_no_addressee():
    with pytest.raises(ValueError, match="somebody"):
        reminding_letter(PLAN, OFFICE, replace(SILENCE, units=()))
    with pytest.raises(ValueError, match="guest"):
        invitation(PLAN, OFFICE, "launch", replace(MEETING, guests=()))


@pytest.mark.parametrize(
    ("occasion", "says"),
    [("launch", "Triển khai Kế hoạch"), ("review", "Báo cáo kết quả"), ("award", "trao thưởng")],
)
def test_an_invitation_says_when_and_where_and_what(occasion, says):
    letter = invitation(PLAN, OFFICE, occasion, MEETING)
    text = words(letter)

    assert letter.title == "Dự Lễ phát động phong trào thi đua năm 2024"
    assert "1. Thời gian: 08 giờ 00, thứ Sáu, ngày 15 tháng 3 năm 2024." in text
    assert "2. Địa điểm: Hội trường Sở Giáo dục và Đào tạo." in text
    assert any(says in line for line in text)


def test_a_programme_of_ones_own_replaces_the_usual_one():
    meeting = replace(MEETING, programme=("Văn nghệ chào mừng", "Tặng quà"), chair="Đồng chí A")

    text = words(invitation(PLAN, OFFICE, "launch", meeting))

    assert text[text.index("4. Nội dung:") + 1 :][:2] == ["- Văn nghệ chào mừng;", "- Tặng quà."]
    assert not any("Triển khai" in line for line in text)


def test_guidance_for_a_plan_keeps_its_contents_phases_and_reports():
    plan = read_text((PLANS / "003.txt").read_text(encoding="utf-8"))

    paper = guidance_for(plan, OFFICE, own_plan_by=dt.date(2024, 2, 5))

    text = words(paper)
    assert paper.symbol == "HD-CĐGD"
    assert all(any(item.text[:60] in line for line in text) for item in plan.content_items)
    assert any(line.startswith("- Đợt 1: từ ngày 01/01/2024") for line in text)
    assert any("chậm nhất ngày 05/02/2024" in line for line in text)
    parts = [block.marker for block in paper.blocks if block.depth == 1]
    assert parts == ["I.", "II.", "III.", "IV."]


def test_guidance_leaves_out_what_the_plan_does_not_have():
    paper = guidance(PLAN, OFFICE, clauses=["Nội dung một"])

    parts = [block.text for block in paper.blocks if block.depth == 1]
    assert parts == ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"]


BORN = {
    "reminder": reminding_letter(PLAN, OFFICE, SILENCE),
    "launch": invitation(PLAN, OFFICE, "launch", MEETING),
    "review": invitation(PLAN, OFFICE, "review", MEETING),
    "award": invitation(PLAN, OFFICE, "award", MEETING),
    "guidance": guidance(PLAN, OFFICE, clauses=["Tuyên truyền nghị quyết", "Chăm lo đoàn viên"]),
}


@pytest.mark.parametrize("name", BORN)
def test_no_slip_is_found_once_the_paper_is_issued(name):
    draft = BORN[name]
    issued = replace(draft, full_number=f"09/{draft.symbol}", date=dt.date(2024, 5, 25))

    reading = read_text(to_text(issued, profiles()["tld933"]))

    assert [finding.message for finding in check(reading)] == []
    assert (reading.doc_type, reading.title) == (draft.doc_type, draft.title)


def test_plan_facts_come_from_a_reading():
    plan = read_text((PLANS / "003.txt").read_text(encoding="utf-8"))

    assert plan_facts(plan) == PlanFacts(
        title=plan.title,
        issuer=plan.issuing_body,
        number="05/KH-CĐGD",
        date=dt.date(2024, 1, 15),
    )
