"""What is typed about a term of office, handed from the form to the action."""

from datetime import date
from typing import TypedDict

from thidua.org.models import Body


class TermFacts(TypedDict):
    """The columns of a `Term` that are typed."""

    body: Body
    ordinal: int
    from_year: int
    to_year: int
    congress_on: date | None
    decision: str
