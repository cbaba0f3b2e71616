"""The walk over things of a unit that has ended: its keeper, and former superiors."""

from collections.abc import Iterator

from access import walk
from access.rules import EVERYTHING, RULES, Needs, Rule, strongest_without
from access.visiting import Visits

NOWHERE = ""
OF_UNITS = {"here", "keeping"}


def wrong_answers(room: str, visits: Visits) -> Iterator[str]:
    """A sentence for each answer that is not what the rule says of ended units."""
    found = walk.addresses(room, visits.places.ended)
    visits.places.end()
    for address in found:
        for way in walk.WAYS:
            rule = RULES.get((address.name, way))
            if rule and OF_UNITS.intersection(rule.places):
                wrong = _ruled(visits, rule, address)
                yield from (f"{way} {address.name} of an ended unit: {words}" for words in wrong)


def _ruled(visits: Visits, rule: Rule, address: walk.Address) -> Iterator[str]:
    for rights, place, stands_for in visitors(rule):
        expected = rule.lets_in(rights, stands_for)
        if not (expected and rule.refusals_only):
            yield from walk.judged(visits, rule.way, address, (rights, place), expected)


def visitors(rule: Rule) -> Iterator[tuple[Needs, str, str]]:
    """Rights, where the post is held, and as which place of the rule that counts.

    The topmost unit is above the one that keeps the records; the former superior is nobody now.
    """
    yield EVERYTHING, "branch", NOWHERE
    yield EVERYTHING, "above", NOWHERE
    for held, place in (("keeping", "keeping"), ("top", "above")):
        alternatives = rule.places.get(place, [])
        yield from ((one, held, place) for one in walk.some(alternatives))
        yield from ((one, held, place) for one in strongest_without(alternatives))
