"""Secrets of second factors lie sealed in the tables: a stolen copy of them opens nothing.

The key is that of the installation. This module is loaded by its name, when somebody first uses a
factor: what it imports is large.
"""

import base64
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


class SealedSecrets(DefaultMFAAdapter):  # type: ignore[misc]  # the library brings no types
    """What allauth asks before it stores a secret, and after it reads one."""

    def encrypt(self, text: str) -> str:
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _seal().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return "Thi Đua"


def _seal() -> MultiFernet:
    """Old keys still open what they closed (`SECRET_KEY_FALLBACKS`)."""
    secrets = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    digests = [sha256(b"thidua.org.second_factor" + secret.encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
