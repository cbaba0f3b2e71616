"""Chapters 2 and 3: the group's plan, the pledge on phones and on paper, and what was done."""

import re
from datetime import date

from browser.conftest import Visitor
from browser.year_walked import Year, photo

PURPOSE = "Chỉ để công đoàn cơ sở đếm người ký giao ước của đợt."


def the_group_issues_its_internal_plan(year: Year) -> None:
    """Without number or seal: the leader of the group signs and it is out."""
    office = year.office
    office.signs_in("nb.01.to1.totruong")
    office.finds_the_page_in_order()
    office.follows("Mở và xem Kế hoạch số 01/KH-CĐCS")
    office.signs_in("nb.01.to1.totruong")
    office.follows("Xác nhận đã nhận Kế hoạch số 01/KH-CĐCS")
    office.presses("Xác nhận đã nhận")
    office.follows("Lập kế hoạch riêng")
    office.presses("Lập bản thảo")
    office.presses("Trình ký")
    office.presses("Duyệt ký kế hoạch")
    office.presses("Ban hành kế hoạch")
    office.sees("không số, không vào sổ văn bản đi")
    office.finds_the_page_in_order()


def the_chair_opens_the_sheet(year: Year) -> None:
    office = year.office
    office.signs_in("nb.01.chutich")
    office.goes_to("/pledges/")
    office.finds_the_page_in_order()
    office.goes_to("/pledges/open/")
    office.finds_the_page_in_order()
    office.page.get_by_role("link", name="Đợt 1").first.click()
    office.types("Hỏi ai, ở đâu", "Đồng chí Đỗ Thị Minh Oanh, Chủ tịch công đoàn, 0912 000 111")
    office.types("Mở ký từ ngày", "15/03/2024")
    office.types("Chốt hết ngày", "31/07/2024")
    office.finds_the_page_in_order()
    office.presses("Mở bản giao ước")
    office.sees("Mã QR để ký")
    office.finds_the_page_in_order()
    year.kept["sheet"] = office.path
    link = office.page.locator('a[href*="/g/"]').first.get_attribute("href") or ""
    year.kept["link"] = link[link.index("/g/") :]
    office.goes_to(f"{year.kept['sheet']}poster/")
    office.finds_the_page_in_order()


def members_sign_on_their_phones(year: Year) -> None:
    """By code; once per person; taken back and signed again; and one whom the list cannot find."""
    member = year.member
    member.goes_to(year.kept["link"])
    member.finds_the_page_in_order()
    member.presses("Tôi ký giao ước")
    signs(member, "nb-gd-01-001", deed="Kèm hai em học sinh yếu môn Toán.")
    member.sees("Đã ghi nhận chữ ký của bạn")
    member.finds_the_page_in_order()
    receipt = member.path

    member.goes_to(year.kept["link"])
    signs(member, "nb-gd-01-001")
    member.sees("đã ký")
    member.finds_the_page_in_order()

    member.goes_to(receipt)
    member.page.locator("summary", has_text="Ký nhầm").click()
    member.presses("Rút lại chữ ký")
    member.sees("Bạn đã rút lại chữ ký này")
    member.finds_the_page_in_order()
    member.goes_to(year.kept["link"])
    signs(member, "nb-gd-01-001", deed="Kèm ba em học sinh yếu môn Toán.")
    member.sees("Đã ghi nhận chữ ký của bạn")

    member.goes_to(year.kept["link"])
    signs(member, "Đoàn Thị Không Có", tail="4321")
    member.sees("Đã ghi nhận, chờ đối chiếu")
    member.finds_the_page_in_order()


def signs(member: Visitor, who: str, *, tail: str = "", deed: str = "") -> None:
    member.types("Họ và tên", who)
    member.types("4 số cuối của số điện thoại", tail)
    member.types("Việc làm cụ thể tôi đăng ký", deed)
    member.presses("Tôi ký giao ước")


def the_leader_records_a_list_signed_on_paper(year: Year) -> None:
    office = year.office
    office.signs_in("nb.01.to1.totruong")
    office.goes_to(f"{year.kept['sheet']}list/")
    office.finds_the_page_in_order()
    office.field("Ảnh chụp danh sách có chữ ký").set_input_files([photo()])
    office.types("Ngày ký trên giấy", "15/03/2024")
    office.types("Dán tên hoặc mã", "NB-GD-01-002\nNB-GD-01-003\nNB-GD-01-004")
    office.presses("Ghi nhận danh sách")
    office.sees("Danh sách ký trên giấy")
    office.finds_the_page_in_order()


def the_chair_settles_who_it_was(year: Year) -> None:
    office = year.office
    office.signs_in("nb.01.chutich")
    office.follows("Đối chiếu")
    office.finds_the_page_in_order()
    office.page.get_by_role("link", name=re.compile("Đối chiếu.*Không Có")).click()
    office.finds_the_page_in_order()
    option = office.field("Đoàn viên trong danh sách").locator("option", has_text="NB-GD-01-010")
    office.field("Đoàn viên trong danh sách").select_option(value=option.get_attribute("value"))
    office.presses("Ghi chữ ký cho người này")
    office.goes_to(f"{year.kept['sheet']}wall/")
    office.sees("Lễ ký giao ước thi đua")
    office.sees("đoàn viên đã ký")
    office.finds_the_page_in_order()


def something_is_done_and_recorded_from_the_phone(year: Year) -> None:
    phone = year.phone
    year.turns_to(date(2024, 5, 20))
    phone.signs_in("nb.01.to1.totruong")
    phone.goes_to("/activities/")
    phone.finds_the_page_in_order()
    phone.follows("Ghi hoạt động")
    phone.finds_the_page_in_order()
    phone.page.get_by_role("link", name="Chăm lo").first.click()
    phone.finds_the_page_in_order()
    phone.types("Tên hoạt động", "Thăm, tặng quà nhà giáo có hoàn cảnh khó khăn")
    phone.types("Ngày", "18/05/2024")
    for count in phone.page.locator('input[name^="count_"]').all():
        count.fill("12")
    phone.field("Ảnh").set_input_files([photo(900, 1200)])
    phone.presses("Ghi hoạt động")
    phone.sees("12 đồng là rất ít")
    phone.finds_the_page_in_order()
    phone.types("Số tiền", "6.000.000")
    phone.presses("Ghi hoạt động")
    phone.sees("Số liệu tự vào báo cáo của đợt.")
    phone.finds_the_page_in_order()
    phone.goes_to("/activities/gallery/")
    phone.finds_the_page_in_order()
