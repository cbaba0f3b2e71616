"""One more union below one that is there already."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.core import clock
from thidua.org import actions
from thidua.org.models import UnitKind
from thidua.oversight.keeper import keeper_actor, unit_named


class Command(BaseCommand):
    help = "Thêm một đơn vị (công đoàn cơ sở, tổ công đoàn…) dưới một đơn vị đã có."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--under", required=True, help="tên đơn vị cấp trên trực tiếp")
        parser.add_argument("--name", required=True, help="tên đầy đủ của đơn vị mới")
        parser.add_argument("--kind", default="to", help="loại: to, cdbp, cdcs…")
        parser.add_argument("--symbol", default="TCĐ", help="ký hiệu cơ quan trong số văn bản")
        parser.add_argument("--body", default="TỔ CÔNG ĐOÀN", help="tập thể ký thay mặt")

    def handle(self, *_args: Any, **options: Any) -> None:
        above = unit_named(options["under"])
        kind = UnitKind.objects.filter(code=options["kind"]).first()
        if kind is None:
            codes = ", ".join(UnitKind.objects.values_list("code", flat=True))
            raise CommandError(f"Không có loại “{options['kind']}”. Các loại: {codes}.")
        actions.establish_unit(
            under=above,
            kind=kind,
            naming=actions.Naming(
                name=options["name"],
                short_name=options["name"],
                symbol=options["symbol"],
                place=above.named_on(clock.today()).place,
                body=options["body"],
            ),
            on=clock.today(),
            by=keeper_actor(),
            at=clock.now(),
        )
        self.stdout.write(f"Đã thêm {options['name']} dưới {above}.")
