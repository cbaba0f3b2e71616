"""Names of people in the order in which Vietnamese lists put them."""

from thidua.core.folded import AlphabeticalField, FoldedField, alphabetical, folded


def given_first(name: str) -> str:
    """*Nguyễn Thị Hoa* as *hoa nguyen thi*: the given name stands last and is searched first."""
    return _last_first(folded(name))


def list_order(name: str) -> str:
    """The place of a person in a list: by given name, then family and middle names."""
    return alphabetical(_last_first(name))


class GivenFirstField(FoldedField):
    """A folded column that begins with the given name: people are searched by it."""

    def made_of(self, text: str) -> str:
        return given_first(text)


class ListOrderField(AlphabeticalField):
    """The place of a person in a list of the Vietnamese alphabet, by given name."""

    def made_of(self, text: str) -> str:
        return list_order(text)[: self.max_length]


def _last_first(name: str) -> str:
    words = name.split()
    return " ".join(words[-1:] + words[:-1])
