"""Writing paragraphs: the words rule, the rest is read from them, the checker speaks about them."""

from datetime import date

from plans.drafts import clause_url, clause_with, words, write
from thidua.audit.models import AuditEvent

PHASES = (
    "Đợt 1 (từ 01/01/2024 đến 30/6/2024): Thi đua mừng Đảng, mừng Xuân.\n"
    "Đợt 2 (từ 01/7/2024 đến 31/12/2024): Thi đua nước rút."
)


def test_phases_are_read_from_the_words_that_were_written(client, plan):
    write(client, plan, clause_with(plan, "được tổ chức trong"), PHASES)

    found = [(phase.name, phase.starts_on, phase.ends_on) for phase in plan.phases.all()]
    assert found == [
        ("Đợt 1", date(2024, 1, 1), date(2024, 6, 30)),
        ("Đợt 2", date(2024, 7, 1), date(2024, 12, 31)),
    ]


def test_several_lines_become_several_paragraphs(client, plan):
    before = plan.clauses.count()

    write(client, plan, clause_with(plan, "được tổ chức trong"), PHASES)

    assert plan.clauses.count() == before + 1


def test_targets_and_contents_follow_the_words(client, plan):
    place = plan.clauses.get(marker="2.1.")

    write(client, plan, place, "2.1. Vận động 100% đoàn viên ký giao ước thi đua.")

    plan.refresh_from_db()
    assert [(target.value, target.unit) for target in plan.targets.all()] == [(100, "%")]
    assert [clause.marker for clause in plan.clauses.filter(content=True)] == ["2.1."]


def test_no_word_is_lost_whatever_is_written(client, plan):
    odd = "Nơi nhận: KẾ HOẠCH **đậm** TM. BAN THƯỜNG VỤ"
    others = words(plan)[1:]

    write(client, plan, plan.clauses.first(), odd)

    assert words(plan) == ["Nơi nhận: KẾ HOẠCH đậm TM. BAN THƯỜNG VỤ", *others]


def test_an_empty_paragraph_is_refused_in_words(client, plan):
    before = words(plan)

    response = write(client, plan, plan.clauses.first(), "  ")

    assert response.status_code == 422
    assert "Đoạn này chưa có chữ." in response.text
    assert words(plan) == before


def test_a_paragraph_is_added_moved_and_deleted(client, plan):
    before = words(plan)
    first = plan.clauses.first()
    write(client, plan, first, "Căn cứ Điều lệ;", do="add")
    plan.refresh_from_db()
    added = words(plan)
    new = clause_with(plan, "Căn cứ Điều lệ")

    client.post(clause_url(plan, new), {"version": plan.version, "do": "up"})
    plan.refresh_from_db()
    moved = words(plan)
    client.post(clause_url(plan, new), {"version": plan.version, "do": "delete"})

    assert added == [before[0], "Căn cứ Điều lệ;", *before[1:]]
    assert moved == ["Căn cứ Điều lệ;", *before]
    assert words(plan) == before
    assert AuditEvent.objects.get(type="plan.clause_deleted").data == {"words": "Căn cứ Điều lệ;"}


def test_a_paragraph_is_added_at_the_end(client, plan):
    write(client, plan, None, "Hết.")

    assert words(plan)[-1] == "Hết."


def test_an_open_page_means_its_own_paragraph_after_others_were_added(client, plan):
    last = plan.clauses.last()
    write(client, plan, plan.clauses.first(), "Căn cứ Điều lệ;", do="add")
    plan.refresh_from_db()

    write(client, plan, last, "Trên đây là kế hoạch./.")

    assert words(plan)[-1] == "Trên đây là kế hoạch./."
    assert len(words(plan)) == plan.clauses.count() == 13 + 1


def test_a_paragraph_that_a_colleague_deleted_keeps_what_was_typed(client, plan):
    gone = plan.clauses.first()
    client.post(clause_url(plan, gone), {"version": plan.version, "do": "delete"})

    response = write(client, plan, gone, "Chữ tôi vừa gõ")

    assert response.status_code == 409
    assert "Chữ tôi vừa gõ" in response.text


def test_saving_a_draft_without_a_change_reads_the_same_plan(client, ninh_binh):
    plan, before = ninh_binh, words(ninh_binh)
    facts = [(clause.depth, clause.heading, clause.content) for clause in plan.clauses.all()]
    phases = list(plan.phases.values_list("name", "starts_on", "ends_on"))
    first = plan.clauses.first()

    write(client, plan, first, f"{first.marker} {first.text}")

    assert words(plan) == before
    assert [
        (clause.depth, clause.heading, clause.content) for clause in plan.clauses.all()
    ] == facts
    assert list(plan.phases.values_list("name", "starts_on", "ends_on")) == phases


def test_the_checker_speaks_about_the_words_and_its_fix_changes_them(client, ninh_binh):
    plan = ninh_binh
    page = client.get(f"/plans/{plan.pk}/check/").text
    key = next(
        value for value in _values(page) if value.split(":", 1)[1].startswith("abbreviation-letter")
    )

    response = client.post(f"/plans/{plan.pk}/check/", {"finding": key})

    assert response.status_code == 302
    assert "missing-number" not in page
    assert any("CBNGNLĐ có hoàn cảnh khó khăn" in text for text in words(plan))


def test_a_fix_for_an_older_draft_is_refused(client, ninh_binh):
    plan = ninh_binh
    key = _values(client.get(f"/plans/{plan.pk}/check/").text)[0]
    write(client, plan, plan.clauses.first(), "Thực hiện kế hoạch:")

    response = client.post(f"/plans/{plan.pk}/check/", {"finding": key})

    assert response.status_code == 409
    assert "Bản thảo đã được" in response.text


def _values(page):
    return [part.split('"')[0] for part in page.split('name="finding" value="')[1:]]


def test_the_checker_asks_a_draft_for_nothing_that_issuing_adds(client, plan):
    page = client.get(f"/plans/{plan.pk}/check/").text

    for said in ("Quốc hiệu", "chưa có số", "chưa có ngày", "người ký", "dấu kết thúc"):
        assert said not in page
