"""The table of rights in the reference, written from the code and the kinds of post.

PYTHONPATH=src:tests DJANGO_SETTINGS_MODULE=thidua.config.settings python -m access.rights_page
"""

from pathlib import Path

import django

from access.roles import ROLES
from thidua.org.rights import ENTERING, FROM_ABOVE, TAKEN_OVER, Right

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/rights.md"
HEAD = (
    "| Code | Right | Reaches down | For an ended unit | May be entered for | Kinds of post |",
    "| --- | --- | --- | --- | --- | --- |",
)


def table() -> str:
    return "\n".join((*HEAD, *map(_row, Right))) + "\n"


def page() -> str:
    """The words above the table stay as somebody wrote them."""
    words = PAGE.read_text(encoding="utf-8").partition("| Code |")[0]
    return words + table()


def _row(right: Right) -> str:
    marks = ("yes" if right in some else "" for some in (FROM_ABOVE, TAKEN_OVER, ENTERING))
    kinds = ", ".join(code for code, rights in ROLES.items() if right in rights)
    return f"| `{right}` | {right.label} | {' | '.join(marks)} | {kinds} |"


if __name__ == "__main__":
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
