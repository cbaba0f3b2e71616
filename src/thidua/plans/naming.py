"""How papers name a phase and its year. Kept as printed, so always in Vietnamese."""

from thidua.plans.models import Phase, Plan


def year_words(plan: Plan) -> str:
    """*năm 2024*, *năm học 2023-2024*; nothing for a plan without a year or a day."""
    if "-" in plan.year_label:
        return f"năm học {plan.year_label}"
    day = plan.starts_on or plan.document.dated
    label = plan.year_label or (str(day.year) if day else "")
    return f"năm {label}" if label else ""


def phase_words(phase: Phase) -> str:
    """*đợt 1 năm 2024* inside a sentence; a phase that is the whole period is named by its year."""
    name = f"{phase.name[:1].lower()}{phase.name[1:]}"
    year = year_words(phase.plan)
    return year if phase.whole and year else f"{name} {year}".strip()
