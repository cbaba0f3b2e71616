"""`{% translate "…" %}` for constant text, which is nearly all of it.

Django builds three lazy objects for every word it draws; a page shows a hundred words and a list
repeats its labels in every row, which made up a tenth of the time of a page. Whatever is not
constant is left to Django's own tag. Settings put this library in the place of Django's `i18n`.
"""

from functools import lru_cache
from typing import Any

from django.template import Context, Library, Node, Variable
from django.template.base import Parser, Token
from django.templatetags import i18n
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

register = Library()
register.tags |= i18n.register.tags
register.filters |= i18n.register.filters


class Words(Node):
    """A text of the catalogue, drawn or kept under a name."""

    def __init__(self, text: str, meaning: str, name: str | None) -> None:
        # The catalogue writes a per cent sign twice, as every text with holes does.
        self.text = text.replace("%", "%%")
        self.meaning = meaning
        self.name = name

    def render(self, context: Context) -> SafeString:
        words = _said(self.text, self.meaning, get_language() or "")
        if self.name is None:
            return words
        context[self.name] = words
        return SafeString()


@lru_cache(maxsize=20_000)
def _said(text: str, meaning: str, _language: str) -> SafeString:
    """Looked up once for each language."""
    said = pgettext(meaning, text) if meaning else gettext(text)
    return SafeString(said.replace("%%", "%"))


@register.tag
def translate(parser: Parser, token: Token) -> Any:
    """Django's tag; constant text is drawn by `Words`."""
    node: Any = i18n.do_translate(parser, token)
    expression = node.filter_expression
    constant = isinstance(expression.var, Variable) and expression.var.lookups is None
    if node.noop or expression.filters or not constant:
        return node
    meaning = node.message_context
    if meaning is not None and isinstance(meaning.var, Variable):
        return node
    return Words(expression.var.literal, meaning.var if meaning else "", node.asvar)
