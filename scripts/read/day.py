"""The day against which age is measured."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """SOURCE_DATE_EPOCH (seconds since 1970) if it is set, so that a build can be repeated exactly, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()
