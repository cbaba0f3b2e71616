"""Plans on their way through the units, made by the actions of the rooms."""

from datetime import date

from factories import CHAIR, DAY, NOON, actor_as
from thidua.cascade import actions as cascade
from thidua.cascade.actions import Decision
from thidua.cascade.contents import contents_of
from thidua.cascade.models import Choice, Rollout
from thidua.documents import actions as documents
from thidua.plans import actions as plans
from thidua.plans.actions import PaperHead, ReadyWords, Words
from thidua.plans.models import Plan

WORDS = (
    ("", "Thực hiện chương trình công tác, Ban Thường vụ phát động phong trào thi đua như sau:"),
    ("I.", "MỤC ĐÍCH, YÊU CẦU"),
    ("1.", "Động viên đoàn viên thi đua hoàn thành nhiệm vụ năm 2024."),
    ("II.", "NỘI DUNG THI ĐUA"),
    ("1.", "Chủ đề thi đua"),
    ("", "“Đoàn kết, sáng tạo”"),
    ("2.", "Nội dung thi đua"),
    ("2.1.", "Tuyên truyền nghị quyết đại hội công đoàn các cấp."),
    ("", "Mỗi đơn vị tổ chức ít nhất một buổi học tập."),
    ("2.2.", "Thi đua dạy tốt, học tốt, có nhiều sáng kiến."),
    ("2.3.", "Chăm lo đời sống đoàn viên, người lao động."),
    ("III.", "THỜI GIAN THỰC HIỆN"),
    (
        "1.",
        (
            "Đợt 1 (từ ngày 15/01/2024 đến ngày 31/7/2024): Thi đua chào mừng kỷ niệm 95 năm Ngày "
            "thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2024)."
        ),
    ),
    ("2.", "Đợt 2 (từ ngày 01/8/2024 đến ngày 31/12/2024): Thi đua hoàn thành chỉ tiêu cả năm."),
    ("IV.", "TỔ CHỨC THỰC HIỆN"),
    ("1.", "Các CĐCS báo cáo kết quả về Công đoàn Giáo dục tỉnh sau mỗi đợt thi đua."),
    ("", "Trên đây là kế hoạch phát động phong trào thi đua năm 2024./."),
)
BELOW = "Các CĐCS trực thuộc"


def drafted_plan(unit, lines=(BELOW, "Lưu: VT"), words=WORDS, title="Phát động thi đua năm 2024"):
    chair = actor_as(CHAIR, unit, "Bùi Thanh Tùng")
    name = unit.named_on(DAY)
    return plans.start_plan(
        unit=unit,
        head=PaperHead(
            title=title,
            symbol=f"KH-{name.symbol}",
            place=name.place,
            issuer_name=name.name,
            parent_name="Liên đoàn Lao động tỉnh Ninh Bình",
        ),
        ready=ReadyWords([Words(*one) for one in words], list(lines)),
        by=chair,
        at=NOON,
    )


def issue(plan: Plan, by, dated: date = DAY) -> Plan:
    """Submitted, signed and issued by one person who may do all three."""
    plans.submit_plan(plan=plan, by=by, at=NOON)
    documents.sign_document(document=plan.document, by=by, at=NOON)
    return plans.issue_plan(plan=plan, dated=dated, reserved=None, by=by, at=NOON)


def issued_plan(unit, **parts) -> Plan:
    plan = drafted_plan(unit, **parts)
    issue(plan, actor_as(CHAIR, unit, "Bùi Thanh Tùng"))
    return Plan.objects.select_related("document__unit").get(pk=plan.pk)


def acknowledged(plan, unit, by) -> Rollout:
    return cascade.acknowledge(plan=plan, unit=unit, by=by, at=NOON)


def contents(plan) -> list:
    return contents_of(list(plan.clauses.order_by("position")))


def kept_all(plan) -> list[Decision]:
    return [Decision(content.clause.pk, Choice.KEPT) for content in contents(plan)]


def begun(rollout, by, decisions=None, added=(), **more) -> Plan:
    """The unit's own plan as a draft; everything kept unless `decisions` say otherwise."""
    chosen = kept_all(rollout.plan) if decisions is None else decisions
    return cascade.begin_own_plan(
        rollout=rollout,
        title=rollout.plan.document.title,
        decisions=chosen,
        added=added,
        by=by,
        at=NOON,
        **more,
    )
