"""Citations for reference managers: one work by this site as BibTeX and as RIS, in UTF-8."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
"""What LaTeX would take for a command. Braces get names, since BibTeX counts them even after a backslash."""


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
    """

    key: str
    authors: Sequence[str]
    title: str
    publisher: str
    changed: str
    version: str
    address: str


def bibtex(work: Work) -> str:
    """The work as a BibTeX report. Inner braces keep names whole and capitals as they are."""
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in work.authors),
        "title": f"{{{_latex(work.title)}}}",
        "institution": _latex(work.publisher),
        "year": work.changed[:4],
        "url": work.address,
        "note": _latex(_capital(work.version)),
    }
    lines = [f"@techreport{{{work.key}", *(f"  {name} = {{{value}}}" for name, value in fields.items())]
    return ",\n".join(lines) + "\n}\n"


def ris(work: Work) -> str:
    """The work as a RIS report; each line ends as the format demands."""
    tags = [
        ("TY", "RPRT"),
        ("ID", work.key),
        *(("AU", _line(name)) for name in work.authors),
        ("TI", _line(work.title)),
        ("PB", _line(work.publisher)),
        ("PY", work.changed[:4]),
        ("DA", work.changed[:10].replace("-", "/")),
        ("UR", work.address),
        ("N1", _line(_capital(work.version))),
        ("LA", "en"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags)


def _latex(text: str) -> str:
    return _line(text).translate(LATEX)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _line(text: str) -> str:
    """A text on one line: a line break would end the field."""
    return " ".join(text.split())
