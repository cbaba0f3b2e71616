"""The ways in which reading a file ends without a text."""


class Refused(Exception):
    """The file is not read. The message is one sentence: what happened, why, what to do."""


class Cancelled(Exception):
    """Whoever asked for the text did not want to wait for it any longer."""
