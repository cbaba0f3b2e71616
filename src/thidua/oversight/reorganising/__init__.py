"""Decisions about the organisation: what they would do in every room, and doing it."""
