"""The day against which age is measured."""

from __future__ import annotations

import datetime
import os

from scripts.read.faults import ProjectFault


def today() -> datetime.date:
    """SOURCE_DATE_EPOCH (seconds since 1970) if it is set, so that a build can be repeated exactly, else today.

    Raises:
        ProjectFault: If it is set to something else.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ProjectFault(f'SOURCE_DATE_EPOCH must be seconds since 1970, not "{epoch}".') from error
