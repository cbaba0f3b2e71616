import re
from pathlib import Path

import pytest

from checking.findings import said
from vanban.checking.catalogue_page import rules_markdown
from vanban.checking.check import GROUPS, check, rules
from vanban.checking.rules import REGISTRY, rule
from vanban.reading.model import Severity

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "rules.md"
FIRST_RULE = "numbering-gap"


def test_the_page_of_rules_is_current():
    assert PAGE.read_text(encoding="utf-8") == rules_markdown()


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.id)
def test_every_rule_has_a_title_a_source_and_a_plain_id(one):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.id)
    assert one.title[0].isupper()
    assert one.source


def test_all_rules_are_listed():
    assert {one.id for one in rules()} == set(REGISTRY)


def test_rules_stand_in_the_order_of_their_groups():
    order = [group.__name__ for group in GROUPS]
    places = [order.index(one.look.__module__) for one in rules()]

    assert places == sorted(places)


def test_two_rules_cannot_share_an_id():
    with pytest.raises(ValueError, match=FIRST_RULE):
        rule(FIRST_RULE, "Trùng", Severity.ASK, "-")(lambda _reading: iter(()))


def test_the_gravest_comes_first_then_the_order_of_the_text():
    findings = check(said("Từ tháng 1/01 thi đua: phần đấu; Tết Quý Mão 2024; phần đấu"))

    weights = ["error", "warning", "ask"]
    keys = [(weights.index(one.severity), one.span or (-1, -1)) for one in findings]
    assert keys == sorted(keys)
    assert {one.severity for one in findings} == set(Severity)


def test_two_rules_do_not_speak_of_the_same_words():
    spans = [one.span for one in check(said("thi đua đua Nghị quyết")) if one.span]

    assert len(spans) == len(set(spans))
