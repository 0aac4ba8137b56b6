"""The few settings that the build shares with the theme, read from ``mkdocs.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.read.yaml_text import load_yaml


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


def load_settings(root: Path) -> Settings:
    """Reads the settings from ``mkdocs.yml`` in the project's root.

    Raises:
        scripts.read.yaml_text.YamlFault: If the file is not plain YAML.
        KeyError: If one of the settings is missing.
    """
    data = load_yaml((root / "mkdocs.yml").read_text(encoding="utf-8"))
    return Settings(
        name=data["site_name"],
        description=data["site_description"],
        address=data["site_url"].rstrip("/") + "/",
        repository=data["extra"]["repo_url"].rstrip("/"),
    )
