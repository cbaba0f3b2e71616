"""What the keeper's pages keep of their own."""

from thidua.oversight.models.anonymising import Anonymising, AnonymisingState
from thidua.oversight.models.breaches import Breach
from thidua.oversight.models.consents import Consent, ConsentText
from thidua.oversight.models.importing import (
    LEAVE,
    Decision,
    Import,
    ImportKind,
    ImportMending,
    ImportPart,
    ImportRow,
    ImportState,
    RowState,
)
from thidua.oversight.models.person_exports import PersonExport
from thidua.oversight.models.personal_data import Channel, DataRequest, Deadline, Wish, WishState
from thidua.oversight.models.reorganising import GOING, ActTable, Run, RunState, Work
from thidua.oversight.models.retention import Afterwards, Deletion, RecordGroup, RetentionRule

__all__ = [
    "GOING",
    "LEAVE",
    "ActTable",
    "Afterwards",
    "Anonymising",
    "AnonymisingState",
    "Breach",
    "Channel",
    "Consent",
    "ConsentText",
    "DataRequest",
    "Deadline",
    "Decision",
    "Deletion",
    "Import",
    "ImportKind",
    "ImportMending",
    "ImportPart",
    "ImportRow",
    "ImportState",
    "PersonExport",
    "RecordGroup",
    "RetentionRule",
    "RowState",
    "Run",
    "RunState",
    "Wish",
    "WishState",
    "Work",
]
