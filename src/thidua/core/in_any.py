"""Rows that one of several questions finds."""

from typing import Any

from django.db.models import Q, QuerySet


def in_any(*questions: "QuerySet[Any, Any]", via: str = "pk") -> Q:
    """Filter: the key in `via` is among the keys that one of the questions answers.

    The same can be said with "or" between the conditions, but then a database reads the whole
    table: it cannot tell beforehand that the parts together find few rows. Every question here
    goes its own way through its own index.
    """
    first, *others = (question.order_by() for question in questions)
    return Q(**{f"{via}__in": first.union(*others, all=True) if others else first})
