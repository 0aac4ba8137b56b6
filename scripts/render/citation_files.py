"""A work by this site as reference managers read it, in UTF-8: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scripts.render.data_files import IN_FORMATS

LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\lbrace}",
        "}": r"{\rbrace}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
"""What LaTeX would take for a command. A brace without its partner gets a name, since BibTeX counts it even after a
backslash; a pair keeps its signs, which more programs know."""

DRAWN_TOGETHER = re.compile(r"([-'`])(?=\1)")
"""Two signs of which LaTeX makes one, such as a dash of two hyphens."""

ENDINGS = tuple(f".{ending}" for ending, _, _ in IN_FORMATS)

CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")
"""Characters that no reader of these formats expects inside a text."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work as it is cited.

    Attributes:
        key: Citation key.
        authors: Names that are not taken apart: of people or of bodies.
        title: Title.
        publisher: Who publishes it.
        changed: ISO date of the version.
        version: The version in words, with its date.
        address: Address of the page.
        files: Path of its files below the site's root, without their endings; "" if it has none.
        abstract: What it is about, in sentences.
        keywords: What it is about, in words.
    """

    key: str
    authors: Sequence[str]
    title: str
    publisher: str
    changed: str
    version: str
    address: str
    files: str
    abstract: str = ""
    keywords: Sequence[str] = ()


def citation_files(work: Work) -> dict[str, str]:
    """The work in every format, by the path of the file below the site's root."""
    contents = (bibtex(work), ris(work), csl_json(work))
    return {f"{work.files}{ending}": content for ending, content in zip(ENDINGS, contents, strict=True)}


def bibtex(work: Work) -> str:
    """The work as a BibTeX report. Inner braces keep names whole and capitals as they are."""
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in work.authors),
        "title": f"{{{_latex(work.title)}}}",
        "institution": _latex(work.publisher),
        "year": work.changed[:4],
        "url": work.address,
        "note": _latex(work.version),
        "abstract": _latex(work.abstract),
        "keywords": _latex(_listed(work.keywords)),
    }
    lines = [f"@techreport{{{work.key}", *(f"  {name} = {{{value}}}" for name, value in fields.items() if value)]
    return ",\n".join(lines) + "\n}\n"


def ris(work: Work) -> str:
    """The work as a RIS report; each line ends as the format demands.

    A comma ends the family name. One at the end keeps a name whole; nothing can if it has a comma of its own.
    """
    tags = [
        ("TY", "RPRT"),
        ("ID", work.key),
        *(("AU", name if "," in name else f"{name},") for name in map(_line, work.authors)),
        ("TI", _line(work.title)),
        ("PB", _line(work.publisher)),
        ("PY", work.changed[:4]),
        ("DA", work.changed[:10].replace("-", "/")),
        ("UR", work.address),
        ("N1", _line(work.version)),
        ("LA", "en"),
        *([("AB", _line(work.abstract))] if work.abstract else []),
        *(("KW", _line(word)) for word in work.keywords),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags)


def csl_json(*works: Work) -> str:
    """Works as a list of CSL items."""
    return json.dumps([csl_item(work) | _about(work) for work in works], ensure_ascii=False) + "\n"


def csl_item(work: Work) -> dict[str, Any]:
    """The work as a CSL item: a report whose authors are bodies or whole names, with its version as its number.

    It has all that a style prints; what a work is about is only in the file.
    """
    return {
        "id": work.key,
        "type": "report",
        "author": [{"literal": _line(name)} for name in work.authors],
        "title": _line(work.title),
        "publisher": _line(work.publisher),
        "number": _line(work.version),
        "issued": {"date-parts": [[int(part) for part in work.changed[:10].split("-")]]},
        "URL": work.address,
        "language": "en-GB",
    }


def _about(work: Work) -> dict[str, str]:
    about = {"abstract": _line(work.abstract), "keyword": _listed(work.keywords)}
    return {name: text for name, text in about.items() if text}


def _listed(keywords: Sequence[str]) -> str:
    """Keywords in one field, where commas stand between them and so cannot stand in them."""
    return ", ".join(_line(word.replace(",", " ")) for word in keywords)


def _latex(text: str) -> str:
    line = _line(text)
    paired = _paired_braces(line)
    escaped = line.translate(LATEX)
    if paired:
        escaped = "".join(f"\\{sign}" if place in paired else sign.translate(LATEX) for place, sign in enumerate(line))
    return DRAWN_TOGETHER.sub(r"\1{}", escaped)


def _paired_braces(text: str) -> set[int]:
    """Where the braces are that open and close one another."""
    open_braces: list[int] = []
    paired: set[int] = set()
    for brace in re.finditer(r"[{}]", text):
        if brace[0] == "{":
            open_braces.append(brace.start())
        elif open_braces:
            paired |= {open_braces.pop(), brace.start()}
    return paired


def _line(text: str) -> str:
    """A text on one line: a line break would end the field."""
    return " ".join(text.translate(CONTROL).split())
