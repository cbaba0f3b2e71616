"""Deeds with units, what they are called, kinds, groupings."""

from thidua.audit.words import Fields, Sentences, Thing

SENTENCES: Sentences = {}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {}
