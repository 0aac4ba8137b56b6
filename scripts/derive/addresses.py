"""The web addresses that entries and events name, each once, with every place that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from scripts.read.entries import Entry
from scripts.read.events import Event


class Place(NamedTuple):
    """Where an address is named: file, key of the source or "" for the event itself, and field."""

    file: str
    source: str
    field: str

    def __str__(self) -> str:
        """As "practices/maia.yml: sources.cnsa-2017.url"."""
        inside = f"sources.{self.source}.{self.field}" if self.source else self.field
        return f"{self.file}: {inside}"


def list_addresses(files: Iterable[Entry | Event]) -> dict[str, tuple[Place, ...]]:
    """The places that name each address, both sorted; a DOI counts as its address at doi.org.

    The address of a source that is marked as dead is left out: everybody knows.
    """
    named: dict[str, set[Place]] = {}
    for file in files:
        for address, source, field in _addresses(file.data or {}):
            named.setdefault(address, set()).add(Place(file.path, source, field))
    return {address: tuple(sorted(named[address])) for address in sorted(named)}


def _addresses(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    if "url" in data:
        yield data["url"], "", "url"
    for key, source in data["sources"].items():
        if "url" in source and "dead" not in source:
            yield source["url"], key, "url"
        if "doi" in source:
            yield f"https://doi.org/{source['doi']}", key, "doi"
        if "archived_url" in source:
            yield source["archived_url"], key, "archived_url"
