"""Chapters 7 and 8: the year is summed up and closed with what is open; nothing was forgotten."""

from datetime import date

from browser.chapter_reports import TYPED, tells
from browser.year_walked import Year


def the_year_is_asked_for_and_reported(year: Year) -> None:
    office = year.office
    year.turns_to(date(2025, 1, 3))
    office.signs_in("ninhbinh.canbo")
    office.follows("Mở kỳ báo cáo cả năm")
    office.types("Hạn nộp của đơn vị cấp dưới", "08/01/2025")
    office.types("Hạn duyệt tổng hợp của đơn vị mình", "15/01/2025")
    office.presses("Mở kỳ báo cáo")
    office.sees("Chưa cộng được gì")
    year.kept["year_period"] = office.path
    office.signs_in("nb.01.chutich")
    office.finds_the_page_in_order()
    office.follows("Lập báo cáo tổng kết")
    for figure in office.page.locator(TYPED).all():
        figure.fill("0")
    tells(office, "Cả năm có một sáng kiến và bốn người ký giao ước.")
    office.presses("Nộp báo cáo")
    office.sees("Đã nộp")
    office.signs_in("ninhbinh.canbo")
    office.follows("Thẩm định báo cáo của")
    office.presses("Chấp nhận báo cáo")
    office.sees("Đã chấp nhận")


def the_year_is_closed_with_what_is_open(year: Year) -> None:
    office = year.office
    office.goes_to(year.kept["year_period"])
    office.follows("Báo cáo tổng hợp của đơn vị")
    for figure in office.page.locator(TYPED).all():
        figure.fill("0")
    tells(office, "Năm 2024 phong trào được duy trì trong cả ngành.")
    office.presses("Nộp báo cáo")
    office.sees("Chờ")
    office.signs_in("ninhbinh.phochutich")
    office.follows("Duyệt báo cáo tổng kết")
    office.follows("Duyệt tổng kết")
    office.sees("Việc còn để mở")
    office.finds_the_page_in_order()
    office.page.get_by_label("Vẫn duyệt khi còn đơn vị").check()
    office.presses("Duyệt tổng kết")
    office.sees("Đã tổng kết")
    office.sees("Việc còn để mở")
    office.finds_the_page_in_order()


def the_desk_and_the_notices_forgot_nothing(year: Year) -> None:
    """What is overdue stays on the desk of those who hold it, and the superior's answers came."""
    year.phone.signs_in("nb.01.chutich")
    year.phone.sees("Quá hạn")
    year.phone.finds_the_page_in_order()
    year.phone.goes_to("/notices/")
    year.phone.finds_the_page_in_order()
    year.office.signs_in("ninhbinh.canbo")
    year.office.goes_to(f"/progress{year.kept['plan']}")
    year.office.finds_the_page_in_order()
