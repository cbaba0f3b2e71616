"""The issuers this installation trusts, as the settings name them."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Provider:
    """`label` stands on the button; without a secret the client is a public one."""

    name: str
    issuer: str
    client_id: str
    client_secret: str
    label: str


def providers() -> list[Provider]:
    return [Provider(name, **values) for name, values in settings.OIDC_PROVIDERS.items()]


def provider_called(name: str) -> Provider | None:
    return next((one for one in providers() if one.name == name), None)


def label_of(issuer: str) -> str:
    """What people call an issuer; its address where it is no longer in the settings."""
    return next((one.label for one in providers() if one.issuer == issuer), issuer)
