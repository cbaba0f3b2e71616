"""Where passkeys can be used."""


def usable_at(host: str, *, secure: bool) -> bool:
    """Browsers offer passkeys on https and on this very machine, and never for a bare address."""
    name = host.partition(":")[0]
    return name == "localhost" or (secure and not name.replace(".", "").isdigit())
