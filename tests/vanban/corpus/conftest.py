"""The corpus lives with the bench that measures on it; its modules are found there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "bench" / "reading"))
