"""Deeds with accounts, slips, links, sessions."""

from thidua.audit.words import Fields, Sentences, Thing

SENTENCES: Sentences = {}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {}
