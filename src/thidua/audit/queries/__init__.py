"""Questions about the trail. Nothing here writes."""

from thidua.audit.queries.trail import last_event_id, trail_of
from thidua.audit.queries.verifying import Fault, FaultKind, Verified, verify

__all__ = ["Fault", "FaultKind", "Verified", "last_event_id", "trail_of", "verify"]
