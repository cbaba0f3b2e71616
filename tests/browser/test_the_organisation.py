"""Every page about the organisation, its people, accounts, rights and personal data, looked at once
by somebody who may open all of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from browser.conftest import WIDTHS, surroundings, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NO_PAGE = {
    "notify:told",
    "org:add_passkey",
    "org:codes",
    "org:codes_paper",
    "org:give_accounts",
    "org:kiosk_end",
    "org:kiosk_home",
    "org:link",
    "org:links_paper",
    "org:login",
    "org:passkey_step",
    "org:people_act",
    "org:people_export",
    "org:phone_book_excel",
    "org:remove_factor",
    "org:second_factor",
    "org:slip_password",
    "org:slips_paper",
    "org:areas_excel",
    "org:groupings_excel",
    "org:units_excel",
    "oversight:act_table_template",
    "oversight:anonymise",
    "oversight:import_columns",
    "oversight:import_pattern",
    "oversight:import_problems",
    "oversight:wrong_rows_of_act_table",
}
"""Addresses that answer with a file or lead on, or whose thing is in no state to be shown."""


@pytest.fixture(scope="module")
def width():
    return "phone"


@pytest.fixture(scope="module")
def known(data):
    """Who signs in, and the address of every page with a thing of theirs."""
    paths = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    more = {"PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "thidua.config.settings"}
    filled = subprocess.run(
        [sys.executable, "-m", "browser.organisation_filled"],
        env=surroundings(data) | more,
        check=True,
        capture_output=True,
    )
    return json.loads(filled.stdout)


def test_every_page_of_the_organisation_is_in_order(known, chromium, site):
    faults = {}
    with visiting(chromium, site, "phone") as somebody:
        somebody.signs_in(known["username"])
        for name, path in known["pages"].items():
            if name not in NO_PAGE:
                found = what_is_wrong(somebody, path)
                faults |= {name: found} if found else {}
    assert faults == {}


def what_is_wrong(somebody, path):
    """On a phone by every rule; that nothing scrolls sideways on an office screen either."""
    answer = somebody.page.goto(somebody.site + path)
    across, down = WIDTHS["desktop"]
    found = somebody.what_is_wrong() + somebody.complaints
    somebody.complaints.clear()
    somebody.page.set_viewport_size({"width": across, "height": down})
    found += somebody.scrolls_sideways()
    across, down = WIDTHS["phone"]
    somebody.page.set_viewport_size({"width": across, "height": down})
    return found + [f"answers {answer.status}"] * (answer.status != 200)
