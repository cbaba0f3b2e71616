"""Chapters 6 and 7: from a nomination to the certificate that a stranger checks, and a story."""

import re
from datetime import date

from browser.conftest import Visitor
from browser.year_walked import Year

MERIT = "Có thành tích xuất sắc trong phong trào thi đua đợt 1 năm 2024"
SEATS = ("Chủ tịch Hội đồng", "Ủy viên Hội đồng", "Thư ký Hội đồng")
"""Of the chair, the vice-chair and the next in rank."""


def the_grassroots_chair_nominates(year: Year) -> None:
    office = year.office
    year.turns_to(date(2024, 8, 26))
    office.signs_in("nb.01.chutich")
    office.goes_to("/awards/")
    office.finds_the_page_in_order()
    office.follows("Đề nghị khen thưởng")
    office.goes_to("/awards/new/")
    office.follows("Công đoàn Giáo dục tỉnh")
    office.finds_the_page_in_order()
    office.page.get_by_label("Cá nhân", exact=True).check()
    office.types("Họ tên hoặc mã đoàn viên", "NB-GD-01-001")
    phase = office.field("Đợt").locator("option", has_text="Đợt 1").first
    office.field("Đợt").select_option(value=phase.get_attribute("value"))
    office.types("Thành tích ghi trên giấy khen", MERIT)
    office.types("Báo cáo thành tích", "Kèm ba học sinh yếu, cả ba đều lên lớp.")
    office.presses("Ghi đề nghị")
    office.sees("Soát lại rồi gửi")
    office.finds_the_page_in_order()
    year.kept["nominee"] = office.page.get_by_role("heading", level=1).inner_text()
    office.presses("Gửi đề nghị")
    office.sees("Đã gửi")


def the_council_is_set_up(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.goes_to("/councils/")
    office.finds_the_page_in_order()
    office.goes_to("/councils/new/")
    office.types("Tên hội đồng", "Hội đồng Thi đua - Khen thưởng Công đoàn Giáo dục tỉnh")
    office.types("Hoạt động từ ngày", "26/08/2024")
    for place, role in enumerate(SEATS):
        office.page.locator('select[name^="seat-"]').nth(place).select_option(label=role)
    office.finds_the_page_in_order()
    office.presses("Lập hội đồng")
    office.types("Ngày họp", "26/08/2024")
    office.types("Địa điểm họp", "Phòng họp tầng 2")
    office.finds_the_page_in_order()
    office.presses("Mở phiên họp")
    office.sees("Phiên họp ngày 26/08/2024")
    year.kept["session"] = office.path


def the_council_raises_hands_and_writes_its_minutes(year: Year) -> None:
    """Counts only, and no more hands than people present."""
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.follows("Thẩm định 1 đề nghị khen thưởng")
    office.finds_the_page_in_order()
    office.follows(year.kept["nominee"])
    office.finds_the_page_in_order()
    office.page.locator("main").get_by_role("link", name="Đưa ra hội đồng").first.click()
    office.finds_the_page_in_order()
    office.presses("Đưa vào phiên họp")
    office.goes_to(year.kept["session"])
    for box in office.page.locator('input[name="present"]').all():
        box.check()
    office.finds_the_page_in_order()
    office.presses("Ghi người dự họp")
    counts(office, agree="7")
    office.sees("người dự họp")
    counts(office, agree="3")
    office.finds_the_page_in_order()
    office.types("Kết luận của chủ tọa", "Nhất trí đề nghị Ban Thường vụ khen thưởng.")
    office.presses("Kết thúc phiên họp, lập biên bản")
    office.finds_the_page_in_order()
    office.gets_a_pdf(f"{year.kept['session']}minutes/")


def counts(office: Visitor, *, agree: str) -> None:
    for label, hands in (("Đồng ý", agree), ("Không đồng ý", "0"), ("Không ý kiến", "0")):
        office.types(label, hands)
    office.presses("Ghi kết quả")


def the_decision_is_signed_and_numbered(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.follows("Lập quyết định khen thưởng cho 1 đề nghị")
    office.finds_the_page_in_order()
    for box in office.page.locator('input[name="nominations"]').all():
        box.check()
    office.presses("Lập bản thảo quyết định")
    office.finds_the_page_in_order()
    year.kept["decision"] = office.path
    office.gets_a_pdf(f"{office.path}preview/")
    office.presses("Trình ký")
    office.signs_in("ninhbinh.phochutich")
    office.follows("Duyệt ký Quyết định")
    office.finds_the_page_in_order()
    office.presses("Duyệt ký quyết định")
    office.signs_in("ninhbinh.vanthu")
    office.follows("Cấp số, ban hành Quyết định")
    office.goes_to(year.kept["decision"])
    office.presses("Cấp số, ban hành")
    office.sees("Quyết định số")
    office.finds_the_page_in_order()


def certificates_are_made_and_handed_over(year: Year) -> None:
    office = year.office
    office.signs_in("ninhbinh.canbo")
    office.follows("Làm 1 giấy khen theo Quyết định")
    office.finds_the_page_in_order()
    office.presses("Làm 1 giấy khen")
    office.sees("Chờ trao")
    shown = office.page.get_by_text(re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$")).first
    year.kept["code"] = shown.inner_text()
    office.page.locator('input[name="certificates"]').first.check()
    office.types("Ngày trao", "26/08/2024")
    office.presses("Ghi đã trao những tờ đã chọn")
    office.sees("Đã trao đủ")
    office.finds_the_page_in_order()
    office.page.locator("tbody th a").first.click()
    office.sees("Giấy khen của")
    office.finds_the_page_in_order()
    office.gets_a_pdf(f"{office.path}file/")


def a_stranger_checks_the_certificate(year: Year) -> None:
    stranger = year.stranger
    stranger.goes_to("/k/")
    stranger.finds_the_page_in_order()
    stranger.types("Mã in trên giấy khen", year.kept["code"].lower())
    stranger.presses("Kiểm tra")
    stranger.sees("Giấy khen hợp lệ và còn hiệu lực")
    stranger.sees(MERIT)
    stranger.finds_the_page_in_order()
    stranger.goes_to("/k/K7M2-QA9X-3FDP/")
    stranger.sees("Không có giấy khen nào mang mã này")
    stranger.finds_the_page_in_order()


def somebody_is_praised_and_told_of_with_consent(year: Year) -> None:
    office = year.office
    office.signs_in("nb.01.chutich")
    office.goes_to("/awards/praise/")
    office.finds_the_page_in_order()
    office.page.get_by_label("Cá nhân", exact=True).check()
    office.types("Họ tên hoặc mã đoàn viên", "NB-GD-01-002")
    office.types("Việc làm được biểu dương", "Nhiều năm nhặt được của rơi trả lại người mất.")
    office.types("Ngày biểu dương", "26/08/2024")
    office.presses("Biểu dương")
    office.sees("Sổ vàng năm 2024")
    office.finds_the_page_in_order()

    office.goes_to("/stories/")
    office.finds_the_page_in_order()
    office.goes_to("/stories/new/")
    office.finds_the_page_in_order()
    office.page.locator('a[href*="bieu-duong="]').first.click()
    office.types("Tên bài", "Người nhặt được của rơi")
    office.types("Nội dung", "Chị nhặt được ví tiền ở sân trường và trả lại ngay trong buổi sáng.")
    office.presses("Lưu bản nháp")
    office.finds_the_page_in_order()
    office.types("Ngày đồng ý", "26/08/2024")
    office.types("Đồng ý bằng cách nào", "Đọc bài và ký giấy đồng ý.")
    office.presses("Ghi sự đồng ý")
    office.presses("Đăng công khai")
    office.sees("Xem ở trang công khai")
    office.finds_the_page_in_order()

    year.stranger.goes_to("/cong-khai/dien-hinh/")
    year.stranger.finds_the_page_in_order()
    year.stranger.follows("Người nhặt được của rơi")
    year.stranger.sees("trả lại ngay trong buổi sáng")
    year.stranger.finds_the_page_in_order()
