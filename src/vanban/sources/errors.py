"""The one way in which reading a file fails."""


class Refused(Exception):
    """The file is not read. The message is one sentence: what happened, why, what to do."""
