"""The parts of the organisation, each for whoever may open it."""

from typing import Any

from django import template

from thidua.org.policies.units import may_phone, may_read_catalogues

register = template.Library()


@register.inclusion_tag("org/units/parts/tabs.html", takes_context=True)
def unit_tabs(context: template.RequestContext, here: str) -> dict[str, Any]:
    """Nobody is led to a page that refuses them."""
    actor = context["request"].actor
    return {
        "here": here,
        "may_phone": may_phone(actor),
        "may_read_catalogues": may_read_catalogues(actor),
    }
