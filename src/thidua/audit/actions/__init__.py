"""Everything that writes the trail: deeds, seals, checks."""

from thidua.audit.actions.checking import start_check
from thidua.audit.actions.recording import record
from thidua.audit.actions.retelling import retell
from thidua.audit.actions.sealing import seal_waiting

__all__ = ["record", "retell", "seal_waiting", "start_check"]
