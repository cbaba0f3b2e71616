from pathlib import Path

PLAN_FOLDER = Path(__file__).parents[2] / "src/thidua/oversight/sample/plans"
