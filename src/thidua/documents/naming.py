"""What comparing and searching look at: text without case, diacritics and tone placement."""

import re
import unicodedata
from functools import lru_cache

from thidua.documents.models import Document
from vanban.language.forms import fold, one_line

UNSEEN = {"Cc", "Cf"}
"""Control and format signs: a name is not another one for a sign nobody sees."""
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
NOUGHTS_IN_FRONT = re.compile(r"^0+(?=\d)")


@lru_cache(maxsize=10_000)
def seen(text: str) -> str:
    """What a reader sees of a short text, on one line; of marks without width nothing is left."""
    kept = (sign for sign in text if sign.isspace() or unicodedata.category(sign) not in UNSEEN)
    return one_line("".join(kept))


def folded(text: str) -> str:
    return fold(seen(text))


def folded_number(full_number: str) -> str:
    """*012/KH–CĐGD* and *12/kh-cđgd* are one number."""
    bare = DASHES.sub("-", "".join(folded(full_number).split()))
    return NOUGHTS_IN_FRONT.sub("", bare)


def folded_words(text: str) -> list[str]:
    """The words somebody typed into a search box, as the folded columns hold them."""
    return folded(text).split()


def word_patterns(words: str) -> list[str]:
    """For each word typed, the pattern of that whole word in a folded column.

    *hoa* is not found in *hoach*; *5/KH* is found in *05/KH-CĐGD*.
    """
    return [_whole(word) for word in folded_words(words)]


def _whole(word: str) -> str:
    """Only letters and figures have an edge; both databases read this pattern the same way."""
    before = r"(^|[^0-9a-z])" if word[0].isalnum() else ""
    noughts = "0*" if word[0].isdecimal() else ""
    after = r"($|[^0-9a-z])" if word[-1].isalnum() else ""
    return f"{before}{noughts}{re.escape(word)}{after}"


def set_folds(document: Document) -> list[str]:
    """Fill the folded columns from what is printed; the answer is their names."""
    document.issuer_fold = folded(document.issuer_name)
    document.number_fold = folded_number(document.full_number)
    shown = (
        document.type_name,
        document.full_number,
        document.symbol,
        document.title,
        document.issuer_name,
        document.signer_name,
    )
    document.search_fold = folded(" ".join(shown))
    return ["issuer_fold", "number_fold", "search_fold"]
