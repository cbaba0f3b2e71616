"""Every row, in every room, that is about one person: found through the models themselves."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Model

from thidua.org.models import Person, User

Rows = dict[type[Model], set[int]]
DEEPER = {
    "awards.nomination",
    "awards.award",
    "awards.praise",
    "org.post",
    "oversight.datarequest",
}
"""What hangs on rows of these tables is about the person as well."""


def records_of(person: Person) -> list[Person]:
    """The record and the second ones that were merged into it."""
    return [person, *Person.objects.filter(merged_into=person).order_by("pk")]


def rows_about(people: list[Person]) -> Rows:
    """The keys of all rows that point at the person, or at what is the person's, by table."""
    found: Rows = defaultdict(set)
    _gather(found, Person, {one.pk for one in people})
    found.pop(Person, None)
    found.pop(User, None)
    return found


def pointing_at(model: type[Model]) -> Iterator[tuple[type[Model], str, object]]:
    """Every table with a column that holds a key of `model`, and what happens on deletion."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created:
            continue
        other = relation.related_model
        if isinstance(other, type) and not other._meta.auto_created:
            yield other, relation.field.attname, relation.on_delete  # type: ignore[union-attr]


def _gather(found: Rows, model: type[Model], keys: set[int]) -> None:
    for other, column, _on_delete in pointing_at(model):
        rows = other._default_manager.filter(**{f"{column}__in": keys})
        fresh = set(rows.values_list("pk", flat=True)) - found[other]
        found[other] |= fresh
        if fresh and other._meta.label_lower in DEEPER:
            _gather(found, other, fresh)
