"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Sentences

SENTENCES: Sentences = {"quota.set": _("đặt hạn mức lưu trữ tệp của đơn vị")}
