import hashlib

import pytest

from documents.papers import drafted, entered, issued
from factories import CLERK, COMMITTEE, NOON, OFFICER, actor_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.core.sizes import size_words
from thidua.documents import actions, queries
from thidua.documents.models import DocumentFile, FileRole
from thidua.documents.scans import media_type_of
from thidua.files.queries import content_of

PDF = b"%PDF-1.7 stamped"


def put(paper, by, data=PDF, role=FileRole.STAMPED, name="ban-quet.pdf"):
    return actions.attach(
        document=paper,
        data=data,
        name=name,
        role=role,
        media_type="application/pdf",
        by=by,
        at=NOON,
    )


def test_an_original_is_kept_byte_for_byte_and_found_by_its_checksum(province):
    paper = drafted(province)

    held = put(paper, actor_as(OFFICER, province), role=FileRole.ORIGINAL)

    assert content_of(held.file) == PDF
    assert queries.same_file(province, hashlib.sha256(PDF).hexdigest()) == paper


def test_the_same_original_is_kept_once_per_unit(province, workplace):
    paper = drafted(province)
    officer = actor_as(OFFICER, province)
    put(paper, officer, role=FileRole.ORIGINAL)

    with pytest.raises(DomainError, match="Tệp này đã có trong đơn vị: Kế hoạch"):
        put(drafted(province), officer, role=FileRole.ORIGINAL)
    put(drafted(workplace), actor_as(OFFICER, workplace), role=FileRole.ORIGINAL)

    assert DocumentFile.objects.filter(unit=province).count() == 1


def test_a_file_that_is_there_is_not_replaced(province):
    paper = issued(province)
    clerk = actor_as(CLERK, province)
    put(paper, clerk, role=FileRole.PDF)

    with pytest.raises(DomainError, match="không thay được"):
        put(paper, clerk, data=b"%PDF-2", role=FileRole.PDF)

    assert content_of(paper.files.get().file) == PDF


def test_a_stamped_scan_may_be_scanned_better_and_the_trail_knows_the_first(province):
    paper = issued(province)
    clerk = actor_as(CLERK, province)
    put(paper, clerk)

    put(paper, clerk, data=b"%PDF-1.7 straight")

    assert content_of(paper.files.get().file) == b"%PDF-1.7 straight"
    event = AuditEvent.objects.filter(type="document.attached").latest("pk")
    assert event.data["replaces"] == hashlib.sha256(PDF).hexdigest()


@pytest.mark.parametrize(
    ("make", "post", "error", "reason"),
    [
        (drafted, CLERK, DomainError, "đã ban hành"),
        (issued, COMMITTEE, Denied, "giữ văn bản"),
    ],
)
def test_a_stamped_scan_belongs_to_an_issued_paper_of_ones_own(province, make, post, error, reason):
    paper = make(province)

    with pytest.raises(error, match=reason):
        put(paper, actor_as(post, province))

    assert not DocumentFile.objects.exists()


def test_the_stamped_original_of_an_entered_paper_can_be_added(province):
    paper = entered(province, number=1, full_number="01/KH-CĐGD")

    assert put(paper, actor_as(OFFICER, province)).role == "stamped"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "application/pdf"),
        (b"\xff\xd8\xff\xe0JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\nIHDR", "image/png"),
        (b"MZ\x90", ""),
        (b"", ""),
    ],
)
def test_a_scan_is_known_by_its_first_bytes(data, kind):
    assert media_type_of(data) == kind


@pytest.mark.parametrize(
    ("size", "words"), [(10, "1 KB"), (340 * 1024, "340 KB"), (1_258_291, "1,2 MB")]
)
def test_sizes_are_told_in_words(size, words):
    assert size_words(size) == words
