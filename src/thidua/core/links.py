"""Addresses of pages."""

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=10_000)
def path_to(route: str, *args: int | str) -> str:
    """`reverse`, remembered: a list asks for the same fifty addresses at every visit."""
    return reverse(route, args=args)
