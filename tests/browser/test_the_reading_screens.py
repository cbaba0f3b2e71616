"""The screens around a reading on the loaded sample year, at both widths."""

import pytest

from browser.conftest import visiting

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def width():
    return "phone"


@pytest.fixture(scope="module")
def filling():
    return ["sample"]


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_a_restored_reading_and_what_is_born_from_a_plan_are_in_order(chromium, site, screen):
    with visiting(chromium, site, screen) as visitor:
        visitor.signs_in("hocmon.canbo")
        visitor.goes_to("/plans/")
        links = visitor.page.locator("a[href]").evaluate_all("all => all.map(a => a.pathname)")
        plan = next(link for link in links if link.strip("/").split("/")[-1].isdigit())
        for page in ("", "forward/", "papers/guidance/", "papers/invitation/"):
            visitor.goes_to(f"{plan}{page}")
            visitor.finds_the_page_in_order()
        visitor.goes_to("/plans/readings/4/")
        visitor.sees("nhiều chữ do hệ thống phục hồi")
        visitor.finds_the_page_in_order()
        visitor.follows("Xem các chữ được phục hồi")
        visitor.finds_the_page_in_order()
