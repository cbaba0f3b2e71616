"""The size budget: how long files, functions and templates may be."""

import ast
import statistics
import sys
from pathlib import Path

FILE_LIMIT, FUNCTION_LIMIT, TEMPLATE_LIMIT, DEPENDENCY_LIMIT = 400, 40, 150, 35
P90 = {"file": 250, "function": 20, "template": 110}
MEDIAN = {"file": 80, "function": 8, "template": 35}


def main() -> int:
    sources = [path for path in Path("src").rglob("*.py") if "migrations" not in path.parts]
    sources = [path for path in sources if path.read_text(encoding="utf-8").strip()]
    templates = list(Path("src").rglob("*.html"))
    files = {str(path): _lines(path) for path in sources}
    functions = dict(pair for path in sources for pair in _functions(path))
    pages = {str(path): _lines(path) for path in templates}
    problems = [
        *_over("file", files, FILE_LIMIT),
        *_over("function", functions, FUNCTION_LIMIT),
        *_over("template", pages, TEMPLATE_LIMIT),
    ]
    dependencies = _dependencies()
    if dependencies > DEPENDENCY_LIMIT:
        problems.append(f"{dependencies} runtime dependencies, at most {DEPENDENCY_LIMIT}")
    print(f"{dependencies} direct runtime dependencies")
    print("\n".join(problems))
    return 1 if any(problems) else 0


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
    ordered = sorted(sizes.values())
    median, p90 = statistics.median(ordered), ordered[int(len(ordered) * 0.9)]
    print(f"{kind}: {len(ordered)}, median {median:g}, p90 {p90}, longest {ordered[-1]}")
    problems = [
        f"{name}: {size} lines, at most {limit}" for name, size in sizes.items() if size > limit
    ]
    if median > MEDIAN[kind]:
        problems.append(f"median {kind} has {median:g} lines, at most {MEDIAN[kind]}")
    if p90 > P90[kind]:
        problems.append(f"one {kind} in ten has over {P90[kind]} lines ({p90})")
    return problems


def _dependencies() -> int:
    lines = Path("requirements/runtime.in").read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if line.strip() and not line.strip().startswith("#"))


if __name__ == "__main__":
    sys.exit(main())
