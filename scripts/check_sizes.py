"""The size budget: how long files, functions and templates may be.

Tests keep the limits; the medians are those of the application alone.
"""

import ast
import statistics
import sys
from pathlib import Path

FILE_LIMIT, FUNCTION_LIMIT, TEMPLATE_LIMIT, DEPENDENCY_LIMIT = 400, 40, 150, 35
P90 = {"file": 250, "function": 20, "template": 110}
MEDIAN = {"file": 80, "function": 8, "template": 35}


def main() -> int:
    sources, tests = _python("src"), _python("tests")
    templates = list(Path("src").rglob("*.html"))
    files = {str(path): _lines(path) for path in sources}
    functions = dict(pair for path in sources for pair in _functions(path))
    pages = {str(path): _lines(path) for path in templates}
    test_files = {str(path): _lines(path) for path in tests}
    test_functions = dict(pair for path in tests for pair in _functions(path))
    problems = [
        *_over("file", files, FILE_LIMIT),
        *_over("function", functions, FUNCTION_LIMIT),
        *_over("template", pages, TEMPLATE_LIMIT),
        *_longer("test file", test_files, FILE_LIMIT),
        *_longer("test function", test_functions, FUNCTION_LIMIT),
    ]
    dependencies = _dependencies()
    if dependencies > DEPENDENCY_LIMIT:
        problems.append(f"{dependencies} runtime dependencies, at most {DEPENDENCY_LIMIT}")
    print(f"{dependencies} direct runtime dependencies")
    print("\n".join(problems))
    return 1 if any(problems) else 0


def _python(folder: str) -> list[Path]:
    paths = [path for path in Path(folder).rglob("*.py") if "migrations" not in path.parts]
    return [path for path in paths if path.read_text(encoding="utf-8").strip()]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (f"{path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def _over(kind: str, sizes: dict[str, int], limit: int) -> list[str]:
    if not sizes:
        return []
    problems = _longer(kind, sizes, limit)
    median, p90 = _middle(sizes)
    if median > MEDIAN[kind]:
        problems.append(f"median {kind} has {median:g} lines, at most {MEDIAN[kind]}")
    if p90 > P90[kind]:
        problems.append(f"one {kind} in ten has over {P90[kind]} lines ({p90})")
    return problems


def _longer(kind: str, sizes: dict[str, int], limit: int) -> list[str]:
    median, p90 = _middle(sizes)
    longest = max(sizes.values())
    print(f"{kind}: {len(sizes)}, median {median:g}, p90 {p90}, longest {longest}")
    return [
        f"{name}: {size} lines, at most {limit}" for name, size in sizes.items() if size > limit
    ]


def _middle(sizes: dict[str, int]) -> tuple[float, int]:
    ordered = sorted(sizes.values())
    return statistics.median(ordered), ordered[int(len(ordered) * 0.9)]


def _dependencies() -> int:
    lines = Path("requirements/runtime.in").read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if line.strip() and not line.strip().startswith("#"))


if __name__ == "__main__":
    sys.exit(main())
