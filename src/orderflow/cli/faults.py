"""What went wrong, in one sentence, and the exit code that goes with it.

0 done; 1 asked for in the right way, but refused, failed, or the record cannot be read; 2 wrong
use: the command line names something that is not there or is not well formed. A command that
catches an error here never shows a traceback for it.
"""

from __future__ import annotations

from typing import Final

DONE: Final = 0
FAILED: Final = 1
WRONG_USE: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141
"""As a shell counts a process that a closed pipe ended, so that `pipefail` sees what it expects."""


class WrongUse(Exception):
    """The command line asks for something that is not there or is not well formed."""


class NoAnswer(Exception):
    """What was asked for in the right way cannot be answered."""


def told(error: Exception) -> tuple[str, int]:
    """Return the sentence and the exit code for an error."""
    from orderflow import errors

    match error:
        case WrongUse():
            return str(error), WRONG_USE
        case NoAnswer():
            return str(error), FAILED
        case errors.CommandRejected():
            return f"refused: {error.sentence} [{error.code}]", FAILED
        case (
            errors.OrderNotFound()
            | errors.UnknownRegime()
            | errors.CaseFileError()
            | errors.RegimeFileError()
            | errors.NotAnEventLog()
            | errors.MixedClock()
        ):
            return str(error), WRONG_USE
        case errors.OrderflowError():
            return str(error), FAILED
        case FileNotFoundError():
            return f"no such file: '{error.filename}'", WRONG_USE
        case OSError():
            reason = error.strerror or type(error).__name__
            return (f"'{error.filename}': {reason}" if error.filename else reason), FAILED
        case _:
            return (
                (
                    f"a defect of orderflow ({type(error).__name__}); please report it."
                    " With ORDERFLOW_DEBUG=1 it shows where."
                ),
                FAILED,
            )
