"""What numbers are: flows or stocks, of which currency, at which prices."""

from __future__ import annotations

from . import c
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
    price        ``current constant chained``, of the period `reference`
    trade        ``exports imports both``
    adjusted     ``none season calendar both``
    denominator  ``none person worker hour household``
    decimals     those published, or -1
    vintage      the edition, coverage the territory: numbers of your own
    """

    __slots__ = ()

    def __str__(self) -> str:
        return c.series_unit_format(self)

    def __repr__(self) -> str:
        return f"Unit({str(self)!r})"


c._use("SeriesUnit", Unit)
