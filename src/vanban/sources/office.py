"""Old Word files, RTF and OpenDocument → .docx, by LibreOffice without a screen."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from vanban.sources import limits
from vanban.sources.programs import Bounds, Stopped, path_of, run

_PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {
    "doc": "MS Word 97",
    "rtf": "Rich Text Format",
    "odt": "writer8",
}
_BOUNDS = Bounds(
    seconds=limits.CONVERSION_SECONDS,
    cpu_seconds=limits.CONVERSION_CPU_SECONDS,
    memory=limits.CONVERSION_MEMORY_BYTES,
    writes=limits.ANSWER_BYTES,
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
)
_SETTINGS = (
    ("Security/Scripting", "MacroSecurityLevel", "3"),
    ("Security/Scripting", "DisableMacrosExecution", "true"),
    ("Security/Scripting", "DisableActiveContent", "true"),
    ("Security/Scripting", "DisablePythonRuntime", "true"),
    ("Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Misc", "FirstRun", "false"),
    ("Java", "Enable", "false"),
)
"""Nothing in a document runs, and nothing it links to is fetched."""


def office_program() -> str | None:
    """Where LibreOffice is installed, or ``None``."""
    return next(filter(None, map(path_of, _PROGRAMS)), None)


def as_docx(data: bytes, kind: str, abandoned: Callable[[], bool]) -> bytes:
    """The file as a Word package; raises `Stopped`.

    LibreOffice works in a folder of its own, on a file that we named, with a profile that lasts for
    this one file and forbids macros.
    """
    program = office_program()
    if program is None:
        raise Stopped
    with tempfile.TemporaryDirectory(prefix="vanban-") as made:
        folder = Path(made)
        _write_profile(folder / "profile")
        given = folder / f"document.{kind}"
        given.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            f"--infilter={_FILTERS[kind]}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "out"),
            str(given),
        ]
        run(command, b"", _BOUNDS, abandoned, {"HOME": made, "TMPDIR": made})
        converted = folder / "out" / "document.docx"
        if not converted.is_file() or converted.stat().st_size > limits.FILE_BYTES:
            raise Stopped
        return converted.read_bytes()


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "".join(
        _ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")
