"""Letters whose words a keeper may change: each kind says its own words and its holes once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.notify.models import Wording

Text = str | Promise
_HOLE = re.compile(r"%\((\w+)\)s")
_BRACED = re.compile(r"\{([^{}]*)\}")
SECONDS = 30


@dataclass(frozen=True, slots=True)
class Words:
    """Subject and body of one letter."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True, eq=False)
class LetterKind:
    """A sort of letter. `subject` and `body` have holes as in the catalogue (`%(unit)s`).

    `holes` gives each hole the name under which a keeper sees it in braces. The rooms make their
    kinds where they write their letters; making one enters it into `KINDS`.
    """

    code: str
    title: Text
    subject: Text
    body: Text
    holes: Mapping[str, Text]

    def __post_init__(self) -> None:
        KINDS[self.code] = self

    def write(self, words: Mapping[str, object], language: str) -> Words:
        """The letter in that language, in the words of the keeper where there are some."""
        with translation.override(language):
            chosen = self.chosen(language) or self.usual()
            filled = {name: str(words[name]) for name in self.holes}
            return Words(chosen.subject % filled, chosen.body % filled)

    def usual(self) -> Words:
        """Our own words in the language that holds at the moment."""
        return Words(str(self.subject), str(self.body))

    def chosen(self, language: str) -> Words | None:
        """The words of the keeper; asked for once in half a minute."""
        key = f"wording.{self.code}.{language}"
        known: tuple[Words | None] | None = cache.get(key)
        if known is None:
            row = Wording.objects.filter(code=self.code, language=language).first()
            known = (Words(row.subject, row.body) if row else None,)
            cache.set(key, known, SECONDS)
        return known[0]

    def shown(self, text: str) -> str:
        """As a keeper reads it: holes by their names in braces."""
        named = _HOLE.sub(lambda hole: f"{{{self.holes[hole[1]]}}}", text)
        return named.replace("%%", "%")

    def stored(self, text: str) -> str:
        """What a keeper wrote, with our holes; raises `DomainError` for an unknown one."""
        known = {str(name).casefold(): hole for hole, name in self.holes.items()}

        def hole_named(found: re.Match[str]) -> str:
            hole = known.get(found[1].strip().casefold())
            if hole is None:
                names = ", ".join(f"{{{name}}}" for name in self.holes.values())
                raise DomainError(
                    _("Không có chỗ điền {%(typed)s}. Các chỗ điền dùng được: %(names)s.")
                    % {"typed": found[1], "names": names}
                )
            return f"%({hole})s"

        return _BRACED.sub(hole_named, text.replace("%", "%%"))


KINDS: dict[str, LetterKind] = {}
"""Every kind of letter of every room, by its code."""


def forget_wording(code: str) -> None:
    """The words of a kind were changed."""
    for language, _name in settings.LANGUAGES:
        cache.delete(f"wording.{code}.{language}")
