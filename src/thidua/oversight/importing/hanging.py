"""What hangs on rows, in every room, asked of the models themselves."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import CASCADE, PROTECT, RESTRICT, SET_NULL, Model, QuerySet

HOLDS = {CASCADE, PROTECT, RESTRICT}
ROOMY = 4
"""How many times as long as the keys a stretch of numbers may be to be asked for as one."""


def hanging_on(
    model: type[Model], keys: Collection[int], ours: Mapping[str, Collection[int]]
) -> dict[int, str]:
    """Of which rows something else speaks, and what: the name of the things.

    `ours` are rows by model that do not count, because they go along.
    """
    found: dict[int, str] = {}
    for relation in _relations(model):
        if relation.on_delete not in HOLDS:
            continue
        other = relation.related_model
        own = set(ours.get(other._meta.label_lower, ()))
        rows = _speaking_of(relation, keys).values_list("pk", relation.field.attname)
        for pk, key in rows.iterator():
            if key in keys and pk not in own:
                found.setdefault(key, str(other._meta.verbose_name))
    return found


def let_go(model: type[Model], keys: Sequence[int]) -> None:
    """Delete rows on which nothing hangs; who only mentions them forgets them."""
    for relation in _relations(model):
        if relation.on_delete is SET_NULL:
            name, rows = relation.field.attname, relation.related_model._default_manager
            rows.filter(**{f"{name}__in": keys}).update(**{name: None})
    gone = model._default_manager.filter(pk__in=keys)
    # What the usual way asks for every relation has just been asked, for all rows at once.
    gone._raw_delete(gone.db)  # noqa: SLF001


def _relations(model: type[Model]) -> Iterator[Any]:
    for link in model._meta.get_fields(include_hidden=True):
        if link.auto_created and (link.one_to_many or link.one_to_one) and not link.concrete:
            yield link


def _speaking_of(relation: Any, keys: Collection[int]) -> QuerySet[Any]:
    """Rows of the relation that may speak of the keys, and perhaps some of others between them.

    Rows written together have numbers one after the other: two numbers say all of them.
    """
    name: str = relation.field.attname
    rows: QuerySet[Any] = relation.related_model._default_manager.all()
    first, last = min(keys, default=0), max(keys, default=-1)
    if last - first < ROOMY * len(keys):
        return rows.filter(**{f"{name}__gte": first, f"{name}__lte": last})
    return rows.filter(**{f"{name}__in": list(keys)})
