"""Chapter 1: the superior's plan goes out and becomes the plans of those below."""

from functools import partial

from browser.conftest import Visitor
from browser.year_walked import PLAN, Year, photo

ISSUED_OWN = "Kế hoạch số 01/KH-CĐCS"


def the_superior_issues_the_plan(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.reads("ninh-binh-2024.txt")
    office.follows("Nhận kết quả đọc")
    office.page.get_by_label("Bản thảo của đơn vị").check()
    office.presses("Nhận văn bản này")
    office.sees("Đang soạn")
    year.kept["plan"] = office.path
    office.presses("Trình ký")
    is_signed_and_issued(year, "ninhbinh.phochutich", "ninhbinh.vanthu", PLAN)


def is_signed_and_issued(year: Year, signer: str, clerk: str, issued: str) -> None:
    """The submitted plan goes over the desks of who signs and who numbers."""
    office = year.office
    office.signs_in(signer)
    office.follows("Duyệt ký Kế hoạch")
    office.presses("Duyệt ký kế hoạch")
    office.sees("Đã duyệt ký")
    office.signs_in(clerk)
    office.follows("Cấp số, ban hành Kế hoạch")
    office.presses("Cấp số, ban hành")
    office.sees(issued)


def the_superior_sets_the_days(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.goes_to(year.kept["plan"].replace("/plans/", "/cascade/plans/"))
    office.types("Hạn xác nhận đã nhận", "22/03/2024")
    office.types("Hạn có kế hoạch riêng", "29/03/2024")
    office.types("Hạn phát động", "05/04/2024")
    office.presses("Đặt hạn")
    office.sees("Đã đặt hạn")
    office.finds_the_page_in_order()


def the_grassroots_chair_acknowledges_undoes_and_acknowledges(year: Year) -> None:
    phone = year.phone
    phone.signs_in("nb.01.chutich")
    phone.finds_the_page_in_order()
    phone.follows(f"Mở và xem {PLAN}")
    phone.signs_in("nb.01.chutich")
    phone.follows(f"Xác nhận đã nhận {PLAN}")
    phone.finds_the_page_in_order()
    phone.presses("Xác nhận đã nhận")
    phone.sees("Bấm nhầm thì bấm Hoàn tác")
    phone.finds_the_page_in_order()
    phone.presses("Hoàn tác xác nhận")
    phone.sees("Đơn vị lại chưa xác nhận")
    phone.presses("Xác nhận đã nhận")
    phone.sees("Bấm nhầm thì bấm Hoàn tác")
    year.kept["way"] = phone.path


def the_unit_makes_its_own_plan(year: Year) -> None:
    office = year.office
    office.signs_in("nb.01.chutich")
    office.goes_to(year.kept["way"])
    office.finds_the_page_in_order()
    office.follows("Lập kế hoạch riêng")
    office.finds_the_page_in_order()
    chooses_for_each_content(office)
    office.presses("Lập bản thảo")
    office.sees("Đã lập bản thảo kế hoạch riêng")
    office.finds_the_page_in_order()
    year.kept["own_plan"] = office.path
    office.presses("Trình ký")
    office.sees("Chờ duyệt ký")
    is_signed_and_issued(year, "nb.01.phochutich", "nb.01.vanthu", ISSUED_OWN)


def chooses_for_each_content(office: Visitor) -> None:
    """One adapted, one left out, one added, the others kept; a missing reason is asked for."""
    content = partial(office.page.get_by_role, "group")
    content(name="Nội dung 2.2").get_by_label("Điều chỉnh").check()
    office.page.locator("summary", has_text="Chữ của đơn vị").nth(1).click()
    office.types("Chữ của đơn vị, nội dung 2.2", "Mỗi tổ có ít nhất một sáng kiến được áp dụng.")
    content(name="Nội dung 2.5").get_by_label("Không thực hiện").check()
    office.types("Bổ sung nội dung của đơn vị", "Mỗi tổ công đoàn nhận kèm ít nhất hai học sinh.")
    office.presses("Lập bản thảo")
    office.sees("Chưa ghi lý do")
    office.finds_the_page_in_order()
    office.types("Lý do không thực hiện nội dung 2.5", "Đã giao cho công đoàn cấp trên tập huấn.")


def the_unit_launches(year: Year) -> None:
    phone = year.phone
    phone.signs_in("nb.01.chutich")
    phone.goes_to(year.kept["way"])
    phone.finds_the_page_in_order()
    phone.follows("Ghi phát động")
    phone.finds_the_page_in_order()
    phone.types("Ngày phát động", "15/03/2024")
    phone.types("Địa điểm", "Hội trường nhà trường")
    phone.field("Ảnh").set_input_files([photo()])
    phone.presses("Ghi lễ phát động")
    phone.sees("Đã phát động")
    phone.finds_the_page_in_order()
