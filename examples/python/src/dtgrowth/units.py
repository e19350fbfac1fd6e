# SPDX-License-Identifier: MIT
"""What numbers are: flows or stocks, of which currency, at which prices."""

from __future__ import annotations

from typing import Any

from . import c
from ._types import PeriodLike
from .errors import PeriodError
from .periods import Period, frequency_number, ordinal_of
from .records import SeriesUnit


class Unit(SeriesUnit):
    """What the numbers of a series are.

    >>> import dtgrowth as dg
    >>> usd = dg.Unit(kind="flow", currency="USD", scale=12, trade="exports")
    >>> usd
    Unit('flow, USD, 10^12, exports')
    >>> dg.series([4.59], "2020", "A", unit=usd).unit.currency
    'USD'

    What is not stated agrees with anything; two stated members that differ make
    a comparison fail with a :class:`UnitError` that names both units.

    kind         ``flow stock average index fraction percent log``
    currency     three letters of ISO 4217; `per`: of which one buys so much
    scale        the power of ten of one unit: 12 for trillions
    price        ``current constant chained``, of the period `reference`, which
                 is a `Period`, or what makes one of `reference_frequency`
    trade        ``exports imports both``
    adjusted     ``none season calendar both``
    denominator  ``none person worker hour household``
    decimals     those published, or -1
    vintage      the edition, coverage the territory: numbers of your own
    """

    __slots__ = ()

    def __new__(cls, *members: Any, **named: Any) -> Unit:
        """The members in order, or by name."""
        self = super().__new__(cls, *members, **named)
        reference: PeriodLike = self.reference
        if reference.__class__ is int:
            return self
        freq = self.reference_frequency
        if isinstance(reference, Period) and not freq:
            freq = reference.freq
        if not freq:
            raise PeriodError(f"reference is {reference!r}, and "
                              "reference_frequency is not given", "DT_E_PERIOD")
        return self._replace(
            reference_frequency=freq,
            reference=ordinal_of(reference, frequency_number(freq)))

    def __str__(self) -> str:
        return c.series_unit_format(self)

    def __repr__(self) -> str:
        return f"Unit({str(self)!r})"


c._use("SeriesUnit", Unit)
