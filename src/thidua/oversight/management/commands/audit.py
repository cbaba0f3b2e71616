"""The seals of the trail: seal what waits, or look whether everything is as it was sealed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.audit.actions import seal_waiting
from thidua.audit.queries import Verified, verify
from thidua.core import clock
from thidua.core.templatetags.vn import vn_number
from thidua.oversight.seal_words import fault_sentence


class Command(BaseCommand):
    help = "Niêm phong nhật ký (seal) hoặc kiểm tra niêm phong (verify)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["seal", "verify"])

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["what"] == "seal":
            sealed = seal_waiting(at=clock.now())
            self.stdout.write(f"Đã niêm phong {vn_number(sealed)} dòng nhật ký.")
        else:
            self._verify()

    def _verify(self) -> None:
        shown = -1

        def tell(done: int, total: int) -> None:
            nonlocal shown
            tenth = done * 10 // max(total, 1)
            if tenth != shown:
                shown = tenth
                self.stderr.write(f"Đã xem {vn_number(done)} trong {vn_number(total)} dòng.")

        found = verify(tell)
        self.stdout.write(_summary(found))
        for fault in found.faults:
            self.stdout.write(fault_sentence(fault))
        if found.count:
            raise CommandError(f"Nhật ký không còn nguyên vẹn: {vn_number(found.count)} chỗ sai.")
        self.stdout.write("Nhật ký nguyên vẹn.")


def _summary(found: Verified) -> str:
    last = f" Mã niêm phong cuối: {found.last_hash}" if found.last_hash else ""
    return (
        f"{vn_number(found.blocks)} khối, {vn_number(found.sealed)} dòng đã niêm phong, "
        f"{vn_number(found.unsealed)} dòng chờ niêm phong.{last}"
    )
