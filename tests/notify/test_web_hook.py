"""Messages through a web hook, to a real HTTP server on this machine."""

import hashlib
import hmac
import json
import threading

import pytest
from django.urls import reverse

from factories import KEEPER, NOON, user_as
from notify.servers import listening
from thidua.audit.models import AuditEvent
from thidua.notify.actions import Letter, post_mails
from thidua.notify.channels import web_hook
from thidua.notify.channels.web_hook import filled
from thidua.notify.models import OutboxMail, WebHook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def inside_is_allowed(settings):
    settings.HOOKS_INSIDE = True


def hook(unit, url, template='{"phone": "{to}", "message": ["{subject}", "{text}"]}'):
    return WebHook.objects.create(
        unit=unit,
        name="Tin nhắn SMS",
        url=url,
        secret="khóa",
        template=template,
        reached_by="phone",
    )


def sent(unit, url, **words):
    texts = {"subject": "Nhắc", "body": 'Đợt 1 "gấp"'} | words
    letter = Letter(key="tin-1", to="0912345678", hook=hook(unit, url), **texts)
    post_mails(unit=unit, letters=[letter], at=NOON)
    return OutboxMail.objects.get()


def test_the_service_gets_the_words_in_its_own_shape(province):
    with listening() as (url, got):
        mail = sent(province, url)

    (path, _headers, body), state = got[0], mail.state
    assert (path, state) == ("/tin-nhan?kenh=1", "sent")
    assert json.loads(body) == {"phone": "0912345678", "message": ["Nhắc", 'Đợt 1 "gấp"']}


def test_an_address_in_vietnamese_is_written_as_addresses_are(province):
    with listening() as (url, got):
        mail = sent(province, f"{url}&tên=thi-đua")

    assert mail.state == "sent"
    assert got[0][0] == "/tin-nhan?kenh=1&t%C3%AAn=thi-%C4%91ua"


def test_a_hole_in_somebodys_words_is_not_filled():
    words = {"to": "0912", "subject": "Mẫu {text}", "text": "đã gửi {key}", "key": "k7"}

    assert filled("{subject}: {text}", words) == "Mẫu {text}: đã gửi {key}"


def test_the_service_can_tell_who_sent_it(province):
    with listening() as (url, got):
        sent(province, url)

    _path, headers, body = got[0]
    signed = headers["X-Thi-Dua-Time"].encode() + b"." + body
    expected = hmac.new("khóa".encode(), signed, hashlib.sha256).hexdigest()
    assert headers["X-Thi-Dua-Signature"] == f"sha256={expected}"


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(500, "từ chối tin này (mã 500)"), (404, "(mã 404)"), (302, "chuyển sang địa chỉ khác")],
)
def test_what_the_service_refuses_stays_in_the_outbox(province, status, sentence):
    with listening(status) as (url, got):
        mail = sent(province, url)

    assert (mail.state, len(got)) == ("failed", 1)
    assert sentence in mail.last_error


def test_a_service_that_is_not_there(province):
    with listening() as (url, _got):
        pass

    assert "Không nối được tới kênh" in sent(province, url).last_error


def test_a_service_that_hangs_is_given_up(province, monkeypatch):
    monkeypatch.setattr(web_hook, "SECONDS", 0.2)
    over = threading.Event()
    with listening(answer=lambda _handler: over.wait(10)) as (url, _got):
        mail = sent(province, url)
        over.set()

    assert "không trả lời" in mail.last_error


def test_a_service_that_answers_sign_by_sign_is_given_up(province, monkeypatch):
    monkeypatch.setattr(web_hook, "SECONDS", 0.2)
    over = threading.Event()

    def drip(handler):
        for _sign in range(100):
            if over.wait(0.05):
                return
            handler.wfile.write(b"H")

    with listening(answer=drip) as (url, _got):
        mail = sent(province, url)
        over.set()

    assert "không trả lời" in mail.last_error


def test_a_service_that_hangs_up_in_the_middle(province):
    with listening(answer=lambda handler: handler.wfile.write(b"HTTP/1.1 2")) as (url, _got):
        mail = sent(province, url)

    assert mail.state == "failed"


def test_an_address_inside_the_network_is_refused_unless_allowed(province, settings):
    settings.HOOKS_INSIDE = False
    with listening() as (url, got):
        mail = sent(province, url)

    assert got == []
    assert "trỏ vào mạng nội bộ" in mail.last_error


def test_a_channel_that_is_off_sends_nothing(province):
    with listening() as (url, got):
        WebHook.objects.all().delete()
        off = hook(province, url)
        off.is_active = False
        off.save()
        letter = Letter(key="tin-1", to="09", subject="x", body="y", hook=off)
        post_mails(unit=province, letters=[letter], at=NOON)

    assert got == []
    assert "tạm dừng" in OutboxMail.objects.get().last_error


def test_words_never_change_the_shape():
    shape = {"text": "{text}", "flags": [1, None, {"to": "{to}"}]}

    assert filled(shape, {"text": '", "admin": "true', "to": "{text}"}) == {
        "text": '", "admin": "true',
        "flags": [1, None, {"to": "{text}"}],
    }


class TestOnTheScreen:
    WORDS = {
        "name": "Zalo",
        "url": "https://example.org/hook",
        "reached_by": "phone",
        "template": '{"to": "{to}", "text": "{text}"}',
        "is_active": "on",
    }

    def test_the_keeper_adds_a_channel_and_sees_its_key(self, client, province):
        client.force_login(user_as(KEEPER, province))

        page = client.post(reverse("notify:new_hook"), self.WORDS, follow=True)

        assert "Đã thêm kênh Zalo" in page.text
        assert WebHook.objects.get().secret in page.text

    def test_the_key_in_an_address_does_not_reach_the_trail(self, client, province):
        client.force_login(user_as(KEEPER, province))
        client.post(reverse("notify:new_hook"), self.WORDS)
        changed = self.WORDS | {"url": "https://example.org/?token=bi-mat", "name": "SMS"}

        client.post(reverse("notify:hook", args=[WebHook.objects.get().pk]), changed)

        told = AuditEvent.objects.get(type="hook.edited").changes
        assert told == {"name": ["Zalo", "SMS"], "url": None}

    @pytest.mark.parametrize(
        ("field", "value", "sentence"),
        [
            ("template", '{"to": ', "chưa đúng dạng JSON"),
            ("template", '{"to": "{to}"}', "phải là một khối"),
            ("template", "9" * 5000, "số quá dài"),
            ("template", "[" * 100_000, "lồng quá sâu"),
            ("url", "ftp://example.org/", "phải bắt đầu bằng https://"),
            ("url", "https://example.org:99999/", "từ 1 đến 65535"),
            ("url", "https://example.org:0/", "từ 1 đến 65535"),
        ],
    )
    def test_a_channel_that_cannot_work_is_not_kept(self, client, province, field, value, sentence):
        client.force_login(user_as(KEEPER, province))

        page = client.post(reverse("notify:new_hook"), self.WORDS | {field: value})

        assert page.status_code == 422
        assert sentence in page.text
        assert not WebHook.objects.exists()


def test_a_word_that_looks_like_a_hole_is_no_hole():
    words = {"to": "0912", "subject": "{text} {key} {khác}", "text": "riêng", "key": "k"}

    assert filled({"a": ["{subject}: {to}", 1]}, words) == {"a": ["{text} {key} {khác}: 0912", 1]}
