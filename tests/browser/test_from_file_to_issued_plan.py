"""From a file to an issued plan, walked by the people who do it, on a screen and on a phone."""

import pytest
from playwright.sync_api import expect

from browser.places import PLAN_FOLDER
from thidua.org.sample_accounts import PASSWORD

pytestmark = pytest.mark.browser

ISSUED = [
    ("hoabinh.chutich", "hoa-binh-2022.txt", {}, "01/KH-CĐGD"),
    ("laichau.phochutich", "lai-chau-2022.txt", {}, "01-CĐCS"),
    ("binhdinh.vanthu", "binh-dinh-2022.txt", {"Ngày văn bản": "10/01/2022"}, "không vào sổ"),
    (
        "hocmon.canbo",
        "hoc-mon-2023-2024.txt",
        {
            "Ngày văn bản": "15/9/2023",
            "Trích yếu": "Phát động phong trào thi đua khối trường học năm học 2023 - 2024",
            "Cơ quan ban hành": "Liên đoàn Lao động huyện Hóc Môn",
        },
        "không vào sổ",
    ),
]


def drafts_from_the_file(visitor):
    """The officer reads the file, takes it in as a draft and submits it; its address comes back."""
    page = visitor.page
    visitor.signs_in("ninhbinh.canbo")
    visitor.finds_the_page_in_order()
    visitor.reads("ninh-binh-2024.txt")
    visitor.finds_the_page_in_order()
    first = page.locator(".td-finds li", has_text="“đưa”")
    first.get_by_role("button").first.click()
    visitor.sees("Hoàn tác")
    visitor.goes_to(f"{page.url.removeprefix(visitor.site).split('?')[0]}?phan=truong")
    visitor.finds_the_page_in_order()
    visitor.goes_to(f"{page.url.removeprefix(visitor.site).split('?')[0]}accept/")
    page.get_by_label("Bản thảo của đơn vị").check()
    visitor.finds_the_page_in_order()
    visitor.presses("Nhận văn bản này")
    visitor.sees("Đang soạn")
    visitor.finds_the_page_in_order()
    plan = page.url.split("?")[0].removeprefix(visitor.site)
    visitor.goes_to(f"{plan}edit/")
    visitor.finds_the_page_in_order()
    visitor.goes_to(f"{plan}check/")
    visitor.finds_the_page_in_order()
    visitor.goes_to(plan)
    visitor.presses("Trình ký")
    visitor.sees("Chờ duyệt ký")
    return plan


def test_a_draft_is_signed_by_the_vice_chair_numbered_issued_and_opened_below(visitor):
    plan = drafts_from_the_file(visitor)

    visitor.signs_in("ninhbinh.phochutich")
    visitor.follows("Duyệt ký Kế hoạch")
    visitor.sees("Đây không phải chữ ký số")
    visitor.finds_the_page_in_order()
    visitor.presses("Duyệt ký kế hoạch")
    visitor.sees("Đã duyệt ký")
    visitor.finds_the_page_in_order()

    visitor.signs_in("ninhbinh.vanthu")
    visitor.goes_to(plan)
    visitor.presses("Cấp số, ban hành")
    visitor.sees("Kế hoạch số 01/KH-CĐGD")
    visitor.finds_the_page_in_order()
    for part in ("nguyen-van", "noi-nhan", "van-ban"):
        visitor.goes_to(f"{plan}?phan={part}")
        visitor.finds_the_page_in_order()
    visitor.goes_to(f"{plan}log/")
    visitor.finds_the_page_in_order()
    visitor.goes_to("/documents/out/")
    visitor.sees("01/KH-CĐGD")
    visitor.finds_the_page_in_order()

    visitor.signs_in("nb.01.chutich")
    visitor.follows("Mở và xem Kế hoạch số 01/KH-CĐGD")
    visitor.finds_the_page_in_order()


@pytest.mark.parametrize(("username", "plan", "typed", "shown"), ISSUED)
def test_an_issued_plan_is_taken_in_under_its_own_number(visitor, username, plan, typed, shown):
    page = visitor.page
    visitor.signs_in(username)
    visitor.reads(plan)
    visitor.finds_the_page_in_order()
    visitor.follows("Nhận kết quả đọc")
    page.get_by_label("Kế hoạch đơn vị đã ban hành").check()
    for label, value in typed.items():
        page.get_by_label(label).fill(value)
    visitor.presses("Nhận văn bản này")
    visitor.sees(shown)
    visitor.sees("không sửa được")
    visitor.finds_the_page_in_order()

    visitor.goes_to("/plans/read/")
    page.get_by_label("Tệp văn bản").set_input_files([str(path) for path in (PLAN_FOLDER / plan,)])
    visitor.presses("Đọc tệp này")
    visitor.sees("Tệp này đã")


def test_the_typefaces_of_both_alphabets_are_loaded(visitor):
    visitor.goes_to("/login/")
    loaded = visitor.page.evaluate(
        "async () => { await document.fonts.ready; return [...document.fonts]"
        ".filter(f => f.status === 'loaded').map(f => f.unicodeRange.includes('U+1EA0')) }"
    )

    assert set(loaded) == {True, False}


def test_the_pages_work_without_script(chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/login/")
    page.get_by_label("Tên đăng nhập").fill("ninhbinh.canbo")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()

    expect(page.get_by_role("heading", name="Bàn làm việc", level=1)).to_be_visible()
    context.close()


def test_a_form_that_outlived_its_session_keeps_what_was_typed(visitor):
    visitor.signs_in("ninhbinh.canbo")
    visitor.goes_to("/plans/new/")
    field = visitor.page.locator("textarea, input[type=text]").first
    field.fill("Kế hoạch còn dở")
    visitor.page.context.clear_cookies(name="sessionid")
    visitor.page.locator("main form button.btn-primary").first.click()
    visitor.page.get_by_label("Tên đăng nhập").fill("ninhbinh.canbo")
    visitor.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    visitor.presses("Đăng nhập")
    visitor.sees("Đã điền lại những gì bạn gõ")

    expect(visitor.page.locator("textarea, input[type=text]").first).to_have_value(
        "Kế hoạch còn dở"
    )
