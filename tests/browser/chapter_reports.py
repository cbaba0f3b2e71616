"""Chapters 4 and 5: the report of the phase goes up and comes back, its totals climb."""

import re
from datetime import date

from browser.conftest import Visitor
from browser.year_walked import Year

TYPED = 'input[type="text"][name^="so-"], input:not([type])[name^="so-"]'


def the_superior_asks_for_the_reports_of_the_phase(year: Year) -> None:
    office = year.office
    year.turns_to(date(2024, 8, 1))
    office.signs_in("ninhbinh.canbo")
    office.follows("Mở kỳ báo cáo Đợt 1")
    office.finds_the_page_in_order()
    office.types("Hạn nộp của đơn vị cấp dưới", "10/08/2024")
    office.types("Hạn duyệt tổng hợp của đơn vị mình", "20/08/2024")
    office.presses("Mở kỳ báo cáo")
    office.sees("Chưa cộng được gì")
    office.finds_the_page_in_order()
    year.kept["period"] = office.path


def the_grassroots_chair_reports(year: Year) -> None:
    """Figures from what was recorded stand already; an impossible one is told apart."""
    office = year.office
    office.signs_in("nb.01.chutich")
    office.follows("Lập báo cáo sơ kết")
    office.finds_the_page_in_order()
    for figure in office.page.locator(TYPED).all():
        figure.fill("0")
    the_keyboard_goes_down_as_in_a_spreadsheet(office)
    office.page.locator(TYPED).first.fill("-5")
    tells(office, "Bốn đoàn viên tổ Toán - Tin đã ký giao ước.")
    office.presses("Nộp báo cáo")
    office.sees("Lỗi")
    office.finds_the_page_in_order()
    office.page.locator(TYPED).first.fill("40")
    office.presses("Nộp báo cáo")
    office.sees("Đã nộp")
    office.finds_the_page_in_order()
    year.kept["report"] = office.path


def the_keyboard_goes_down_as_in_a_spreadsheet(office: Visitor) -> None:
    """Enter goes to the next figure and submits nothing."""
    office.page.locator(TYPED).first.press("Enter")
    here = "document.activeElement === document.querySelectorAll(`{}`)[{}]"
    assert office.page.evaluate(here.format(TYPED, 1))
    office.page.keyboard.press("Shift+Enter")
    assert office.page.evaluate(here.format(TYPED, 0))


def tells(office: Visitor, done: str) -> None:
    """The narrative of a report."""
    office.types("Kết quả thực hiện", done)
    office.types("Đánh giá chung", "Phong trào được đoàn viên hưởng ứng; còn ít sáng kiến.")
    office.types("Phương hướng, nhiệm vụ", "Vận động mọi tổ đăng ký sáng kiến.")


def it_is_returned_with_a_reason_and_sent_again(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.follows("Thẩm định báo cáo của")
    office.finds_the_page_in_order()
    office.types("Lý do trả lại: Trong đó nữ đoàn viên", "Nhiều hơn số nữ đã báo đầu năm.")
    office.presses("Trả lại kèm các lý do đã ghi")
    office.sees("Đã trả lại")
    office.finds_the_page_in_order()

    office.signs_in("nb.01.chutich")
    office.follows("Sửa và nộp lại báo cáo sơ kết")
    office.sees("Nhiều hơn số nữ đã báo đầu năm.")
    office.finds_the_page_in_order()
    office.page.locator(TYPED).first.fill("38")
    office.presses("Nộp báo cáo")
    office.sees("Đã nộp")


def it_is_accepted_and_the_totals_climb(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.follows("Thẩm định báo cáo của")
    office.presses("Chấp nhận báo cáo")
    office.sees("Đã chấp nhận")
    office.goes_to(year.kept["period"])
    office.sees("1 trong")
    office.finds_the_page_in_order()
    office.page.get_by_role("link", name=re.compile("Xem từng đơn vị.*ký giao ước")).click()
    office.sees("Chưa gồm")
    office.sees("Công đoàn cơ sở Trường THPT Hoa Phong")
    office.finds_the_page_in_order()


def silent_units_are_reminded(year: Year) -> None:
    office = year.office
    year.turns_to(date(2024, 8, 12))
    office.signs_in("ninhbinh.canbo")
    office.goes_to("/progress/")
    office.sees("im lặng")
    office.finds_the_page_in_order()
    rows = office.page.locator('input[type="checkbox"][name="don_vi"]')
    rows.nth(0).check()
    rows.nth(1).check()
    office.page.get_by_label("Nhắc việc").select_option(value="reported")
    office.presses("Soạn lời nhắc")
    office.finds_the_page_in_order()
    office.presses("Gửi lời nhắc")
    office.sees("Đã gửi lời nhắc cho 2 đơn vị")
    office.finds_the_page_in_order()
    office.goes_to("/outbox/")
    office.finds_the_page_in_order()


def the_summary_closes_the_phase_and_opens_the_next(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.follows("Lập báo cáo sơ kết")
    office.finds_the_page_in_order()
    for figure in office.page.locator(TYPED).all():
        figure.fill("0")
    tells(office, "Một trong hai mươi bảy công đoàn cơ sở đã có báo cáo được chấp nhận.")
    office.presses("Nộp báo cáo")
    office.sees("Chờ")
    office.signs_in("ninhbinh.phochutich")
    office.follows("Duyệt báo cáo sơ kết")
    office.finds_the_page_in_order()
    office.follows("Duyệt sơ kết")
    office.finds_the_page_in_order()
    office.page.get_by_label("Vẫn duyệt khi còn đơn vị").check()
    office.types("Hạn nộp báo cáo của đợt sau", "10/01/2025")
    office.presses("Duyệt sơ kết")
    office.sees("Đã sơ kết")
    office.finds_the_page_in_order()
    office.goes_to("/reports/")
    office.sees("10/01/2025")
    office.finds_the_page_in_order()
