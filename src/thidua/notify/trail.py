"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Sentences, Thing

SENTENCES: Sentences = {"mail.resent": _("gửi lại thư cho %(to)s")}
THINGS = {"notify.outboxmail": Thing(_("Thư gửi đi"))}
