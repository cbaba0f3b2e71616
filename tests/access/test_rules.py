"""The table of rules itself: whole, and about what there is."""

from access import walk
from access.rules import ACCOUNT, EVERYBODY, EVERYTHING, NOBODY, PLACES, RULES, rules
from thidua.org.rights import FROM_ABOVE

WHAT_TO_WRITE = """Addresses without a rule. Write a line for each into tests/access/rules.csv:
route, the ways it knows (GET, POST or both), and who gets in, for example
    {route},GET POST,here document.read | plan.draft; above document.read,
What the words mean stands at the top of tests/access/rules.py. An address with a parameter also
needs a thing in tests/access/things_*.py. Then write docs/reference/access-matrix.md anew:
    PYTHONPATH=src:tests python -m access.page"""


def test_every_address_has_a_rule():
    missing = walk.without_rule()

    assert missing == [], WHAT_TO_WRITE.format(route=missing[0])


def test_every_rule_is_of_an_address():
    known = {name for name, _parameters in walk.ROUTES}

    assert {route for route, _way in RULES} - known == set()


def test_a_rule_is_said_once():
    lines = [(rule.route, rule.way) for rule in rules()]

    assert len(lines) == len(set(lines))


def test_rules_speak_of_known_places_and_rights():
    for rule in RULES.values():
        assert rule.way in walk.WAYS
        assert rule.places or rule.who in {EVERYBODY, ACCOUNT, NOBODY}
        assert set(rule.places) <= set(PLACES)
        for alternatives in rule.places.values():
            assert frozenset().union(*alternatives) <= EVERYTHING


def test_what_nobody_may_open_says_why():
    assert [rule.route for rule in RULES.values() if rule.who == NOBODY and not rule.note] == []


def test_acts_from_above_need_rights_that_reach_down():
    """Nobody above writes in the name of a unit, but by the few rights made for it."""
    acts = [rule for rule in RULES.values() if rule.way == "POST"]

    overreaching = [
        (rule.route, sorted(needs))
        for rule in acts
        for needs in rule.places.get("above", [])
        if not needs <= FROM_ABOVE
    ]

    assert overreaching == []
