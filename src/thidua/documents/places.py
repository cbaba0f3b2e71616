from thidua.documents.models import Document


def place_of(document: Document) -> str:
    """Where the work on it goes on: the page of what it carries, else its own.

    A plan, an award list or a paper born from a plan hang on documents from rooms above; only their
    address is asked for.
    """
    carried = next((one for name in _CARRIED if (one := getattr(document, name, None))), None)
    return str((carried or document).get_absolute_url())


_CARRIED = ("plan", "award_list", "follow_up")
