"""Small pieces of markup that every page needs and that no template should spell out."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import Storage
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """Draw `name` from the sprite. It is decoration: the word beside it says the same."""
    return _drawn(name, classes, staticfiles_storage)


@lru_cache(maxsize=1000)
def _drawn(name: str, classes: str, files: Storage) -> SafeString:
    """Drawn once: the address of the sprite changes only with the storage that serves it."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {classes}" if classes else "",
        files.url("icons.svg"),
        name,
    )


@register.simple_tag
def state(code: str, word: object) -> SafeString:
    """A state as every list shows it: icon, word, colour. `ui/state.html` says which codes."""
    return format_html(_drawn_state(code, staticfiles_storage), word)


@lru_cache(maxsize=100)
def _drawn_state(code: str, _files: Storage) -> str:
    """With a hole for the word. Lists show hundreds of states, so the look is drawn once."""
    return render_to_string("ui/state.html", {"code": code, "word": "{}"})


@register.simple_tag
def fixed(name: str) -> SafeString:
    """Include a part that expects nothing; it is drawn once for each language."""
    return _fixed(name, get_language() or "", staticfiles_storage)


@lru_cache(maxsize=100)
def _fixed(name: str, _language: str, _files: Storage) -> SafeString:
    return render_to_string(name)


@register.simple_tag(takes_context=True)
def nav_current(context: dict[str, Any], url: str) -> SafeString | str:
    """Mark a link as the open page, or as the section the open page lies in.

    For tabs and menus: `<a class="nav-link" href="{{ url }}" {% nav_current url %}>`. The root
    contains every page, so it is marked only when it is open itself.
    """
    path = context["request"].path
    target = url.partition("?")[0]
    if path == target:
        return SafeString('aria-current="page"')
    if len(target) > 1 and target.endswith("/") and path.startswith(target):
        return SafeString('aria-current="true"')
    return ""


@register.filter
def control(field: BoundField) -> SafeString:
    """The widget of `field` with the class its kind needs, red when it has errors."""
    kind = getattr(field.field.widget, "input_type", "text")
    classes = [CONTROL_CLASSES.get(kind, "form-control"), field.field.widget.attrs.get("class", "")]
    if field.errors:
        classes.append("is-invalid")
    return field.as_widget(attrs={"class": " ".join(filter(None, classes))})


@register.filter
def choices(field: BoundField) -> Iterable[BoundWidget]:
    """The radio buttons or check boxes of `field`, one by one, ready for `.form-check`."""
    field.field.widget.attrs["class"] = CHECK
    return field.subwidgets


CHECK = "form-check-input me-2"
CONTROL_CLASSES = {"checkbox": CHECK, "select": "form-select"}
