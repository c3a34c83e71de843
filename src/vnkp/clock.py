"""The day that it is, whatever the clock says."""

from __future__ import annotations

import datetime as dt
import time


def current_date() -> dt.date:
    """Today; where the clock is before the year 1 or after 9999, the first or the last day."""
    try:
        return dt.date.today()
    except (ValueError, OverflowError, OSError):
        return dt.date.max if time.time() > 0 else dt.date.min
