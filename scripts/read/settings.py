"""The few settings that the build shares with the theme, read from ``mkdocs.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.read.faults import ProjectFault
from scripts.read.yaml_text import YamlFault, load_yaml


@dataclass(frozen=True, slots=True)
class Settings:
    """Site-wide settings.

    Attributes:
        name: Name of the site.
        description: One sentence for search engines.
        address: Absolute address of the site with a final slash.
        repository: Address of the repository without a final slash, or "" if there is none.
    """

    name: str
    description: str
    address: str
    repository: str


class SettingsFault(ProjectFault):
    """``mkdocs.yml`` cannot be used; the message says why."""


def load_settings(root: Path) -> Settings:
    """Reads the settings from ``mkdocs.yml`` in the project's root.

    Raises:
        SettingsFault: If the file is not plain YAML or one of the settings is missing.
    """
    try:
        data = load_yaml((root / "mkdocs.yml").read_text(encoding="utf-8"))
    except YamlFault as fault:
        raise SettingsFault(f"mkdocs.yml:{fault}") from fault
    extra = data.get("extra") or {}
    needed = {"site_name": data, "site_description": data, "site_url": data, "repo_url": extra}
    missing = [name for name, place in needed.items() if not isinstance(place.get(name), str)]
    if missing:
        raise SettingsFault(f"mkdocs.yml: these settings must be there as text: {', '.join(missing)}")
    return Settings(
        name=data["site_name"],
        description=data["site_description"],
        address=data["site_url"].rstrip("/") + "/",
        repository=extra["repo_url"].rstrip("/"),
    )
