from thidua.audit.models.checks import TrailCheck
from thidua.audit.models.events import AuditEvent
from thidua.audit.models.retelling import RetoldEvent
from thidua.audit.models.sealing import SealedBlock, UnsealedEvent

__all__ = ["AuditEvent", "RetoldEvent", "SealedBlock", "TrailCheck", "UnsealedEvent"]
