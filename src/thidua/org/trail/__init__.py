"""What is done in this room, in the words of its people; each part of the room in its own file."""

from thidua.audit.words import Vocabulary
from thidua.org.trail import accounts, founding, people, personal, rights, units

PARTS = (founding, units, people, accounts, rights, personal)
SENTENCES = {event: said for part in PARTS for event, said in part.SENTENCES.items()}
FIELDS = {field: word for part in PARTS for field, word in part.FIELDS.items()}
THINGS = {model: thing for part in PARTS for model, thing in part.THINGS.items()}
WORDS = Vocabulary(SENTENCES, FIELDS, THINGS)
