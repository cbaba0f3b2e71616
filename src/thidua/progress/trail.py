"""What is done in this room, in the words of its people."""

from django.utils.translation import ngettext

from thidua.audit.words import Sentences, Told
from thidua.progress.models import Step


def _reminded(data: Told) -> str:
    units = data.get("units", [])
    step = Step(data["step"]).label if data["step"] in Step.values else data["step"]
    told = ngettext(
        "nhắc %(count)s đơn vị về bước “%(step)s”: %(names)s",
        "nhắc %(count)s đơn vị về bước “%(step)s”: %(names)s",
        len(units),
    )
    return told % {"count": len(units), "step": step, "names": ", ".join(units)}


SENTENCES: Sentences = {"progress.reminded": _reminded}
