"""Kept files in an S3-compatible store: the same promises as on a disk."""

import pytest
from django.core.files.storage import default_storage
from moto import mock_aws

from factories import NOON
from thidua.files.actions import keep
from thidua.files.models import StoredFile
from thidua.files.queries import Damaged, content_of
from thidua.files.sweeping import sweep

pytestmark = pytest.mark.django_db
BUCKET = "kho-thi-dua"


@pytest.fixture(autouse=True)
def store(settings, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "thu")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "thu")
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "thidua.files.object_store.ObjectStorage",
            "OPTIONS": {"bucket_name": BUCKET, "region_name": "us-east-1"},
        }
    }
    with mock_aws():
        bucket = default_storage.connection.create_bucket(Bucket=BUCKET)
        yield bucket


def kept(data=b"to giay"):
    return keep(data=data, media_type="text/plain", unit=None, at=NOON)


def test_bytes_come_back_as_they_were_kept(store):
    assert content_of(kept()) == b"to giay"
    assert [one.key for one in store.objects.all()] == [StoredFile.objects.get().path]


def test_the_same_bytes_are_kept_once(store):
    assert kept() == kept()
    assert len(list(store.objects.all())) == 1


def test_damaged_bytes_are_never_handed_out(store):
    stored = kept()
    store.put_object(Key=stored.path, Body=b"sai")

    with pytest.raises(Damaged, match="bị hỏng"):
        content_of(stored)


def test_a_lost_object_is_said_plainly(store):
    stored = kept()
    store.Object(stored.path).delete()

    with pytest.raises(Damaged, match="Không còn tệp này"):
        content_of(stored)


def test_what_came_lately_is_not_swept(store):
    kept()
    StoredFile.objects.all().delete()

    assert sweep().files == 0
    assert len(list(store.objects.all())) == 1
