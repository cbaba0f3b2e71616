"""The last way in: whoever runs the machine takes a second factor away."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.core import clock
from thidua.org.actions.recovering import remove_on_the_server
from thidua.org.models import User


class Command(BaseCommand):
    help = "Gỡ xác thực hai lớp của một tài khoản khi không còn đủ hai cán bộ để khôi phục."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="tên đăng nhập")
        parser.add_argument("--reason", required=True, help="lý do, ghi vào nhật ký")

    def handle(self, *_args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"Không có tài khoản “{options['username']}”.")
        if not remove_on_the_server(user=user, reason=options["reason"], at=clock.now()):
            raise CommandError(f"{user} chưa bật xác thực hai lớp.")
        self.stdout.write(f"Đã gỡ xác thực hai lớp của {user}. Mật khẩu giữ nguyên.")
