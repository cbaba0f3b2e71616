"""What comparing and searching look at: text without case, diacritics and tone placement."""

from thidua.documents.models import Document
from vanban.language.forms import fold, one_line


def folded(text: str) -> str:
    return fold(one_line(text))


def folded_words(text: str) -> list[str]:
    """The words somebody typed into a search box, as the folded columns hold them."""
    return folded(text).split()


def set_folds(document: Document) -> list[str]:
    """Fill the folded columns from what is printed; the answer is their names."""
    document.issuer_fold = folded(document.issuer_name)
    shown = (
        document.type_name,
        document.full_number,
        document.symbol,
        document.title,
        document.issuer_name,
        document.signer_name,
    )
    document.search_fold = folded(" ".join(shown))
    return ["issuer_fold", "search_fold"]
