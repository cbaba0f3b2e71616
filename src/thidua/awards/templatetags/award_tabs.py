"""The parts of commendation, each for whoever may open it."""

from typing import Any

from django import template

from thidua.awards.queries import book_units

register = template.Library()


@register.inclusion_tag("awards/parts/tabs.html", takes_context=True)
def award_tabs(context: template.RequestContext, here: str) -> dict[str, Any]:
    """`here` is "nominations", "decisions" or "book"."""
    return {"here": here, "may_open_book": book_units(context["request"].actor).exists()}
