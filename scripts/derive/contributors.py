"""Who made an entry: people, or a body with one name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def is_body(contributor: Mapping[str, Any], site: str) -> bool:
    """Whether a contributor is a team or an organisation and not a person.

    Args:
        contributor: As the entry names it.
        site: The name of the site, with which the names of its own teams begin.
    """
    if "orcid" in contributor:
        return False
    return bool(contributor.get("team", contributor["name"].startswith(site)))
