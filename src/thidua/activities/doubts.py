"""Figures that are allowed but look like a slip of the finger: asked about once."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from thidua.activities.models import Measure
from thidua.core.templatetags.vn import vn_number

TIMES_THE_HEADS = 5
"""So often does nobody take part in one activity."""


def doubts_about(counts: Mapping[Measure, int], headcount: int) -> list[str]:
    """What to ask before these counts are taken, each as one sentence; mostly nothing."""
    if not any(counts.values()):
        return [_("Chưa có con số nào lớn hơn 0 nên hoạt động này không cộng vào báo cáo.")]
    found = (_doubt(measure, value, headcount) for measure, value in counts.items() if value)
    return [sentence for sentence in found if sentence]


def _doubt(measure: Measure, value: int, headcount: int) -> str:
    words = {
        "name": measure.name,
        "value": vn_number(value),
        "unit": measure.unit_name,
        "heads": vn_number(headcount),
    }
    if measure.people and headcount and value > TIMES_THE_HEADS * headcount:
        return (
            _(
                "%(name)s: %(value)s %(unit)s, trong khi đơn vị có %(heads)s đoàn viên. "
                "Số này có đúng không?"
            )
            % words
        )
    if measure.asks_above is not None and value > measure.asks_above:
        return (
            _("%(name)s: %(value)s %(unit)s là rất nhiều cho một hoạt động. Số này có đúng không?")
            % words
        )
    if measure.asks_below is not None and value < measure.asks_below:
        return _("%(name)s: %(value)s %(unit)s là rất ít. Ghi đủ số: 5 triệu là 5.000.000.") % words
    return ""
