"""Lines about posts: which kind, and whether somebody holds it already."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from thidua.core.folded import folded
from thidua.org.models import Post, PostKind
from thidua.org.policies.giving import KEEPERS_ONLY
from thidua.org.rights import Signing
from thidua.oversight.importing.judging import Judged, Outcome, troubled
from thidua.oversight.importing.lines import Line, problem


class Offices:
    """Kinds of posts by what people call them, and the posts that stand."""

    def __init__(self, importer: int | None) -> None:
        self._importer = importer
        self.kinds = {kind.pk: kind for kind in PostKind.objects.order_by("rank", "pk")}
        self._names = {folded(kind.name): kind.pk for kind in self.kinds.values()}
        self._names |= {kind.code: kind.pk for kind in self.kinds.values()}
        self._names |= {
            said: self._names[folded(name)]
            for said, name in ALSO.items()
            if folded(name) in self._names
        }

    def name(self, lines: Sequence[Line]) -> None:
        """Write `kind_id` into the values of each line, or a problem beside them."""
        for line in lines:
            if "post" not in line.values:
                continue
            words = folded(line.values["post"])
            kind = self._names.get(words)
            if kind is None:
                near = [(one.name, one.name) for one in self.kinds.values()]
                said = _("Chưa có chức vụ “%(post)s” trong danh mục.") % line.values
                line.problems.append(problem("post", said, at="post", about=words, near=near))
            else:
                line.values["kind_id"] = str(kind)

    def with_posts(self, judged: Sequence[Judged]) -> list[Judged]:
        """What each line says about holding its post."""
        sound = [one for one in judged if not one.problems]
        units = {int(one.line.values["unit_id"]) for one in sound}
        people = [one.person.pk for one in sound if one.person]
        held: dict[tuple[int, int, int], Post] = {
            (post.person_id, post.unit_id, post.kind_id): post
            for post in Post.objects.filter(person__in=people, unit__in=units).order_by("starts_on")
        }
        heads = Post.objects.filter(
            unit__in=units, kind__signs_as=Signing.HEAD, ends_on=None
        ).select_related("person")
        chairs = {(post.unit_id, post.kind_id): post for post in heads}
        return [one if one.problems else self._post(one, held, chairs) for one in judged]

    def _post(
        self,
        one: Judged,
        held: Mapping[tuple[int, int, int], Post],
        chairs: Mapping[tuple[int, int], Post],
    ) -> Judged:
        values = one.line.values
        unit, kind, until = int(values["unit_id"]), int(values["kind_id"]), values.get("until")
        post = held.get((one.person.pk, unit, kind)) if one.person else None
        if post is not None and post.ends_on is not None and _began(post) != values.get("since"):
            post = None
        if said := self._about_oneself(one, post, self.kinds[kind]):
            return troubled(one.line, [problem("oneself", said, at="post")], one.person)
        if post is not None:
            return _standing(one, post)
        chair = chairs.get((unit, kind))
        if (
            chair is not None
            and not until
            and (one.person is None or chair.person_id != one.person.pk)
        ):
            said = _(
                "%(kind)s của đơn vị này đang là %(who)s. "
                "Hãy ghi người ấy thôi giữ trước, hoặc bỏ dòng này."
            ) % {"kind": chair.kind, "who": chair.person}
            return troubled(one.line, [problem("held", said, at="post")], one.person)
        if one.person is not None:
            one.outcome = Outcome.CHANGED
        return one

    def _about_oneself(self, one: Judged, post: Post | None, kind: PostKind) -> str:
        """Why a list may not say this of its own importer: as where posts are given one by one."""
        if one.person is None or one.person.pk != self._importer:
            return ""
        if post is None and kind.rights:
            return _("Không ai được tự giao cho mình chức vụ có quyền. Hãy nhờ cấp trên giao.")
        ends = post is not None and post.ends_on is None and bool(one.line.values.get("until"))
        if ends and KEEPERS_ONLY & kind.grants():
            return _(
                "Bạn không tự thôi giữ chức vụ quản trị của mình được. Hãy giao chức vụ đó "
                "cho người khác trước."
            )
        return ""


def _began(post: Post) -> str:
    return post.starts_on.isoformat()


def _standing(one: Judged, post: Post) -> Judged:
    """The post is known; the line may say that it ends."""
    until = one.line.values.get("until")
    if post.ends_on is not None or not until:
        one.line.values["stays"] = "1"
        return one
    if until <= _began(post):
        said = _("Ngày thôi giữ chức vụ phải sau ngày bắt đầu giữ.")
        return troubled(one.line, [problem("order", said, at="until")], one.person)
    one.row, one.outcome = post.pk, Outcome.CHANGED
    return one


ALSO = {
    "ct cdcs": "Chủ tịch",
    "chu tich cdcs": "Chủ tịch",
    "chu tich cong doan": "Chủ tịch",
    "ct": "Chủ tịch",
    "pct": "Phó Chủ tịch",
    "pho chu tich cdcs": "Phó Chủ tịch",
    "pho chu tich cong doan": "Phó Chủ tịch",
    "uv bch": "Ủy viên Ban Chấp hành",
    "uy vien bch": "Ủy viên Ban Chấp hành",
    "uy vien": "Ủy viên Ban Chấp hành",
    "uv btv": "Ủy viên Ban Thường vụ",
    "uy vien btv": "Ủy viên Ban Thường vụ",
    "to truong": "Tổ trưởng tổ công đoàn",
    "to truong cong doan": "Tổ trưởng tổ công đoàn",
    "cn ubkt": "Chủ nhiệm Ủy ban Kiểm tra",
    "chu nhiem ubkt": "Chủ nhiệm Ủy ban Kiểm tra",
}
