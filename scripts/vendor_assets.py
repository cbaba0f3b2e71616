"""Bring the style sheet, icons, fonts and htmx into the repository, cut to what the templates use.

Needs npm and a package registry; everything else (tests, running) works without either. The same
templates give the same bytes. Run it again after a template uses a new class or icon:
`scripts/check_templates.py` says when.
"""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cut_css import class_names, cut
from scan_templates import ROOT, STATIC, attributes_in_use, classes_in_use, icons_in_use

BROWSER_TESTS = ROOT / "tests/browser/vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """One exact release; `integrity` is the digest the registry publishes for its archive."""

    name: str
    version: str
    licence: str
    integrity: str


TABLER = Package(
    "@tabler/core",
    "1.6.1",
    "MIT",
    "sha512-lgmR9gcxRp5JlLxcmRi9Rz85JrEvH6Bz71KnlcPVSa97wtwQNjgSs3g3fxwbAlulHyRMghhIV04QUuW3pqDsIg==",
)
ICONS = Package(
    "@tabler/icons",
    "3.51.0",
    "MIT",
    "sha512-0pinvPZz7YeX+OSfxuEAbnEPWbocVXW5iU8h5lh41pYG8sZuQfpWECC980lxOT0clGIcNGn8xsBr+zKaRGdA/g==",
)
HTMX = Package(
    "htmx.org",
    "2.0.11",
    "0BSD",
    "sha512-Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA==",
)
FONT = Package(
    "@fontsource/be-vietnam-pro",
    "5.2.8",
    "OFL-1.1",
    "sha512-lqTtfpkAy0GdFH0fqwR0sW4VP+3CNGaQV6SpW2TSZaNmixZMlou+2dp5ErGidrS1MPiDDPfPbfW2i358PVFLZA==",
)
AXE = Package(
    "axe-core",
    "4.14.1",
    "MPL-2.0",
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
)
FONT_FILES = [
    f"be-vietnam-pro-{subset}-{weight}-normal.woff2"
    for weight in (400, 600)
    for subset in ("latin", "vietnamese")
]
OWN_FIGURES = ["fonts/thi-dua-so-400.woff2", "fonts/thi-dua-so-600.woff2"]


def fetch(package: Package, into: Path) -> Path:
    """Unpack the archive of `package` below `into`; refuse one whose digest is another."""
    answer = subprocess.run(
        ["npm", "pack", "--silent", "--json", f"{package.name}@{package.version}"],
        cwd=into,
        check=True,
        capture_output=True,
        text=True,
    )
    archive = into / json.loads(answer.stdout)[0]["filename"]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise SystemExit(f"{package.name} {package.version}: the archive is not the one we know")
    folder = into / archive.stem
    with tarfile.open(archive) as content:
        content.extractall(folder, filter="data")
    return folder / "package"


def put_style_sheet(source: Path) -> list[Path]:
    """Write the cut sheet with the notice its licence asks for, and the licence."""
    whole = (source / "dist/css/tabler.min.css").read_text(encoding="utf-8")
    classes = classes_in_use()
    own = (STATIC / "theme.css").read_text(encoding="utf-8")
    unknown = classes - class_names(whole) - class_names(own)
    if unknown:
        print("classes without a rule:", " ".join(sorted(unknown)))
    notice = f"/*! Tabler {TABLER.version}, MIT, cut to the classes in use; see licences/ */\n"
    target = STATIC / "tabler.min.css"
    sheet = cut(whole, classes=classes, attributes=attributes_in_use(), readers=own)
    target.write_text(f"{notice}{sheet}\n", encoding="utf-8")
    holders = "\n".join(re.findall(r"Copyright .*", whole)[:2])
    terms = (STATIC / "licences/tabler-icons.txt").read_text(encoding="utf-8")
    permission = terms[terms.index("Permission is") :]
    licence = STATIC / "licences/tabler.txt"
    licence.write_text(f"MIT License\n\n{holders}\n\n{permission}", encoding="utf-8")
    return [target]


def put_icons(source: Path) -> list[Path]:
    """Write one sprite; the thickness of the lines is left to the style sheet."""
    symbols = []
    for name in sorted(icons_in_use()):
        drawing = source / f"icons/outline/{name}.svg"
        if not drawing.exists():
            print("no icon is called", name)
            continue
        inner = re.search(r"<svg[^>]*>(.*)</svg>", drawing.read_text(encoding="utf-8"), re.DOTALL)
        paths = re.sub(r'<path stroke="none"[^>]*/>', "", inner[1] if inner else "")
        paths = re.sub(r"\s+/>", "/>", re.sub(r">\s+<", "><", paths.strip()))
        symbols.append(
            f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
            f' stroke-linecap="round" stroke-linejoin="round">{paths}</symbol>'
        )
    target = STATIC / "icons.svg"
    body = "\n".join(symbols)
    target.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n', encoding="utf-8"
    )
    return [target]


def put_fonts(source: Path) -> list[Path]:
    """Copy the four faces; fonts.css and the figure fonts are our own and stay."""
    return [copy(source / "files" / name, STATIC / "fonts" / name) for name in FONT_FILES]


def copy(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return target


def entry(package: Package, licence_file: str, files: list[Path]) -> dict[str, object]:
    """One line of the manifest. Paths count from the static folder; it names no address."""
    return {
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "licence_file": licence_file,
        "archive": package.integrity,
        "files": {path.relative_to(STATIC).as_posix(): sha256(path) for path in files},
    }


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def vendor(work: Path) -> list[dict[str, object]]:
    """Fetch everything, write everything, and return the manifest."""
    licences = STATIC / "licences"
    icons, htmx, font, axe = (fetch(package, work) for package in (ICONS, HTMX, FONT, AXE))
    copy(icons / "LICENSE", licences / "tabler-icons.txt")
    copy(htmx / "LICENSE", licences / "htmx.txt")
    copy(font / "LICENSE", licences / "be-vietnam-pro.txt")
    copy(axe / "LICENSE", BROWSER_TESTS / "axe-licence.txt")
    copy(axe / "axe.min.js", BROWSER_TESTS / "axe.min.js")
    figures = Package("Thi Dua So (digits of Be Vietnam Pro)", FONT.version, FONT.licence, "own")
    return [
        entry(TABLER, "licences/tabler.txt", put_style_sheet(fetch(TABLER, work))),
        entry(ICONS, "licences/tabler-icons.txt", put_icons(icons)),
        entry(
            HTMX,
            "licences/htmx.txt",
            [copy(htmx / "dist/htmx.min.js", STATIC / "htmx.min.js")],
        ),
        entry(FONT, "licences/be-vietnam-pro.txt", put_fonts(font)),
        entry(figures, "licences/be-vietnam-pro.txt", [STATIC / name for name in OWN_FIGURES]),
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        manifest = vendor(Path(folder))
    text = json.dumps({"packages": manifest}, ensure_ascii=False, indent=1)
    (STATIC / "vendor.json").write_text(text + "\n", encoding="utf-8")
    print("static files written; run scripts/check_templates.py")


if __name__ == "__main__":
    main()
