"""What an officer corrected once, the next paper of the same issuer is read with."""

import pytest

from factories import OFFICER, user_as
from plans.conftest import head_of, seed, upload
from plans.hands import mistakes
from thidua.documents.models import Reading
from thidua.plans.lessons import KEPT, Lesson, kept_before, lessons_of
from thidua.plans.models import Example
from thidua.plans.opening import opened, opened_at_once
from thidua.plans.queries import archive_texts
from thidua.plans.taught import taught_values
from thidua.plans.understanding import understood
from vanban.reading.model import Reading as Read
from vanban.reading.model import Signatory

TEXT = "Ninh Bình, ngày 5 tháng 1 năm 2024\nCác CĐCS trực thuộc\nPHÓ CHỦ TỊCH THƯỜNG TRỰC"


def read(**values) -> Read:
    return Read(text=TEXT, **values)


def test_what_is_misread_again_is_corrected_again():
    taught = taught_values(read(place="Ninh Bì nh"), [Lesson("place", "Ninh Bì nh", "Ninh Bình")])

    assert {path: one.value for path, one in taught.items()} == {"place": "Ninh Bình"}
    assert taught["place"].confidence >= 0.9


def test_what_was_missed_is_found_where_the_text_prints_it():
    lesson = Lesson("signatory.post", "", "Phó Chủ tịch Thường trực")

    taught = taught_values(read(), [lesson])

    start, end = taught["signatory.post"].span
    assert TEXT[start:end] == "PHÓ CHỦ TỊCH THƯỜNG TRỰC"
    assert taught["signatory.post"].confidence < 0.9


@pytest.mark.parametrize(
    ("reading", "lesson"),
    [
        (read(), Lesson("place", "", "Hà Nội")),
        (read(place="Hà Nam"), Lesson("place", "Ninh Bì nh", "Ninh Bình")),
        (read(title="A"), Lesson("title", "A", "B")),
        (read(signatory=Signatory(post="Chủ tịch")), Lesson("signatory.post", "", "Phó")),
    ],
)
def test_nothing_is_said_that_this_paper_does_not_bear_out(reading, lesson):
    assert taught_values(reading, [lesson]) == {}


def test_an_unsure_value_gives_way_to_one_that_the_text_prints():
    unsure = Read(text=TEXT, place="Bình", confidence={"place": 0.5})

    taught = taught_values(unsure, [Lesson("place", "", "Ninh Bình")])

    assert taught["place"].value == "Ninh Bình"


def test_recipients_are_taught_line_by_line():
    engine = read(recipients=("LĐLĐ tinh", "Trang 2"))
    lessons = lessons_of(
        {"recipients": ["LĐLĐ tinh", "Trang 2"]},
        engine,
        {"recipients": ["LĐLĐ tỉnh", "Các CĐCS trực thuộc"]},
    )

    again = taught_values(engine, lessons)

    assert [(one.read, one.said) for one in lessons] == [
        ("LĐLĐ tinh", "LĐLĐ tỉnh"),
        ("Trang 2", "Các CĐCS trực thuộc"),
    ]
    assert again["recipients"].value == ["LĐLĐ tỉnh", "Các CĐCS trực thuộc"]


def test_what_was_added_by_hand_teaches_nothing():
    assert lessons_of({"phases": []}, read(), {"phases[+0].name": "Đợt 1"}) == []


def test_a_place_is_kept_again_whatever_its_letters():
    lesson = Lesson(KEPT + "abbreviation", "CBNGNLĐ", None)

    assert kept_before("CBNGNLĐ", "abbreviation", [lesson])
    assert not kept_before("CBNGNLĐ", "spelling", [lesson])


@pytest.fixture
def accepted(client, reading):
    """The Ninh Bình plan, accepted after two corrections and one place kept as printed."""
    for field, typed in (("signatory", "Phó Chủ tịch Thường trực"), ("partner", "Sở Giáo dục")):
        path = "signatory.post" if field == "signatory" else field
        values = {"field": field, path: typed, "signatory.name": "Nguyễn Thị Hưng"}
        client.post(f"{reading.get_absolute_url()}correct/", values)
    kept = next(group[0] for group in mistakes(reading) if group[0].quote)
    client.post(f"{reading.get_absolute_url()}keep/", {"finding": kept.key})
    client.post(f"{reading.get_absolute_url()}accept/", head_of(reading))
    return kept


def test_corrections_are_kept_when_the_reading_is_accepted(accepted, province):
    fields = Example.objects.values_list("field", flat=True)

    assert {"signatory.post", "partner", KEPT + accepted.finding.rule} <= set(fields)
    assert {example.issuer_fold for example in Example.objects.all()} == {"cong doan giao duc tinh"}


def test_the_next_paper_of_the_issuer_is_read_with_them(client, accepted, province):
    upload(client, seed("003") + b"\n")
    second = Reading.objects.latest("pk")

    page = client.get(second.get_absolute_url()).text

    assert understood(second).reading.signatory.post == "Phó Chủ tịch Thường trực"
    assert accepted.key not in {noted.key for noted in understood(second).open}
    assert "Theo lần sửa trước" in page
    assert "Giữ như lần trước" in page


def test_the_officer_has_the_last_word_over_an_earlier_correction(client, accepted):
    upload(client, seed("003") + b"\n")
    second = Reading.objects.latest("pk")

    values = {"field": "partner", "partner": ""}
    client.post(f"{second.get_absolute_url()}correct/", values)

    second.refresh_from_db()
    assert understood(second).reading.partner in {None, "chuyên môn"}


def test_another_unit_learns_nothing_from_it(client, accepted, outsider):
    client.force_login(user_as(OFFICER, outsider))
    upload(client, seed("003"))

    assert Reading.objects.latest("pk").taught == {}


def test_the_same_correction_once_more_is_counted(client, accepted):
    upload(client, seed("003") + b"\n")
    second = Reading.objects.latest("pk")
    values = {"field": "partner", "partner": "Sở Giáo dục tỉnh"}
    client.post(f"{second.get_absolute_url()}correct/", values)
    client.post(f"{second.get_absolute_url()}accept/", head_of(second, full_number="06/KH-CĐGD"))

    example = Example.objects.get(field="partner")
    assert (example.times, example.said) == (2, "Sở Giáo dục tỉnh")


def test_damaged_words_are_restored_from_the_units_own_documents(client, accepted, province):
    texts = archive_texts(province)

    assert len(texts) == 2
    assert texts[0].startswith(Reading.objects.get().data["text"][:40])


def test_words_that_must_be_restored_are_read_behind_the_scenes():
    assert opened_at_once(seed("004"), "a.txt") is None


def test_a_damaged_text_asks_the_archive_and_a_sound_one_does_not():
    asked = []

    def archive():
        asked.append(1)
        return ["Công đoàn cơ sở"]

    opened_at_once(seed("003"), "a.txt", archive)
    sound = len(asked)
    damaged = opened(seed("004"), "a.txt", archive=archive)

    assert (sound, len(asked)) == (0, 1)
    assert damaged.repairs
    assert damaged.read.repaired
