"""What the reader did not find is added by hand: to a reading and to a draft."""

from datetime import date

import pytest

from factories import CLERK, user_as
from plans.conftest import head_of, seed, upload
from plans.drafts import clause_with, head, write
from thidua.audit.models import AuditEvent
from thidua.documents.models import Reading
from thidua.plans.corrections import corrected
from thidua.plans.models import Plan
from thidua.plans.structure import phases_of
from thidua.plans.understanding import understood
from vanban.reading.model import Phase
from vanban.reading.model import Reading as Read

PHASE = {"name": "Đợt 3", "start": "01/10/2024", "end": "31/10/2024", "theme": "Nước rút"}
TARGET = {"text": "Mỗi đơn vị có 02 sáng kiến", "value": "2", "unit": "sáng kiến"}
DUTY = {"who": "Các CĐCS", "to": "CĐGD tỉnh", "when": "trước 30/11/2024"}
THINGS = [("phases", PHASE), ("targets", TARGET), ("reporting_duties", DUTY)]


def typed(part, values, key="+"):
    return {"field": f"{part}[{key}]"} | {
        f"{part}[{key}].{name}": value for name, value in values.items()
    }


def to_reading(client, reading, part, values, key="+"):
    url = f"/plans/readings/{reading.pk}/correct/"
    answer = client.post(url, typed(part, values, key), follow=True)
    reading.refresh_from_db()
    return answer


def to_draft(client, plan, part, values):
    url = f"/plans/{plan.pk}/add/{part}/"
    answer = client.post(url, typed(part, values) | {"version": plan.version}, follow=True)
    plan.refresh_from_db()
    return answer


@pytest.mark.parametrize(("part", "values"), THINGS)
def test_what_is_added_to_a_reading_stands_among_its_fields_and_in_its_log(
    client, reading, part, values
):
    before = len(getattr(understood(reading).reading, part))

    form = client.get(f"{reading.get_absolute_url()}?them={part}").text
    answer = to_reading(client, reading, part, values)

    assert f'name="field" value="{part}[+]"' in form
    assert len(getattr(understood(reading).reading, part)) == before + 1
    assert "Bạn đã thêm" in answer.text
    assert f"?sua={part}%5B%2B0%5D#sua" in answer.text
    assert AuditEvent.objects.get(type="reading.added").data == {"part": part}


def test_a_second_press_adds_nothing(client, reading):
    for _ in range(2):
        to_reading(client, reading, "phases", PHASE)

    assert [phase.name for phase in understood(reading).reading.phases] == [
        "Đợt 1",
        "Đợt 2",
        "Đợt 3",
    ]


def test_what_was_added_is_changed_and_taken_out_under_its_name(client, reading):
    to_reading(client, reading, "targets", TARGET)
    to_reading(client, reading, "targets", TARGET | {"text": "Mỗi tổ có 01 sáng kiến"})

    to_reading(client, reading, "targets", TARGET | {"value": "3"}, key="+0")
    changed = [target.value for target in understood(reading).reading.targets[-2:]]
    to_reading(client, reading, "targets", dict.fromkeys(TARGET, ""), key="+0")

    assert changed == [3, 2]
    assert understood(reading).reading.targets[-1].text == "Mỗi tổ có 01 sáng kiến"
    assert "targets[+0].text" not in reading.corrections


def test_what_was_added_stays_itself_when_the_text_is_read_anew(client, officer):
    upload(client, seed("001"))
    reading = Reading.objects.get()
    to_reading(client, reading, "phases", PHASE)
    noted = next(one for one in understood(reading).open if one.quote == "1983")

    client.post(f"/plans/readings/{reading.pk}/fix/", {"finding": noted.key})

    reading.refresh_from_db()
    assert understood(reading).reading.phases[-1].theme == "Nước rút"


@pytest.mark.parametrize(
    ("part", "values", "sentence"),
    [
        ("phases", PHASE | {"end": "30/09/2024"}, "Ngày kết thúc trước ngày bắt đầu."),
        ("phases", PHASE | {"end": "31/09/2024"}, "Tháng 9 năm 2024 chỉ có 30 ngày."),
        ("phases", PHASE | {"start": ""}, "Ô này chưa ghi gì."),
        ("targets", TARGET | {"text": ""}, "Ô này chưa ghi gì."),
        ("reporting_duties", dict.fromkeys(DUTY, ""), "Ô này chưa ghi gì."),
    ],
)
def test_what_says_too_little_or_ends_before_it_begins_is_not_added(
    client, reading, ninh_binh, part, values, sentence
):
    upload(client, seed("001"))
    waiting = Reading.objects.latest("pk")

    answers = [
        to_reading(client, waiting, part, values),
        to_draft(client, ninh_binh, part, values),
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert [sentence in answer.text for answer in answers] == [True, True]
    assert (waiting.corrections, ninh_binh.kept) == ({}, [])
    assert not AuditEvent.objects.filter(type__endswith=".added").exists()


def test_additions_reach_the_plan_and_stay_when_its_words_change(client, reading):
    for part, values in THINGS:
        to_reading(client, reading, part, values)
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, kind="draft"))
    plan = Plan.objects.select_related("document").get()

    write(client, plan, plan.clauses.first(), "Thực hiện kế hoạch năm 2024:")

    assert plan.kept == ["phases", "reporting_duties", "targets"]
    assert plan.phases.get(name="Đợt 3").starts_on == date(2024, 10, 1)
    assert plan.targets.last().text == TARGET["text"]
    assert plan.duties.last().who == DUTY["who"]


@pytest.mark.parametrize(("part", "values"), THINGS)
def test_what_is_added_to_a_draft_is_kept_until_it_is_given_up(client, plan, part, values):
    rows = {"phases": "phases", "targets": "targets", "reporting_duties": "duties"}[part]

    answer = to_draft(client, plan, part, values)
    write(client, plan, clause_with(plan, "MỤC ĐÍCH"), "I. MỤC ĐÍCH")
    kept = [str(row) for row in getattr(plan, rows).all()]
    plan.refresh_from_db()
    client.post(f"/plans/{plan.pk}/edit/", head(plan, read_anew="on"))

    assert values.get("name", values.get("text", values.get("who"))) in answer.text
    assert len(kept) == 1
    assert kept != [str(row) for row in getattr(plan, rows).all()]
    assert AuditEvent.objects.get(type="plan.added").data == {"part": part}
    assert "vào bản thảo" in client.get(f"/plans/{plan.pk}/log/").text


def test_a_phase_takes_its_place_by_its_days_and_the_plan_runs_as_far(client, plan):
    to_draft(client, plan, "phases", PHASE)
    to_draft(client, plan, "phases", PHASE | {"name": "Đợt 1", "start": "1/2/24", "end": "1/3/24"})

    assert [phase.name for phase in plan.phases.all()] == ["Đợt 1", "Đợt 3"]
    assert (plan.starts_on, plan.ends_on) == (date(2024, 2, 1), date(2024, 10, 31))


def test_an_added_phase_bounds_the_one_beside_it():
    read = Read(phases=(Phase("Đợt 2", date(2024, 7, 1), None),), year_or_school_year="2024")
    added = {
        "phases[+0].name": "Đợt 1",
        "phases[+0].start": "2024-01-01",
        "phases[+0].end": "2024-06-30",
    }

    found = phases_of(corrected(read, added), date(2024, 3, 15))

    assert [(phase.name, phase.ends_on) for phase in found] == [
        ("Đợt 1", date(2024, 6, 30)),
        ("Đợt 2", date(2024, 12, 31)),
    ]


def test_a_colleague_was_faster_and_nothing_is_added(client, plan):
    write(client, plan, plan.clauses.first(), "Thực hiện kế hoạch:")

    answer = to_draft(client, plan, "phases", PHASE)

    assert answer.status_code == 409
    assert 'value="Đợt 3"' in answer.text
    assert plan.kept == []


def test_whoever_may_not_draft_adds_nothing(client, plan, province):
    client.force_login(user_as(CLERK, province))

    page = client.get(f"/plans/{plan.pk}/?phan=noi-dung").text
    answer = to_draft(client, plan, "phases", PHASE)

    assert "Thêm đợt" not in page
    assert (answer.status_code, plan.kept, plan.phases.count()) == (403, [], 1)


def test_an_unknown_part_is_not_found(client, plan):
    assert client.get(f"/plans/{plan.pk}/add/citations/").status_code == 404
