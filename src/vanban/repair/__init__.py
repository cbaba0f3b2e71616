"""Repair of text that was recognised with the wrong language. Plain Python and trained tables."""

from vanban.repair.counts import Counts, count
from vanban.repair.detect import damaged_stretches
from vanban.repair.model import Repair, RepairedWord
from vanban.repair.repair import repair

__all__ = ["Counts", "Repair", "RepairedWord", "count", "damaged_stretches", "repair"]
