"""Plans, the files they are read from, what officers taught the reader, papers born from a plan."""

from thidua.plans.models.batch import LOST, Batch, BatchFile, FileState
from thidua.plans.models.born import FollowUp, FollowUpKind, MoveNote, NoteState
from thidua.plans.models.example import Example
from thidua.plans.models.plan import (
    PARTS,
    Citation,
    Clause,
    Commemoration,
    Duty,
    Phase,
    Plan,
    Target,
)

__all__ = [
    "LOST",
    "PARTS",
    "Batch",
    "BatchFile",
    "Citation",
    "Clause",
    "Commemoration",
    "Duty",
    "Example",
    "FileState",
    "FollowUp",
    "FollowUpKind",
    "MoveNote",
    "NoteState",
    "Phase",
    "Plan",
    "Target",
]
