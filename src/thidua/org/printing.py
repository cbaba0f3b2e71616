"""What stands on slips and on sheets of links, in Vietnamese whatever the screen's language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils import timezone

from thidua.core.dated import in_force
from thidua.org.actor import Actor
from thidua.org.codes import shown
from thidua.org.models import OneTimeLink, Post, Slip, User
from vanban.writing.codes import write_codes
from vanban.writing.slips import PaperSlip, write_slips

ONCE = "Không chụp, không chuyển cho người khác. Mất phiếu thì báo ngay nơi phát để hủy."


def slip_sheet(slips: Iterable[Slip], codes: Mapping[int, str], address: str, day: date) -> bytes:
    """The slips of one batch as PDF; those whose code is not known any more are left out."""
    rows = [slip for slip in slips if slip.pk in codes]
    titles = _titles([slip.user.person_id for slip in rows], day)
    typed = address.partition("://")[2].rstrip("/")
    return write_slips(
        "Phiếu nhận tài khoản",
        [
            PaperSlip(
                issuer=slip.batch.unit.name,
                title="Phiếu nhận tài khoản",
                name=str(slip.user),
                post=_placed(slip, titles.get((slip.user.person_id, slip.unit_id), "")),
                rows=(
                    ("Tên đăng nhập", slip.user.username),
                    ("Mã dùng một lần", shown(codes[slip.pk])),
                ),
                steps=(
                    f"Mở {typed} hoặc quét mã vuông.",
                    "Gõ tên đăng nhập và mã, rồi tự đặt mật khẩu.",
                    "Từ lần sau đăng nhập bằng mật khẩu của mình.",
                ),
                note=f"Dùng một lần, đến {_day(slip)}. {ONCE}",
                address=f"{address}?u={slip.user.username}",
            )
            for slip in rows
        ],
    )


def _placed(slip: Slip, title: str) -> str:
    """The post, and its unit where it is another one than that above it."""
    unit = "" if slip.unit_id == slip.batch.unit_id else slip.unit.name
    return ", ".join(filter(None, [title, unit]))


def link_sheet(
    links: Iterable[OneTimeLink], codes: Mapping[int, str], address: str, title: str
) -> bytes:
    """Links with their QR codes as PDF, eight to a page."""
    rows = [link for link in links if link.pk in codes]
    bare = address.partition("://")[2]
    return write_slips(
        title,
        [
            PaperSlip(
                issuer=link.unit.name,
                title=title,
                name=link.person.name,
                post="",
                rows=(("Mã", shown(codes[link.pk])),),
                steps=(
                    f"Quét mã vuông, hoặc mở {bare.rstrip('/')} rồi gõ mã.",
                    "Không cần tài khoản.",
                ),
                note=f"Dùng đến {_day(link)}. {ONCE}",
                address=f"{address}{codes[link.pk].lower()}/",
            )
            for link in rows
        ],
    )


def _day(row: Slip | OneTimeLink) -> str:
    return f"hết ngày {timezone.localtime(row.expires_at):%d/%m/%Y}"


def _titles(persons: list[int | None], day: date) -> dict[tuple[int | None, int], str]:
    """The posts of these persons by person and unit, the highest of each."""
    posts = Post.objects.filter(in_force(day), person__in=persons).select_related("kind")
    ranked = posts.order_by("-kind__rank", "-pk")
    return {(post.person_id, post.unit_id): post.kind.name for post in ranked}


def codes_sheet(user: User, actor: Actor, codes: Sequence[str]) -> bytes:
    """Recovery codes of one account as a page of A4."""
    return write_codes(
        title="Mã dự phòng đăng nhập",
        issuer=actor.posts[0].seat if actor.posts else "",
        rows=(
            ("Họ và tên", str(user)),
            ("Tên đăng nhập", user.username),
            ("Ngày lập", f"{actor.day:%d/%m/%Y}"),
        ),
        codes=codes,
        steps=(
            "Khi không có điện thoại, gõ một mã thay cho 6 chữ số của ứng dụng.",
            "Mỗi mã dùng một lần. Dùng xong thì gạch đi.",
            "Cất như cất con dấu: không chụp ảnh, không để cạnh mật khẩu.",
            "Mất tờ này thì đăng nhập, mở Bảo mật tài khoản và lập mã mới.",
        ),
    )
