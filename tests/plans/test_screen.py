"""Đọc văn bản: pages, both directions, what is alike at once, restored words."""

import pytest

from plans.conftest import seed, upload
from plans.hands import mistakes
from thidua.audit.models import AuditEvent
from thidua.documents.models import Reading
from thidua.plans.edits import Edit, as_now
from thidua.plans.understanding import understood

TWICE = "Cán bộ phần đấu hoàn thành.\nCán bộ phần đấu vượt mức.\n"


@pytest.fixture
def twice(client, officer):
    """A plan in which one word is misspelt in the same way at two places."""
    text = seed("003").decode().replace("I. MỤC ĐÍCH", f"{TWICE}\nI. MỤC ĐÍCH", 1)
    upload(client, text.encode())
    return Reading.objects.get()


@pytest.fixture
def restored(reading):
    """The Ninh Bình plan as if some of its words had been recognised wrongly."""
    text = reading.data["text"]
    rows = []
    start = -1
    for _number in range(3):
        start = text.index("thi đua", start + 1)
        rows.append(_restored([start, start + 3], "thì", "thi", 0.6))
    day = text.index("Ninh Bình")
    rows.append(_restored([day, day + 4], "Nình", "Ninh", 0.97))
    reading.repairs = sorted(rows, key=lambda row: row["span"])
    reading.save(update_fields=["repairs"])
    return reading


def _restored(span, seen, word, confidence):
    return {
        "span": span,
        "seen": seen,
        "word": word,
        "others": ["thư"],
        "confidence": confidence,
        "doubtful": confidence < 0.85,
    }


def decide(client, reading, **sent):
    return client.post(f"{reading.get_absolute_url()}word/?phan=chu", sent, follow=True)


def key_of(reading, seen):
    return next(str(n) for n, row in enumerate(reading.repairs) if row["seen"] == seen)


def test_places_move_with_what_is_written_before_them():
    edits = [Edit(2, 4, "abcd"), Edit(10, 10, "x")]

    assert [as_now(place, edits) for place in (0, 3, 4, 9, 10, 12)] == [0, 2, 6, 11, 13, 15]


def test_what_is_alike_stands_once_and_is_fixed_with_one_press(client, twice):
    page = client.get(twice.get_absolute_url()).text
    alike = next(group for group in mistakes(twice) if len(group) == 2)

    client.post(f"{twice.get_absolute_url()}fix/", {"alike": alike[0].key})

    twice.refresh_from_db()
    assert "Sửa cả 2 chỗ" in page
    assert understood(twice).reading.text.count("phần đấu") == 0
    assert [row["quote"] for row in twice.fixed_findings] == [alike[0].quote] * 2


def test_what_was_fixed_together_is_undone_together(client, twice):
    alike = next(group for group in mistakes(twice) if len(group) == 2)
    client.post(f"{twice.get_absolute_url()}fix/", {"alike": alike[0].key})

    page = client.get(twice.get_absolute_url()).text
    client.post(f"{twice.get_absolute_url()}undo/", {"alike": alike[0].key})

    twice.refresh_from_db()
    assert page.count("Hoàn tác") == 1
    assert twice.fixed_findings == []


def test_what_is_alike_is_kept_with_one_press(client, twice):
    alike = next(group for group in mistakes(twice) if len(group) == 2)

    client.post(f"{twice.get_absolute_url()}keep/", {"alike": alike[0].key})

    twice.refresh_from_db()
    assert {row["key"] for row in twice.kept_findings} == {one.key for one in alike}


def test_words_of_the_source_lead_to_their_row_and_rows_to_their_place(client, reading):
    page = client.get(reading.get_absolute_url()).text
    start, end = reading.data["spans"]["place"]

    row = page.split(f'href="#s-{start}-{end}"')[0].rpartition('<tr id="')[2].partition('"')[0]

    assert f'<mark id="s-{start}-{end}"' in page
    assert f'href="#{row}" tabindex="-1">Ninh Bình</a>' in page


def test_a_file_with_pages_shows_one_of_them_with_its_fields(client, reading):
    text = reading.data["text"]
    reading.pages = [0, text.index("\nIII.") + 1]
    reading.save(update_fields=["pages"])

    first = client.get(reading.get_absolute_url()).text
    second = client.get(f"{reading.get_absolute_url()}?trang=2").text

    assert "Trang 1/2" in first
    assert "Thông tin ở trang 2" in second
    assert "MỤC ĐÍCH, YÊU CẦU" in first.partition("</article>")[0]
    assert "MỤC ĐÍCH, YÊU CẦU" not in second.partition("</article>")[0]
    assert 'href="?trang=1#s-' in second


@pytest.mark.parametrize("page", ["0", "99", "x", "-1", ""])
def test_a_page_that_is_not_there_shows_one_that_is(client, reading, page):
    assert client.get(f"{reading.get_absolute_url()}?trang={page}").status_code == 200


def test_a_value_that_asks_for_a_look_can_be_confirmed(client, reading):
    reading.scanned = True
    reading.save(update_fields=["scanned"])
    before = client.get(f"{reading.get_absolute_url()}?phan=truong").text

    after = client.post(
        f"{reading.get_absolute_url()}confirm/?phan=truong", {"field": "number"}, follow=True
    ).text

    assert '<button class="btn btn-sm" name="field" value="number">' in before
    assert '<button class="btn btn-sm" name="field" value="number">' not in after
    assert "Bạn đã xem" in after
    assert AuditEvent.objects.filter(type="reading.confirmed").count() == 1


def test_numbers_read_from_a_picture_are_not_sure_before_somebody_looked(client, reading):
    reading.scanned = True
    reading.save(update_fields=["scanned"])

    page = client.get(f"{reading.get_absolute_url()}?phan=truong").text

    assert '<button class="btn btn-sm" name="field" value="date">' in page


def test_restored_words_stand_together_the_doubtful_ones_first(client, restored):
    page = client.get(f"{restored.get_absolute_url()}?phan=chu").text

    assert "Nhận cả 3 chỗ" in page
    assert "Nình" not in page
    assert "Nình" in client.get(f"{restored.get_absolute_url()}?phan=chu&chu=tat-ca").text


def test_a_restored_word_is_taken_everywhere_with_one_press(client, restored):
    text = restored.data["text"]

    page = decide(client, restored, key=key_of(restored, "thì"), alike="1", word="thi").text

    restored.refresh_from_db()
    assert len(restored.words) == 3
    assert understood(restored).reading.text == text
    assert "Bạn đã xem" in page


def test_another_word_or_the_scanned_one_changes_the_text_and_can_be_undone(client, restored):
    text, key = restored.data["text"], key_of(restored, "thì")

    decide(client, restored, key=key, word="thư")
    restored.refresh_from_db()
    changed = understood(restored).reading.text
    decide(client, restored, key=key, undo="1")

    restored.refresh_from_db()
    assert changed.count("thư đua") == 1
    assert understood(restored).reading.text == text


def test_all_words_above_a_degree_are_taken_at_once(client, restored):
    decide(client, restored, above="0.9")

    restored.refresh_from_db()
    assert [restored.repairs[int(key)]["seen"] for key in restored.words] == ["Nình"]


@pytest.mark.parametrize("sent", [{"above": "2"}, {"word": "thi"}, {"key": "99", "word": "a"}])
def test_a_press_that_names_no_word_changes_nothing(client, restored, sent):
    answer = decide(client, restored, **sent)

    restored.refresh_from_db()
    assert answer.status_code in {409, 422}
    assert restored.words == {}


def test_a_field_over_a_doubtful_word_asks_for_a_look(client, restored):
    before = understood(restored)
    open_words = [one for one in before.words if one.open and one.doubtful]

    decide(client, restored, above="0")

    restored.refresh_from_db()
    assert len(open_words) == 3
    assert not any(one.open for one in understood(restored).words)


def test_a_fix_over_a_restored_word_ends_the_question(client, restored):
    span = restored.repairs[0]["span"]
    restored.fixed_findings = [
        {
            "key": "x.1.2",
            "rule": "x",
            "severity": "ask",
            "message": "",
            "quote": "",
            "by": "",
            "at": "",
            "span": span,
            "text": "thi",
            "new": "thi",
        }
    ]

    assert len(understood(restored).words) == 3


def test_the_log_of_a_reading_tells_what_was_done(client, restored):
    decide(client, restored, above="0.9")

    page = client.get(f"{restored.get_absolute_url()}?phan=nhat-ky").text

    assert "xem 1 chữ được phục hồi" in page


def test_after_a_press_the_same_page_of_the_source_is_shown(client, twice):
    key = understood(twice).open[0].key

    answer = client.post(f"{twice.get_absolute_url()}keep/?trang=3&xem=anh", {"finding": key})

    assert answer["Location"] == f"{twice.get_absolute_url()}?trang=3&xem=anh"
