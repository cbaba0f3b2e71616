"""What the templates use. Read as text, so that a page that is never drawn counts too."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "src/thidua/core/static"
SCRIPTS = ROOT / "scripts"

CLASS_ATTRIBUTE = re.compile(r"""\bclass=(["'])((?:\{%.*?%\}|\{\{.*?\}\}|(?!\1).)*)\1""", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}")
VARIABLE = re.compile(r"\{\{.*?\}\}")
QUOTED = re.compile(r"""["']([^"']*)["']""")
ICON_TAG = re.compile(
    r"""\{%\s*icon\s+(?:["']([a-z0-9-]+)["']|[\w.]+)(?:\s+["']([^"']*)["'])?\s*%\}"""
)
ICON_ARGUMENT = re.compile(r"""\bicon=["']([a-z0-9-]+)["']""")
PYTHON_ICON = re.compile(r"""(?:\bicon\s*=\s*|["']icon["']:\s*)["']([a-z0-9-]+)["']""")
PYTHON_CLASS = re.compile(r"""["']class["']:\s*["']([a-z0-9 -]*)["']""")
DATA_ATTRIBUTE = re.compile(r"\b(data-[a-z-]+)")
HOLE = "\0"


def template_files() -> list[Path]:
    """Every HTML template of every room, in a fixed order."""
    return sorted((ROOT / "src/thidua").glob("*/templates/**/*.html"))


def python_files() -> list[Path]:
    """Every module of the application that may name a class or an icon."""
    return sorted((ROOT / "src/thidua").glob("**/*.py"))


def listed(name: str) -> set[str]:
    """The words of a list in scripts/, without its comments."""
    lines = (SCRIPTS / name).read_text(encoding="utf-8").splitlines()
    return {word for line in lines for word in line.partition("#")[0].split()}


def class_words(text: str) -> Iterator[str]:
    """Each class a template names; a word glued to a variable comes back with a hole in it."""
    for _quote, value in CLASS_ATTRIBUTE.findall(text):
        for variable in VARIABLE.findall(value):
            yield from " ".join(QUOTED.findall(variable)).split()
        yield from TAG.sub(" ", VARIABLE.sub(HOLE, value)).split()
    for _icon, classes in ICON_TAG.findall(text):
        yield from classes.split()


def icon_names(text: str) -> set[str]:
    """Each icon a template names with a literal."""
    drawn = {name for name, _classes in ICON_TAG.findall(text) if name}
    return drawn | set(ICON_ARGUMENT.findall(text))


def classes_in_use() -> set[str]:
    """All classes of all templates and modules, with those listed by hand."""
    found = listed("extra_classes.txt")
    for path in template_files():
        words = class_words(path.read_text(encoding="utf-8"))
        found |= {word for word in words if HOLE not in word}
    for path in python_files():
        for value in PYTHON_CLASS.findall(path.read_text(encoding="utf-8")):
            found |= set(value.split())
    return found


def attributes_in_use() -> set[str]:
    """All data attributes of all templates."""
    texts = (path.read_text(encoding="utf-8") for path in template_files())
    return {name for text in texts for name in DATA_ATTRIBUTE.findall(text)}


def icons_in_use() -> set[str]:
    """All icons of all templates and modules, with those listed by hand."""
    found = listed("extra_icons.txt")
    for path in template_files():
        found |= icon_names(path.read_text(encoding="utf-8"))
    for path in python_files():
        found |= set(PYTHON_ICON.findall(path.read_text(encoding="utf-8")))
    return found
