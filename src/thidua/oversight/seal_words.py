"""What a check of the seals found, in sentences that name the row."""

from django.utils.translation import gettext as _

from thidua.audit.models import AuditEvent
from thidua.audit.queries import Fault, FaultKind
from thidua.audit.words import as_told, deed_of, moment
from thidua.core.templatetags.vn import vn_number
from thidua.oversight.trail import WORDS


def fault_sentence(fault: Fault, *, tell: bool = True) -> str:
    """One fault; with `tell`, the row as it reads now, if it is still there."""
    if fault.kind == FaultKind.BLOCK:
        return _("Khối %(number)s %(what)s.") % {
            "number": vn_number(fault.number),
            "what": fault.kind.label,
        }
    event = AuditEvent.objects.filter(pk=fault.number).first() if tell else None
    words = {"number": fault.number, "what": fault.kind.label}
    if event is None:
        return _("Dòng %(number)s %(what)s.") % words
    event = as_told(event)
    told = {"at": moment(event.at), "who": event.actor_name or event.actor}
    told["deed"] = deed_of(event, WORDS)
    return _("Dòng %(number)s %(what)s. Hiện ghi: %(at)s, %(who)s %(deed)s.") % (words | told)
