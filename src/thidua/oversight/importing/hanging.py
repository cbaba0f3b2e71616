"""What hangs on rows, in every room, asked of the models themselves."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import CASCADE, PROTECT, RESTRICT, Model

HOLDS = {CASCADE, PROTECT, RESTRICT}


def hanging_on(
    model: type[Model], keys: Collection[int], ours: Mapping[str, Collection[int]]
) -> dict[int, str]:
    """Of which rows something else speaks, and what: the name of the things.

    `ours` are rows by model that do not count, because they go along.
    """
    found: dict[int, str] = {}
    for link in model._meta.get_fields(include_hidden=True):
        if not (link.auto_created and (link.one_to_many or link.one_to_one)) or link.concrete:
            continue
        relation: Any = link
        if relation.on_delete not in HOLDS:
            continue
        other = relation.related_model
        rows = other._default_manager.filter(**{f"{relation.field.name}__in": list(keys)})
        rows = rows.exclude(pk__in=list(ours.get(other._meta.label_lower, ())))
        names = str(other._meta.verbose_name)
        for key in rows.values_list(relation.field.attname, flat=True).distinct():
            found.setdefault(key, names)
    return found
