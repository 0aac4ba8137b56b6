"""The collection described for catalogues of data, in DCAT (W3C) as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from scripts.derive.collection import Collection
from scripts.read.settings import Settings
from scripts.render.data_files import DATA, DESCRIPTIONS, TERMS, DataFile
from scripts.render.datapackage import changed_last

IANA = "https://www.iana.org/assignments/media-types/"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def render_dcat(collection: Collection, settings: Settings) -> str:
    """The description: a catalogue of two datasets, practices and terms, each with its files."""
    address = settings.address
    publisher = {"@id": address, "@type": "foaf:Agent", "foaf:name": settings.name}
    common = {
        "dcterms:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "dcterms:language": {"@id": "http://publications.europa.eu/resource/authority/language/ENG"},
        "dcterms:modified": {"@value": changed_last(collection), "@type": "xsd:date"},
        "dcterms:publisher": {"@id": address},
        "dcat:landingPage": {"@id": f"{address}data/"},
    }
    practices = {
        "@id": f"{address}data/#dataset",
        "@type": "dcat:Dataset",
        "dcterms:title": _english(f"{settings.name}: practices, findings and sources"),
        "dcterms:description": _english(settings.description),
        "dcat:keyword": [_english(word) for word in ("integrated care", "social services", "evidence", "Europe")],
        **common,
        "dcat:distribution": [_distribution(file, settings) for file in (*DATA, *DESCRIPTIONS[:1])],
    }
    terms = {
        "@id": f"{address}glossary/#dataset",
        "@type": "dcat:Dataset",
        "dcterms:title": _english(f"{settings.name}: vocabularies"),
        "dcterms:description": _english("The terms by which practices, findings and sources are sorted, as SKOS."),
        **common,
        "dcat:distribution": [_distribution(file, settings) for file in TERMS],
    }
    catalogue = {
        "@context": CONTEXT,
        "@id": f"{address}data/#catalogue",
        "@type": "dcat:Catalog",
        "dcterms:title": _english(settings.name),
        "dcterms:description": _english(settings.description),
        **common,
        "dcterms:publisher": publisher,
        "dcat:dataset": [practices, terms],
    }
    return json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n"


def _english(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "en"}


def _distribution(file: DataFile, settings: Settings) -> dict[str, Any]:
    address = f"{settings.address}{file.path}"
    return {
        "@id": f"{settings.address}data/#{file.path.removeprefix('data/')}",
        "@type": "dcat:Distribution",
        "dcterms:title": _english(file.title),
        "dcat:downloadURL": {"@id": address},
        "dcat:accessURL": {"@id": f"{settings.address}data/"},
        "dcat:mediaType": {"@id": f"{IANA}{file.media_type}"},
        "dcterms:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
    }
