"""The walk: every address of a room, every way, everybody whose answer is not yet implied."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from django.urls import get_resolver, reverse

from access.roles import one_of_each_group
from access.rules import (
    ACCOUNT,
    EVERYBODY,
    EVERYTHING,
    RULES,
    Needs,
    Rule,
    strongest_without,
)
from access.sending import SENT
from access.things import thing_for
from access.visiting import REFUSED, Visits
from thidua.org.models import Unit
from thidua.org.rights import Right

WAYS = ("GET", "POST")
NOT_A_WAY, BROKEN = 405, 500


def routes(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from routes(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield prefix + entry.name, tuple(entry.pattern.converters)


ROUTES = sorted(routes())
ROOMS = sorted({name.split(":")[0] for name, _parameters in ROUTES})


def without_rule() -> list[str]:
    ruled = {route for route, _way in RULES}
    return [name for name, _parameters in ROUTES if name not in ruled]


@dataclass(frozen=True)
class Address:
    """An address of a real thing, and what it has to be sent."""

    name: str
    url: str
    sent: dict[str, object]

    @classmethod
    def of(cls, name: str, parameters: tuple[str, ...], unit: Unit) -> Self:
        url = reverse(name, kwargs=thing_for(name, parameters, unit))
        return cls(name, url, SENT[name](unit) if name in SENT else {})


def addresses(room: str, unit: Unit) -> list[Address]:
    """All of a room, each at a thing of the unit; the things are there before anybody comes."""
    return [Address.of(*route, unit) for route in ROUTES if route[0].split(":")[0] == room]


def wrong_answers(room: str, visits: Visits) -> Iterator[str]:
    """A sentence for each answer that is not what the rule says."""
    for address in addresses(room, visits.places.here):
        for way in WAYS:
            rule = RULES.get((address.name, way))
            found = _ruled(visits, rule, address) if rule else _unruled(visits, way, address)
            yield from (f"{way} {address.name}: {words}" for words in found)


def _unruled(visits: Visits, way: str, address: Address) -> Iterator[str]:
    user = visits.account(EVERYTHING, "here")
    status, _to = visits.answer(user, way, address.url, address.sent)
    if status != NOT_A_WAY:
        yield f"answers {status}, but no line of rules.csv names this way"


def _ruled(visits: Visits, rule: Rule, address: Address) -> Iterator[str]:
    yield from _stranger(visits, rule, address)
    for rights, place in visitors(rule):
        expected = rule.lets_in(rights, place)
        if not (expected and rule.refusals_only):
            yield from judged(visits, rule.way, address, (rights, place), expected)


def judged(
    visits: Visits, way: str, address: Address, who: tuple[Needs, str], expected: bool
) -> Iterator[str]:
    """What is wrong with the answer to a post with these rights at this place, if anything."""
    rights, place = who
    user = visits.account(rights, place) if place else visits.without_post
    status, _to = visits.answer(user, way, address.url, address.sent)
    if status >= BROKEN or (status not in REFUSED) != expected:
        visitor = f"a post {place} with {_in_words(rights)}" if place else "an account with no post"
        yield f"{visitor} got {status}, and should {'get in' if expected else 'be refused'}"


def visitors(rule: Rule) -> Iterator[tuple[frozenset[str], str]]:
    """Rights and place of those from whose answers all others follow.

    Of those who get in, the weakest; of those who do not, the strongest (more rights never close
    an address). Then of the kinds of post there are one of each group. An empty place is an
    account without a post.
    """
    yield frozenset(), ""
    if rule.who in {EVERYBODY, ACCOUNT}:
        return
    if "anywhere" in rule.places:
        yield from ((one, "branch") for one in some(rule.places["anywhere"]))
        yield from ((one, "here") for one in strongest_without(rule.places["anywhere"]))
        yield from ((one, "anywhere") for one in one_of_each_group(rule, "anywhere"))
        return
    yield EVERYTHING, "branch"
    for place in ("here", "above", "below", *(["top"] if "top" in rule.places else [])):
        alternatives = rule.places.get(place, [])
        yield from ((one, place) for one in some(alternatives))
        yield from ((one, place) for one in strongest_without(alternatives))
    for place in rule.places:
        if place != "keeping":
            yield from ((one, place) for one in one_of_each_group(rule, place))


def some(alternatives: list[Needs]) -> list[Needs]:
    """All of them, but a few where any right at all will do."""
    return alternatives[::8] if len(alternatives) == len(Right) else alternatives


def _stranger(visits: Visits, rule: Rule, address: Address) -> Iterator[str]:
    status, to = visits.answer(None, rule.way, address.url, address.sent)
    if rule.who == EVERYBODY:
        if not rule.refusals_only and (status in REFUSED or to.startswith("/login/?next=")):
            yield f"a stranger got {status} and should get in"
    elif not to.startswith(f"/login/?next={address.url}"):
        yield f"a stranger got {status} {to} and should be asked to sign in"


def _in_words(rights: frozenset[str]) -> str:
    if len(rights) <= len(EVERYTHING) / 2:
        return "only " + (", ".join(sorted(rights)) or "no right")
    left_out = sorted(EVERYTHING - rights)
    return "everything" + (f" but {', '.join(left_out)}" if left_out else "")
