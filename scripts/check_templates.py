"""Fail when a template asks for what the pages cannot give, or for what their policy refuses.

Works offline: it looks at the files in the repository only.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator

from cut_css import class_names
from scan_templates import (
    HOLE,
    ROOT,
    STATIC,
    class_words,
    icon_names,
    icons_in_use,
    listed,
    template_files,
)

LONGEST = 150
REFUSED = {
    r"\sstyle\s*=": "style attribute",
    r"<style\b": "style element",
    r"""<[a-z][^<>]*\son[a-z]+\s*=""": "event handler attribute",
    r"<script(?![^>]*\bsrc=)|<script\b[^>]*>\s*[^<\s]": "script with a body",
    r"javascript:": "javascript: address",
    r"\bhx-on\b": "hx-on",
}
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.DOTALL)
FORM = re.compile(r"<form\b(.*?)</form>", re.DOTALL | re.IGNORECASE)
POST = re.compile(r"""\bmethod\s*=\s*["']?post""", re.IGNORECASE)


def faults_of(text: str, *, classes: set[str], icons: set[str]) -> Iterator[str]:
    """Everything that is wrong with one template, in words."""
    if text.count("\n") > LONGEST:
        yield f"{text.count(chr(10))} lines, at most {LONGEST}"
    drawn = COMMENT.sub("", text)
    for pattern, name in REFUSED.items():
        if re.search(pattern, drawn, re.IGNORECASE):
            yield f"{name} is refused"
    yield from _class_faults(drawn, classes)
    for name in sorted(icon_names(drawn) - icons):
        yield f"icon {name} is not in the sprite (run make assets)"
    for form in FORM.findall(drawn):
        if POST.search(form.partition(">")[0]) and "{% csrf_token %}" not in form:
            yield "POST form without {% csrf_token %}"


def _class_faults(text: str, classes: set[str]) -> Iterator[str]:
    for word in sorted(set(class_words(text)) - classes - {HOLE}):
        if HOLE in word:
            yield f"class {word.replace(HOLE, '…')} is put together; write it whole"
        else:
            yield f"class {word} has no rule (run make assets, or it is misspelt)"


def faults_of_static() -> Iterator[str]:
    """Files that differ from the manifest, and icons named in Python that are missing."""
    for package in json.loads((STATIC / "vendor.json").read_text(encoding="utf-8"))["packages"]:
        if not (STATIC / package["licence_file"]).exists():
            yield f"{package['name']}: the licence is missing"
        for name, digest in package["files"].items():
            path = STATIC / name
            if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                yield f"{name} is not the file in vendor.json"
    for name in sorted(icons_in_use() - sprite_icons()):
        yield f"icon {name} is named in the code but not in the sprite (run make assets)"


def sprite_icons() -> set[str]:
    return set(
        re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8"))
    )


def known_classes() -> set[str]:
    """Every class the pages have a rule for, and the few that are listed without one."""
    sheets = (STATIC / "tabler.min.css", STATIC / "theme.css")
    found = listed("extra_classes.txt")
    return found.union(*(class_names(sheet.read_text(encoding="utf-8")) for sheet in sheets))


def all_faults() -> list[str]:
    """One line per fault, `file: fault`."""
    classes, icons = known_classes(), sprite_icons()
    found = []
    for path in template_files():
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        found += [f"{name}: {fault}" for fault in faults_of(text, classes=classes, icons=icons)]
    place = STATIC.relative_to(ROOT).as_posix()
    return found + [f"{place}: {fault}" for fault in faults_of_static()]


def main() -> int:
    faults = all_faults()
    print("\n".join(faults) or f"{len(template_files())} templates, no faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
