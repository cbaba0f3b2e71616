"""Counting what hangs on some units, however many they are."""

from collections import Counter
from collections.abc import Collection
from typing import Any

from django.db.models import Count, Q, QuerySet

from thidua.core.keys import these
from thidua.org.happened import Holding


def counted(
    rows: "QuerySet[Any]", units: Collection[int], via: str = "unit", **parts: Q
) -> Counter[str]:
    """How many of `rows` belong to the units (`count`), and how many of them to each part."""
    asked = {name: Count("pk", filter=part) for name, part in parts.items()}
    belonging = rows.order_by().filter(**{f"{via}__in": these(units)})
    return Counter(belonging.aggregate(count=Count("pk"), **asked))


def holdings(*found: Holding) -> list[Holding]:
    """Those of which there are any."""
    return [one for one in found if one.count]
