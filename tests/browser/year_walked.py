"""The year that the people of the journey walk through: who they are, where they have got to."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from browser.conftest import Visitor

PLAN = "Kế hoạch số 01/KH-CĐGD"


@dataclass
class Year:
    """Two screens of officials, and two phones without an account: a member's and a stranger's."""

    office: Visitor
    phone: Visitor
    member: Visitor
    stranger: Visitor
    data: Path
    kept: dict[str, str] = field(default_factory=dict)
    """Addresses and codes that a later chapter comes back to."""

    def turns_to(self, day: date) -> None:
        """The assumed day of the installation, for every process at once."""
        (self.data / "sample-day").write_text(day.isoformat(), encoding="ascii")


def photo(width: int = 1200, height: int = 900) -> dict[str, object]:
    """A picture as a phone hands it over."""
    kept = BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(kept, "JPEG")
    return {"name": "IMG_2024.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}
