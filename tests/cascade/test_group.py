"""A group makes an internal plan: without number, without seal, signed by its leader."""

import pytest

from cascade.plans_above import acknowledged, begun, contents, issue, issued_plan
from factories import DAY
from thidua.cascade import queries
from thidua.documents.models import BookEntry, FileRole
from thidua.files.queries import content_of
from vanban.checking.document import read_document

GROUPS = ("Các Tổ công đoàn", "Lưu: VT")


@pytest.fixture
def above(workplace, group):
    """The workplace's plan, sent to its groups."""
    return issued_plan(workplace, lines=GROUPS)


@pytest.fixture
def draft(above, group, leader):
    return begun(acknowledged(above, group, leader), leader)


def post(client, plan, name, **typed):
    return client.post(f"/plans/{plan.pk}/{name}/", typed, follow=True).text


def test_the_leader_finds_the_plan_of_the_workplace(above, leader):
    titles = [task.title for task in queries.tasks_of(leader)]

    assert titles == ["Xác nhận đã nhận Kế hoạch số 01/KH-CĐCS"]


def test_the_leader_walks_it_from_draft_to_issued(client, draft, leader):
    client.force_login(leader.user)

    post(client, draft, "submit")
    signed = post(client, draft, "sign")
    issued = post(client, draft, "issue", dated="15/03/2024")

    assert "Ban hành nội bộ" in signed
    assert "Kế hoạch của tổ không có số, không đóng dấu." in signed
    assert "Số kế tiếp trong sổ" not in signed
    assert "Đã ban hành Kế hoạch “Phát động thi đua năm 2024”" in issued
    assert "không số, không vào sổ văn bản đi" in issued


def test_no_number_is_spent_and_none_is_missed(draft, leader, group):
    plan = issue(draft, leader)

    assert plan.document.full_number == ""
    assert not BookEntry.objects.filter(book__unit=group).exists()
    assert "missing-number" not in {row["rule"] for row in plan.findings}


def test_it_is_signed_by_the_leader_for_the_group(draft, leader):
    plan = issue(draft, leader)

    assert plan.document.signature == ["TM. TỔ CÔNG ĐOÀN", "TỔ TRƯỞNG"]
    assert plan.document.signer_name == "Hà Văn Hiếu"


@pytest.mark.parametrize("role", [FileRole.WORD, FileRole.PDF])
def test_word_and_pdf_have_the_groups_head_and_no_number_line(draft, leader, role):
    plan = issue(draft, leader)
    held = plan.document.files.select_related("file").get(role=role)

    read = read_document(content_of(held.file), held.name)

    assert "Số:" not in read.text
    assert "TỔ CÔNG ĐOÀN TOÁN - TIN" in " ".join(read.text.split())
    assert read.full_number is None


def test_its_contents_and_headings_are_read_as_they_stand(draft, above):
    headings = [clause.marker for clause in draft.clauses.all() if clause.heading]

    assert headings == ["I.", "II.", "1.", "2.", "III.", "IV."]
    assert [one.words for one in contents(draft)] == [one.words for one in contents(above)]


def test_the_group_lives_by_its_own_plan(draft, leader, group, above):
    before = queries.plan_in_force(group, DAY)

    issue(draft, leader)

    assert (before, queries.plan_in_force(group, DAY)) == (above, draft)


def test_no_register_is_shown_to_a_group(client, draft, leader, group):
    issue(draft, leader)
    client.force_login(leader.user)

    page = client.get("/documents/out/").text

    assert "Tổ công đoàn không giữ sổ" in page
    assert "Sổ đăng ký văn bản đi" not in page
    assert "Giữ số, hủy số" not in page
