"""What the keeper's pages keep of their own."""

from thidua.oversight.models.importing import (
    Decision,
    Import,
    ImportKind,
    ImportPart,
    ImportRow,
    ImportState,
    RowState,
)

__all__ = [
    "Decision",
    "Import",
    "ImportKind",
    "ImportPart",
    "ImportRow",
    "ImportState",
    "RowState",
]
