"""How a text cites: ``[@who-2015]`` or ``[@who-2015; @tekes-2013]``, as Pandoc writes it."""

from __future__ import annotations

import re

CITATION = re.compile(r"\[@([^\[\]]*)\]")
"""A citation; the group is what stands between ``[@`` and ``]``."""

_WRITTEN_KEY = re.compile(r"@[^\s@;,]+")


def keys_in(inside: str) -> list[str]:
    """Returns the keys between ``[@`` and ``]``; an empty list if they are not written as the guide says."""
    keys = [part.strip() for part in ("@" + inside).split(";")]
    if any(_WRITTEN_KEY.fullmatch(key) is None for key in keys):
        return []
    return [key[1:] for key in keys]
