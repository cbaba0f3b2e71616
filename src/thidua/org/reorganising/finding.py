"""Which unit somebody means who writes its name."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from django.db.models import QuerySet

from thidua.core.folded import folded
from thidua.org.actor import within
from thidua.org.models import Unit

CHUNK, SHOWN = 500, 9
KEY = re.compile(r"\[([a-z0-9]{6})\]\s*$|^([a-z0-9]{6})$")


def units_meant(scope: Unit, day: date, typed: Collection[str]) -> Mapping[str, list[Unit]]:
    """For each text the units of `scope` that it names: by key, else by exactly this name.

    Case and diacritics do not matter; ended units are found too, so that one can say they ended.
    """
    keys = {text: key for text in typed if (key := key_in(text))}
    names = {text: folded(text) for text in typed if text not in keys}
    found: dict[str, list[Unit]] = defaultdict(list)
    inside = units_inside(scope, day)
    for some in _chunks(set(keys.values())):
        for unit in inside.filter(key__in=some):
            found[unit.key].append(unit)
    for some in _chunks(set(names.values())):
        for unit in inside.filter(folded__in=some):
            found[unit.folded].append(unit)
    answers = {text: found.get(key, []) for text, key in keys.items()}
    return answers | {text: found.get(name, []) for text, name in names.items()}


def units_like(scope: Unit, day: date, typed: str) -> list[Unit]:
    """Some units whose name has every word of the text: a choice to offer."""
    near = units_inside(scope, day).filter(kept_by=None)
    for word in folded(typed).split():
        near = near.filter(folded__contains=word)
    return list(near.order_by("alphabetical")[:SHOWN])


def units_inside(scope: Unit, day: date) -> QuerySet[Unit]:
    """Everything in the part of the tree that `scope` heads, ended units it keeps included."""
    return Unit.objects.filter(within(day, scope.path_on(day)))


def key_in(text: str) -> str:
    """`CĐCS Trường Hoa Lư [k7m2qa]` or `k7m2qa`: the key; empty for a mere name."""
    found = KEY.search(text.strip())
    return (found[1] or found[2]) if found else ""


def with_key(unit: Unit) -> str:
    """The name with its key behind it, as tables and lists of choices write it."""
    return f"{unit.name} [{unit.key}]"


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(texts)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
