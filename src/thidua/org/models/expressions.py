"""Pieces of SQL that rows and their indexes share."""

from typing import Any

from django.db.models import CharField, Func


class Above(Func):
    """The path one step up, as `thidua.org.actor.above` answers it.

    A step is a key of six signs and its slash. The numbers stand in the text of the expression,
    because an index is found only by the very same text.
    """

    template = "substr(%(expressions)s, 1, length(%(expressions)s) - 7)"
    arity = 1

    def __init__(self, path: Any, **extra: Any) -> None:
        extra.setdefault("output_field", CharField())
        super().__init__(path, **extra)
