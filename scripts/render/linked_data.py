"""The pages as linked data for search engines and harvesters: JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from scripts.derive.collection import Collection, Event
from scripts.derive.contributors import is_body
from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.read.vocabularies import Vocabularies
from scripts.render.cite import keywords
from scripts.render.data_files import DATA, TERMS, DataFile
from scripts.render.datapackage import changed_last
from scripts.render.linked_sources import describe_source

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ROLES = {"author": "author", "editor": "editor", "reviewer": "contributor", "translator": "translator"}
"""What schema.org calls the roles of contributors."""

HARMLESS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Signs with which a text could end the script around it, as JSON may write them too."""

Node = dict[str, Any]


def linked_practice(practice: Practice, settings: Settings, terms: Vocabularies) -> Markup:
    """A practice page: a report about a service, part of the dataset, with its sources."""
    data, address = practice.data, f"{settings.address}{practice.path}"
    report: Node = {
        "@type": "Report",
        "@id": address,
        "url": address,
        "name": data["name"],
        "abstract": data["summary"],
        "inLanguage": "en",
        "datePublished": practice.created,
        "dateModified": practice.changed,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "image": f"{settings.address}practices/{practice.slug}/picture.png",
        "publisher": _publisher(settings),
        "keywords": keywords(data, terms),
        "about": _service(data, address, terms),
        "isPartOf": {"@type": "Dataset", **_dataset_names(settings)},
        "citation": [describe_source(source) for source in data["sources"].values()],
    }
    if not practice.archived:  # the file tells the newest revision
        report["encoding"] = {
            "@type": "MediaObject",
            "contentUrl": f"{settings.address}data/practices/{practice.slug}.json",
            "encodingFormat": "application/json",
        }
    for contributor in data["contributors"]:
        body = is_body(contributor, settings.name)
        role = "contributor" if body and contributor["role"] == "editor" else ROLES[contributor["role"]]
        report.setdefault(role, []).append(_agent(contributor, body))
    if practice.revision:
        report["version"] = str(practice.revision)
    if "withdrawn" in data:
        report["creativeWorkStatus"] = "Withdrawn"
    return _script(report, _trail(settings, data["name"], ("practices/", "Practices")))


def linked_event(event: Event, settings: Settings, terms: Vocabularies) -> Markup:
    """An event page."""
    data, path = event.data, f"events/{event.slug}/"
    node: Node = {
        "@type": "Event",
        "@id": f"{settings.address}{path}",
        "name": data["title"],
        "startDate": data["starts"],
        "endDate": data["ends"],
        "organizer": {"@type": "Organization", "name": data["organiser"]},
        "subjectOf": [
            {"@type": "Report", "@id": f"{settings.address}practices/{practice.slug}/", "name": practice.data["name"]}
            for practice in event.practices
        ],
    }
    if "theme" in data:
        node["description"] = data["theme"]
    if "url" in data:
        node["url"] = data["url"]
    place = {"@type": "Place", "name": data["place"]} if "place" in data else {}
    if "country" in data:
        country = _country(data["country"], terms)
        place = {**place, "containedInPlace": country} if place else country
    if place:
        node["location"] = place
    if "series" in data:
        node["superEvent"] = {"@type": "EventSeries", "name": data["series"]}
    return _script(node, _trail(settings, data["title"], ("events/", "Events")))


def linked_dataset(collection: Collection, settings: Settings) -> Markup:
    """The page of the open data: the whole dataset with its files."""
    dataset: Node = {
        "@type": "Dataset",
        **_dataset_names(settings),
        "inLanguage": "en",
        "creator": {"@type": "Organization", "name": f"{settings.name} editors"},
        "publisher": _publisher(settings),
        "dateModified": changed_last(collection),
        "isAccessibleForFree": True,
        "keywords": ["integrated care", "social services", "evidence", "Europe"],
        "distribution": [_download(file, settings) for file in (*DATA, *TERMS)],
    }
    return _script(dataset, _trail(settings, "Open data"))


def _dataset_names(settings: Settings) -> Node:
    """What every mention of the dataset says, so that each can stand alone."""
    return {
        "@id": f"{settings.address}data/#dataset",
        "name": f"{settings.name}: practices, findings and sources",
        "description": settings.description,
        "url": f"{settings.address}data/",
        "license": LICENCE,
    }


def _publisher(settings: Settings) -> Node:
    return {"@type": "Organization", "@id": f"{settings.address}#publisher", "name": settings.name}


def _agent(contributor: Mapping[str, Any], body: bool) -> Node:
    node: Node = {"@type": "Organization" if body else "Person", "name": contributor["name"]}
    if "orcid" in contributor:
        node["@id"] = f"https://orcid.org/{contributor['orcid']}"
    return node


def _service(data: Mapping[str, Any], address: str, terms: Vocabularies) -> Node:
    node: Node = {
        "@type": "Service",
        "@id": f"{address}#practice",
        "name": data["name"],
        "serviceType": [terms["sectors"][key].label for key in data["sectors"]],
        "provider": {"@type": "Organization", "name": data["lead"]},
        "audience": [
            {"@type": "Audience", "audienceType": terms["target_groups"][key].label} for key in data["target_groups"]
        ],
        "areaServed": [_place(place, data["countries"], terms) for place in data["places"]],
    }
    others: list[Any] = [data["acronym"]] if "acronym" in data else []
    if "local_name" in data:
        others.append({"@value": data["local_name"], "@language": data["language"]})
    others += data.get("also_known_as", ())
    if others:
        node["alternateName"] = others
    return node


def _place(place: Mapping[str, Any], countries: Sequence[str], terms: Vocabularies) -> Node:
    node: Node = {"@type": "Place", "name": place["name"]}
    if len(countries) == 1:
        node["containedInPlace"] = _country(countries[0], terms)
    if "latitude" in place:
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place["latitude"],
            "longitude": place["longitude"],
        }
    return node


def _country(code: str, terms: Vocabularies) -> Node:
    return {"@type": "Country", "name": terms["countries"][code].label, "identifier": code}


def _download(file: DataFile, settings: Settings) -> Node:
    return {
        "@type": "DataDownload",
        "name": file.title,
        "contentUrl": f"{settings.address}{file.path}",
        "encodingFormat": file.media_type,
        "license": LICENCE,
    }


def _trail(settings: Settings, here: str, *steps: tuple[str, str]) -> Node:
    """The way from the home page to the page with a name, by steps as (path, name)."""
    before = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": {"@type": "WebPage", "@id": f"{settings.address}{path}"},
        }
        for position, (path, name) in enumerate([("", settings.name), *steps], start=1)
    ]
    items = [*before, {"@type": "ListItem", "position": len(before) + 1, "name": here}]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _script(*nodes: Node) -> Markup:
    """The nodes as the content of a script element, which no text in them can end."""
    document = {"@context": "https://schema.org", "@graph": nodes}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for sign, written in HARMLESS.items():
        text = text.replace(sign, written)
    return Markup(text)
