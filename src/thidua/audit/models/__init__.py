from thidua.audit.models.checks import TrailCheck
from thidua.audit.models.events import AuditEvent
from thidua.audit.models.sealing import SealedBlock, UnsealedEvent

__all__ = ["AuditEvent", "SealedBlock", "TrailCheck", "UnsealedEvent"]
