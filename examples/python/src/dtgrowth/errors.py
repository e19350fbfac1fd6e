# SPDX-License-Identifier: MIT
"""Failures of calls, by class."""

from __future__ import annotations

from . import c


class Error(ValueError):
    """A call that failed. The message names the argument and its value."""

    def __init__(self, message: str, status: str = "", index: int = -1) -> None:
        super().__init__(message)
        #: The name of the status, such as ``"DT_E_LAG"``.
        self.status = status
        #: The element or character at fault, or -1.
        self.index = index

    def __reduce__(self) -> tuple[type[Error], tuple[str, str, int]]:
        return type(self), (str(self), self.status, self.index)


class ArgumentError(Error):
    """An argument of the call."""


class UnitError(Error):
    """What the numbers are: units that must agree, and do not."""


class PeriodError(Error):
    """A frequency, a period or a date."""


class TextError(Error):
    """A text that is read."""


class RangeError(Error):
    """A value outside of what is possible."""


for _class in (ArgumentError, UnitError, PeriodError, TextError, RangeError):
    c._use(_class.__name__, _class)
