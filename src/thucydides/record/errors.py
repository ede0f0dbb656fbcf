"""What can go wrong with a record; each message is one line that says what is wrong and what to do."""


class RecordError(Exception):
    """A record cannot be used as asked; `code` is the exit code that the command line gives for it."""

    code = 3


class MissingError(RecordError):
    """There is no record where one was asked for, or no such revision of it."""

    code = 2


class NewerError(RecordError):
    """The record was written by a newer version of the program."""


class LockedError(RecordError):
    """Another process is writing the record."""


class UnreadableError(RecordError):
    """What lies there is not a record, or parts of it are damaged."""


class UnwritableError(RecordError):
    """The record cannot be written: the disk is full, or the folder does not allow it."""

    code = 4


class RefusedError(RecordError):
    """A value breaks a law of the record: it has no passage, or its passage does not re-read; nothing was saved."""

    code = 5
