from thidua.documents.models import Document


def place_of(document: Document) -> str:
    """Where the work on it goes on: the page of the plan or award list it carries, else its own.

    Both hang on documents from rooms above; only their address is asked for.
    """
    carried = getattr(document, "plan", None) or getattr(document, "award_list", None)
    return str((carried or document).get_absolute_url())
