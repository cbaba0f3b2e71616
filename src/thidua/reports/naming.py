"""How a period is called. It is kept as printed on reports, so always in Vietnamese."""

from thidua.plans.models import Phase, Plan


def period_name(plan: Plan, phase: Phase | None) -> str:
    """*Báo cáo sơ kết đợt 1 năm 2024*, or *Báo cáo tổng kết phong trào thi đua năm 2024*."""
    when = _year(plan)
    if phase is None:
        return f"Báo cáo tổng kết phong trào thi đua {when}".strip()
    return f"Báo cáo sơ kết {phase.name[:1].lower()}{phase.name[1:]} {when}".strip()


def _year(plan: Plan) -> str:
    if "-" in plan.year_label:
        return f"năm học {plan.year_label}"
    day = plan.starts_on or plan.document.dated
    label = plan.year_label or (str(day.year) if day else "")
    return f"năm {label}" if label else ""
