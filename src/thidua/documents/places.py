from thidua.documents.models import Document


def place_of(document: Document) -> str:
    """Where the work on it goes on: the page of the plan it carries, else its own page.

    Plans hang on documents from a room above; only their address is asked for.
    """
    carried = getattr(document, "plan", None)
    return str((carried or document).get_absolute_url())
