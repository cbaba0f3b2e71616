"""How people want to be told: pace, language, quiet hours; and letters in the keeper's words."""

import re
from datetime import date, datetime, time

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from factories import CHAIR, CLERK, KEEPER, NOON, actor_as, user_as
from thidua.core.errors import Denied, DomainError
from thidua.notify.actions import Letter, choose, merge_held, post_mails, retry_failed, send_again
from thidua.notify.actions.wordings import drop_wording, word_letter
from thidua.notify.letter_kinds import KINDS
from thidua.notify.models import OutboxMail, Pace, Preference, Wording
from thidua.notify.quiet import quiet_until
from thidua.org.actor import Actor
from thidua.reports.jobs import ACCEPTED

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2024, 3, 18), date(2024, 3, 19)


def moment(text):
    return timezone.make_aware(datetime.fromisoformat(text))


def at(text):
    return moment(f"2024-03-15T{text}")


def chosen(user, pace=Pace.AT_ONCE, quiet=(None, None), language="vi"):
    words = {"quiet_from": quiet[0], "quiet_to": quiet[1], "language": language}
    return choose(pace=pace, by=actor_of(user), at=NOON, **words)


def actor_of(user):

    return Actor.of(user, date(2024, 3, 15))


def post(unit, user, key="a", *, urgent=False, written=NOON):
    letter = Letter(key=key, to=user.person.email, subject=f"Thư {key}", body="Lời", urgent=urgent)
    post_mails(unit=unit, letters=[letter], at=written)
    return OutboxMail.objects.filter(key=key).first()


@pytest.fixture
def reader(workplace):
    return user_as(CHAIR, workplace)


class TestPace:
    def test_letters_of_the_day_come_as_one(self, province, reader, mailoutbox):
        chosen(reader, Pace.DAILY)
        post(province, reader, "a")
        post(province, reader, "b")
        assert mailoutbox == []

        merge_held(on=TUESDAY, at=NOON)

        (letter,) = mailoutbox
        assert letter.subject == "Thư gộp ngày 19/03/2024 (2 thư)"
        assert "Thư a" in letter.body
        assert "Thư b" in letter.body

    def test_merging_twice_sends_nothing_more(self, province, reader, mailoutbox):
        chosen(reader, Pace.DAILY)
        post(province, reader)

        merge_held(on=TUESDAY, at=NOON)
        merge_held(on=TUESDAY, at=NOON)

        assert len(mailoutbox) == 1

    def test_those_of_the_week_come_on_monday(self, province, reader, mailoutbox):
        chosen(reader, Pace.WEEKLY)
        post(province, reader)

        merge_held(on=TUESDAY, at=NOON)
        assert mailoutbox == []
        merge_held(on=MONDAY, at=NOON)
        assert len(mailoutbox) == 1

    def test_what_is_urgent_comes_at_once(self, province, reader, mailoutbox):
        chosen(reader, Pace.DAILY)

        post(province, reader, urgent=True)

        assert len(mailoutbox) == 1

    def test_who_wants_no_letters_gets_none(self, province, reader, mailoutbox):
        chosen(reader, Pace.NEVER)

        assert post(province, reader) is None
        assert mailoutbox == []

    def test_who_wants_single_letters_again_gets_what_was_held(self, province, reader, mailoutbox):
        chosen(reader, Pace.DAILY)
        post(province, reader)

        chosen(reader, Pace.AT_ONCE)

        assert len(mailoutbox) == 1


class TestQuietHours:
    NIGHT = (time(21), time(6))

    @pytest.mark.parametrize(
        ("written", "end"),
        [
            ("22:30", "2024-03-16T06:00"),
            ("05:59", "2024-03-15T06:00"),
            ("06:00", None),
            ("20:59", None),
        ],
    )
    def test_a_night_goes_over_midnight(self, reader, written, end):
        wish = Preference(user=reader, quiet_from=self.NIGHT[0], quiet_to=self.NIGHT[1])

        until = quiet_until(at(written), wish, is_pushed=False)

        assert until == (moment(end) if end else None)

    def test_those_of_the_installation_hold_for_what_rings(self, settings):
        settings.QUIET_HOURS = "21:00-06:00"

        assert quiet_until(at("23:00"), None, is_pushed=True) is not None
        assert quiet_until(at("23:00"), None, is_pushed=False) is None

    def test_a_letter_of_the_night_leaves_in_the_morning(
        self, province, reader, mailoutbox, monkeypatch
    ):
        chosen(reader, quiet=self.NIGHT)
        monkeypatch.setattr("thidua.core.clock.now", lambda: at("22:00"))
        post(province, reader, written=at("22:00"))
        assert mailoutbox == []

        morning = moment("2024-03-16T06:30")
        monkeypatch.setattr("thidua.core.clock.now", lambda: morning)
        retry_failed(at=morning)

        assert len(mailoutbox) == 1

    def test_hours_chosen_after_it_was_written_hold_too(
        self, province, reader, mailoutbox, monkeypatch
    ):
        post(province, reader, written=at("20:50"))
        OutboxMail.objects.update(state="failed", sent_at=None)
        chosen(reader, quiet=self.NIGHT)

        left = []
        for now in (at("22:30"), moment("2024-03-16T06:30")):
            monkeypatch.setattr("thidua.core.clock.now", lambda now=now: now)
            OutboxMail.objects.update(tried_at=None)
            retry_failed(at=now)
            left.append(len(mailoutbox))

        assert left == [1, 2]

    @pytest.mark.parametrize("way", ["again", "merged"])
    def test_nothing_that_is_written_anew_rings_at_night(
        self, province, reader, mailoutbox, monkeypatch, way
    ):
        pace = Pace.DAILY if way == "merged" else Pace.AT_ONCE
        chosen(reader, pace=pace, quiet=self.NIGHT)
        mail = post(province, reader)
        before = len(mailoutbox)
        monkeypatch.setattr("thidua.core.clock.now", lambda: at("22:00"))

        if way == "merged":
            merge_held(on=TUESDAY, at=at("22:00"))
        else:
            send_again(mail=mail, preface="", by=actor_as(CLERK, province), at=at("22:00"))

        assert len(mailoutbox) == before
        morning = moment("2024-03-16T06:30")
        monkeypatch.setattr("thidua.core.clock.now", lambda: morning)
        retry_failed(at=morning)
        assert len(mailoutbox) == before + 1


class TestTheOutbox:
    def test_what_has_left_is_sent_once_more_under_a_preface(self, province, reader, mailoutbox):
        clerk = actor_as(CLERK, province)
        mail = post(province, reader)

        send_again(mail=mail, preface="Gửi lại vì thư trước lỗi phông.", by=clerk, at=NOON)

        first, second = mailoutbox
        assert second.body.startswith("Gửi lại vì thư trước lỗi phông.")
        assert second.body.endswith(first.body)
        with pytest.raises(DomainError, match="gửi thêm một lần"):
            send_again(mail=mail, preface="", by=clerk, at=NOON)


class TestWordings:
    KIND = ACCEPTED
    WORDS = {"unit": "CĐCS A", "period": "Báo cáo đợt 1", "link": "http://x/"}

    def word(self, unit, body="Báo tin: {báo cáo} của {đơn vị báo cáo} đạt 100 %. {đường dẫn}"):
        return word_letter(
            kind=self.KIND,
            language="vi",
            subject="{báo cáo}",
            body=body,
            by=actor_as(KEEPER, unit),
            at=NOON,
        )

    def test_the_keeper_s_words_hold(self, province, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            self.word(province)

        letter = self.KIND.write(self.WORDS, "vi")

        assert letter.subject == "Báo cáo đợt 1"
        assert letter.body == "Báo tin: Báo cáo đợt 1 của CĐCS A đạt 100 %. http://x/"

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_what_is_shown_comes_back_the_same(self, language):
        assert KINDS
        for kind in KINDS.values():
            filled = dict.fromkeys(kind.holes, "x")
            with translation.override(language):
                usual = kind.usual().body
                assert kind.stored(kind.shown(usual)) % filled == usual % filled

    def test_a_hole_that_does_not_exist_is_said(self, province):
        with pytest.raises(DomainError, match=re.escape("Không có chỗ điền {tên}")):
            self.word(province, "{tên}")

    def test_our_words_hold_again(self, province, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            wording = self.word(province)
            keeper = actor_as(KEEPER, province)
            drop_wording(wording=wording, kind=self.KIND, by=keeper, at=NOON)

        assert "đã được chấp nhận" in self.KIND.write(self.WORDS, "vi").body

    def test_a_keeper_below_the_top_words_nothing(self, province, workplace):
        with pytest.raises(Denied, match="đơn vị cao nhất"):
            self.word(workplace)

        assert not Wording.objects.exists()

    def test_on_the_screen_of_the_topmost_keeper_only(self, client, province, workplace):
        address = reverse("notify:wording", args=["report-accepted", "vi"])
        client.force_login(user_as(KEEPER, workplace))
        assert client.get(address).status_code == 403

        client.force_login(user_as(KEEPER, province))
        page = client.get(address)
        client.post(address, {"subject": "{báo cáo}", "body": "{đường dẫn}"})

        assert "{đơn vị báo cáo}" in page.text
        assert Wording.objects.get().body == "%(link)s"


def test_letters_come_in_the_language_of_the_account(reader):
    chosen(reader, language="en")

    reader.refresh_from_db()
    assert reader.language == "en"


def test_on_the_screen(client, reader):
    client.force_login(reader)
    words = {"pace": "daily", "language": "vi", "quiet_from": "21:00", "quiet_to": ""}

    refused = client.post(reverse("notify:preferences"), words)
    kept = client.post(reverse("notify:preferences"), words | {"quiet_to": "06:00"}, follow=True)

    assert "cả giờ bắt đầu và giờ kết thúc" in refused.text
    assert "Đã lưu cách nhận thông báo" in kept.text
    assert Preference.objects.get().pace == "daily"
