"""Files in an S3-compatible store; read only where a setting asks for it, since it weighs a lot."""

from storages.backends.s3 import S3Storage


class ObjectStorage(S3Storage):  # type: ignore[misc]  # the library brings no types
    """An object appears there whole or not at all.

    A name is the checksum of its bytes, so nothing is renamed, and writing over it is harmless.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 -- as the base says
        return name
