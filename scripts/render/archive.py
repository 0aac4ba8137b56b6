"""The texts that explain an archive of the whole: what is in it, and its description for the repository Zenodo."""

from __future__ import annotations

import json
from collections.abc import Mapping
from textwrap import fill
from typing import Any

from scripts.read.settings import Settings

README = """{title}
{line}

{abstract}

Version {version}. Archived on {date}. Address at that time: {address}


What is in this archive
-----------------------

site/        The finished site. It needs no program: put the folder on any web
             host, or look at it on your own machine with
                 python3 -m http.server --directory site
             and open http://127.0.0.1:8000 in a browser. All data lie in it:
             site/data/ has every practice, finding and source as CSV and as
             JSON, and site/data/index.html explains the files.
             site/practices/NAME/index.md is a practice as plain text.
sources/     What the site is made from: the entries, the hand-written pages,
             the terms and the program. Begin with sources/README.md. The
             history of the files is not in it; dates of change and numbers of
             revisions are told by the pages and the data.
.zenodo.json The description of this archive for the repository Zenodo.
SHA256SUMS   A checksum of every other file. To see that all is whole:
                 sha256sum --check SHA256SUMS


Licences
--------

Content: {licence} (sources/LICENSE-CONTENT). Program: MIT (sources/LICENSE).
Fonts: SIL Open Font Licence, beside them in site/assets/fonts/.
Please cite:
    {authors} ({year}). {title}. Version {version}.
"""


def render_readme(citation: Mapping[str, Any], settings: Settings, date: str) -> str:
    """The ``README.txt`` of an archive made on an ISO date."""
    title = str(citation["title"])
    return README.format(
        title=title,
        line="=" * len(title),
        abstract=fill(" ".join(str(citation["abstract"]).split()), 76),
        version=citation["version"],
        date=date,
        address=settings.address,
        licence=citation["license"],
        authors=", ".join(_name(author) for author in citation["authors"]),
        year=date[:4],
    )


def render_zenodo(citation: Mapping[str, Any], date: str) -> str:
    """The ``.zenodo.json``, which says of an archive what ``CITATION.cff`` says of the collection."""
    described = {
        "title": citation["title"],
        "upload_type": str(citation.get("type", "dataset")),
        "description": " ".join(str(citation["abstract"]).split()),
        "creators": [_creator(author) for author in citation["authors"]],
        "version": str(citation["version"]),
        "publication_date": date,
        "license": str(citation["license"]).lower(),
        "access_right": "open",
        "language": "eng",
        "keywords": list(citation["keywords"]),
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _name(author: Mapping[str, Any]) -> str:
    if "name" in author:
        return str(author["name"])
    return ", ".join(str(author[part]) for part in ("family-names", "given-names") if part in author)


def _creator(author: Mapping[str, Any]) -> dict[str, str]:
    creator = {"name": _name(author)}
    for field in ("orcid", "affiliation"):
        if field in author:
            creator[field] = str(author[field]).removeprefix("https://orcid.org/")
    return creator
