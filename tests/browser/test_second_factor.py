"""The second factor in a real browser: an app, and a passkey that Chromium itself plays."""

import re
import time

import pytest

from browser.conftest import visiting
from thidua.org.sample_accounts import PASSWORD
from thidua.org.second_factor.app_codes import code_at

pytestmark = pytest.mark.browser
CHAIR = "nb.02.chutich"


@pytest.fixture
def somebody(width, chromium, site):
    """At *localhost*: browsers offer no passkeys for a bare address."""
    with visiting(chromium, site.replace("127.0.0.1", "localhost"), width) as visitor:
        yield visitor


def signs_in(visitor, username):
    visitor.goes_to("/login/")
    visitor.page.get_by_label("Tên đăng nhập").fill(username)
    visitor.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    visitor.presses("Đăng nhập")


def test_an_app_and_then_a_passkey_open_the_account(somebody):
    signs_in(somebody, CHAIR)
    somebody.goes_to("/account/security/")
    somebody.finds_the_page_in_order()
    somebody.follows("Cài ứng dụng xác thực")
    somebody.finds_the_page_in_order()
    key = somebody.page.locator("code").inner_text().replace(" ", "")
    somebody.types("6 chữ số đang hiện", code_at(key, int(time.time()) // 30))
    somebody.types("Mật khẩu đang dùng", PASSWORD)
    somebody.presses("Bật xác thực hai lớp")
    assert len(somebody.page.locator("ol code").all()) == 10
    somebody.finds_the_page_in_order()
    somebody.gets_a_pdf("/account/security/codes/paper/")
    code = somebody.page.locator("ol code").first.inner_text()

    adds_a_passkey(somebody)

    somebody.page.context.clear_cookies()
    signs_in(somebody, CHAIR)
    somebody.finds_the_page_in_order()
    somebody.follows("Dùng khóa của máy")
    somebody.finds_the_page_in_order()
    somebody.page.get_by_role("button", name="Dùng khóa của máy").click()
    somebody.page.get_by_role("heading", name="Bàn làm việc", level=1).wait_for()

    somebody.page.context.clear_cookies()
    signs_in(somebody, CHAIR)
    somebody.types("Mã xác thực", code)
    somebody.presses("Đăng nhập")
    somebody.page.get_by_role("heading", name="Bàn làm việc", level=1).wait_for()
    assert somebody.complaints == []


def adds_a_passkey(somebody):
    devices = somebody.page.context.new_cdp_session(somebody.page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    somebody.goes_to("/account/security/passkey/")
    somebody.finds_the_page_in_order()
    somebody.types("Tên của khóa", "máy văn phòng")
    somebody.types("Mật khẩu đang dùng", PASSWORD)
    somebody.page.get_by_role("button", name="Tạo khóa").click()
    somebody.page.wait_for_url(re.compile(r"/account/security/$"))
    somebody.sees("“máy văn phòng”")
