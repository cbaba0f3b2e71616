"""How a period is called. It is kept as printed on reports, so always in Vietnamese."""

from thidua.plans.models import Phase, Plan
from thidua.plans.naming import phase_words, year_words


def period_name(plan: Plan, phase: Phase | None) -> str:
    """*Báo cáo sơ kết đợt 1 năm 2024*, or *Báo cáo tổng kết phong trào thi đua năm 2024*."""
    if phase is None:
        return f"Báo cáo tổng kết phong trào thi đua {year_words(plan)}".strip()
    return f"Báo cáo sơ kết {phase_words(phase)}"
