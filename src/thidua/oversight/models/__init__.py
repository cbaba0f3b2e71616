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
from thidua.oversight.models.reorganising import GOING, ActTable, Run, RunState, Work

__all__ = [
    "GOING",
    "ActTable",
    "Decision",
    "Import",
    "ImportKind",
    "ImportPart",
    "ImportRow",
    "ImportState",
    "RowState",
    "Run",
    "RunState",
    "Work",
]
