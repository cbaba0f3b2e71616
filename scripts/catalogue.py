"""The English catalogue: `update` gathers the strings, `check` says whether English is complete.

Gathering needs GNU gettext; checking and compiling need only Python. The compiled catalogue is kept
beside its source, so that running the application needs neither. The Vietnamese catalogue is
written by hand: it holds only sentences of Django that Django does not say in Vietnamese.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

SOURCE = Path("src/thidua")
CATALOGUE = SOURCE / "locale/en/LC_MESSAGES/django.po"
COMPILED = CATALOGUE.with_suffix(".mo")
OF_DJANGO = SOURCE / "locale/vi/LC_MESSAGES/django.po"


def gather(into: Path) -> polib.POFile:
    """Every string of the sources and templates, in the order of the files."""
    command = ["django-admin", "makemessages", "--locale=en", "--no-obsolete", "--no-wrap"]
    program = Path(sys.executable).with_name(command[0])
    (into / "locale").mkdir()
    for folder in sorted(path for path in SOURCE.iterdir() if path.is_dir()):
        if folder.name not in {"locale", "__pycache__"}:
            (into / folder.name).symlink_to(folder.resolve())
    arguments = [*command[1:], "--symlinks", "--add-location=file"]
    subprocess.run([str(program), *arguments], cwd=into, check=True, stdout=subprocess.DEVNULL)
    return polib.pofile(str(into / "locale/en/LC_MESSAGES/django.po"))


def merged() -> polib.POFile:
    """The gathered strings with the translations that are known."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = gather(Path(folder))
    known = {}
    if CATALOGUE.exists():
        known = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(CATALOGUE))}
    for entry in fresh:
        old = known.get((entry.msgctxt, entry.msgid))
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.msgstr, entry.msgstr_plural = "", dict.fromkeys(entry.msgstr_plural, "")
        if old is not None:
            entry.msgstr = old.msgstr
            entry.msgstr_plural = old.msgstr_plural or entry.msgstr_plural
    fresh.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": "en",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return fresh


def update() -> int:
    fresh = merged()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(CATALOGUE))
    fresh.save_as_mofile(str(COMPILED))
    polib.pofile(str(OF_DJANGO)).save_as_mofile(str(OF_DJANGO.with_suffix(".mo")))
    print(f"{len(fresh)} strings, {len(fresh.untranslated_entries())} without English")
    return 0


def check() -> int:
    kept, fresh = polib.pofile(str(CATALOGUE)), merged()
    problems = [f"not in English: {entry.msgid}" for entry in kept.untranslated_entries()]
    problems += [f"doubtful: {entry.msgid}" for entry in kept.fuzzy_entries()]
    have, want = ({(e.msgctxt, e.msgid) for e in po} for po in (kept, fresh))
    problems += [
        f"not gathered (make messages): {msgid}" for _, msgid in sorted(want - have, key=str)
    ]
    problems += [
        f"no longer used (make messages): {msgid}" for _, msgid in sorted(have - want, key=str)
    ]
    problems += [
        f"gathering does not know this name of gettext: {line}" for line in _unknown_names()
    ]
    if not COMPILED.exists() or polib.mofile(str(COMPILED)).percent_translated() != 100:
        problems.append("the compiled catalogue is missing or old (make messages)")
    if not _compiled(OF_DJANGO):
        problems.append("the compiled Vietnamese catalogue is missing or old (make messages)")
    print("\n".join(problems) or f"{len(kept)} strings, all in English")
    return 1 if problems else 0


def _unknown_names() -> list[str]:
    """Imports under a name of our own: what is marked with it would never be gathered."""
    alias = re.compile(r"^from django\.utils\.translation import \w+ as (?!_$)\w+$", re.MULTILINE)
    return [
        f"{path}: {found[0]}"
        for path in sorted(SOURCE.rglob("*.py"))
        for found in alias.finditer(path.read_text(encoding="utf-8"))
    ]


def _compiled(source: Path) -> bool:
    """Does the compiled catalogue say what its source says?"""
    compiled = source.with_suffix(".mo")
    if not compiled.exists():
        return False
    known = {entry.msgid: entry.msgstr for entry in polib.mofile(str(compiled))}
    return known == {entry.msgid: entry.msgstr for entry in polib.pofile(str(source))}


if __name__ == "__main__":
    sys.exit({"update": update, "check": check}[sys.argv[1]]())
