"""Folded patterns made from the catalogue: how documents, bodies and audiences are named."""

import re
from functools import cache

from vanban.language.forms import fold
from vanban.reading import catalogue


def pattern_of(names: tuple[str, ...]) -> str:
    """An alternation of names, longest first, in folded form; any blank may be a line break."""
    folded = sorted({fold(name) for name in names}, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in folded)


@cache
def kinds() -> str:
    """Kinds of documents that may be cited: ``ke hoach|nghi quyet|…``."""
    cited = tuple(row["name"] for row in catalogue.rows("document_types") if row["cited"] == "yes")
    return rf"(?:{pattern_of(cited)})"


@cache
def kind_names() -> dict[str, str]:
    """Folded name of a kind → its name, so that a kind reads alike however it was printed."""
    return {fold(name): name for name in catalogue.column("document_types", "name")}


@cache
def unions() -> str:
    """How the name of a union body begins, in words or as an abbreviation."""
    names: list[str] = []
    for row in catalogue.rows("bodies"):
        if row["kind"] == "union":
            names += [name for name in (row["name"], row["abbreviation"]) if name]
    return rf"(?:{pattern_of(tuple(names))})\b"


@cache
def committees() -> str:
    """The committee that acts for a union body."""
    names: list[str] = []
    for row in catalogue.rows("bodies"):
        if row["kind"] == "committee":
            names += [name for name in (row["name"], row["abbreviation"]) if name]
    return rf"(?:{pattern_of(tuple(names))})\b"


@cache
def audiences() -> str:
    """One word for people a plan speaks to."""
    return rf"(?:{pattern_of(catalogue.column('audiences', 'term'))})\b"


@cache
def verbs() -> str:
    """Verbs that end a subject (``Các CĐCS | phối hợp``), as printed in a sentence.

    To be searched in the text itself: *Ban Thi đua* folds to the same as *đưa*.
    """
    names = sorted(catalogue.column("verbs", "verb"), key=len, reverse=True)
    return rf"(?:{'|'.join(re.escape(name).replace(chr(92) + ' ', ' ') for name in names)})\b"
