# SPDX-License-Identifier: MIT
"""What arguments may be."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Union

if TYPE_CHECKING:
    from typing_extensions import Buffer

    from .periods import Period

    Numbers = Union[Buffer, Iterable[Union[float, None]]]
    Writable = Buffer
    PeriodLike = Union[int, str, Period, datetime.date]
else:
    Numbers = Writable = PeriodLike = Any

RecordLike = Mapping[str, Any]
