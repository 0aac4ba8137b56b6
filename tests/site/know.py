"""Reads the pages "What we know so far" and compares every number, direction and level in them with the data.

Such a page says something of a practice and then leads to it by a link with a title. What stands between two such
links belongs to the second one:

- ``([better, randomised](… "The statement of a finding."))``: the title is the statement of one finding of the
  practice, word for word. Its direction and level are as the link says, and it holds every number of the text before.
- ``[700 teams](… "700 teams with 8,000 nurses")``: the title stands in another field of the entry and holds every
  number.
- ``[30 practices](…?target_group=older-people)``: the filter finds as many.

Numbers are figures and the words of `NUMBERS`. Anywhere else there are none, except in a date (``<time>``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import Element

from scripts.read.citation_marks import CITATION
from tests.site.collection import Record, found
from tests.site.pages import Page
from tests.site.trees import plain
from tests.toy import vocabularies

COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SHARES = ("half", "quarter", "tenth", "third", "twice")
NUMBERS = {word: str(number) for number, word in enumerate(COUNTS, start=2)} | {word: word for word in SHARES}
"""Words that are numbers too. "One" is not among them, because it mostly counts nothing."""

FIGURES = ("statement", "measure", "value", "comparator", "follow_up", "sample", "period")
"""The fields of a finding in which its numbers stand."""

BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3")

_NUMBER = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*|[a-z]+")
_COUNT = re.compile(r"(\d+) practices?")


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said between two links to practices, and the link that says of what. Without a link nothing may be."""

    said: str
    link: Element | None = None


def numbers(text: str) -> set[str]:
    """The numbers in a text, as figures without commas or as words."""
    tokens = _NUMBER.findall(text.lower())
    return {NUMBERS.get(token, token.replace(",", "")) for token in tokens if token[0].isdigit() or token in NUMBERS}


def faults(page: Page, practices: Sequence[Record]) -> list[str]:
    """What a page says that the data do not, one line each, with what to do."""
    records = {str(practice["slug"]): practice for practice in practices}
    return [f"docs/{page.address}index.md: {fault}" for claim in claims(page) for fault in _faults(claim, records)]


def claims(page: Page) -> Iterator[Claim]:
    """Everything that a page says, in pieces."""
    (article,) = [element for element in page.root.iter("article") if element.get("id") == "content"]
    for block in article.iter():
        if block.tag in BLOCKS:
            yield from _claims_in(block)


def _claims_in(block: Element) -> Iterator[Claim]:
    said = ""
    for piece in _pieces(block):
        if isinstance(piece, str):
            said += piece
        elif urlsplit(piece.get("href", "")).query:
            yield Claim("", piece)
        elif piece.get("title") and "practices/" in piece.get("href", ""):
            yield Claim(plain(said + _text(piece)), piece)
            said = ""
        else:
            said += _text(piece)
    yield Claim(plain(said))


def _pieces(element: Element) -> Iterator[str | Element]:
    """The texts and links inside an element in their order, without dates and inner blocks."""
    yield element.text or ""
    for child in element:
        if child.tag == "a":
            yield child
        elif child.tag != "time" and child.tag not in (*BLOCKS, "ul", "ol"):
            yield from _pieces(child)
        yield child.tail or ""


def _faults(claim: Claim, records: Mapping[str, Record]) -> Iterator[str]:
    if claim.link is None:
        for number in sorted(numbers(claim.said)):
            yield f'"…{claim.said[-90:]}" holds the number {number}, but leads to no finding and no field.'
        return
    href, title = claim.link.attrib["href"], plain(claim.link.get("title", ""))
    if urlsplit(href).query:
        yield from _faults_of_count(_text(claim.link), href, records)
        return
    slug = urlsplit(href).path.rstrip("/").rpartition("/")[2]
    record = records.get(slug)
    if record is None:
        yield f'"{title}" is said of {slug}, which is not in the lists.'
        return
    finding = next((item for item in record["findings"] if plain(item["statement"]) == title), None)
    if finding:
        yield from _faults_of_finding(claim, slug, finding)
    elif any(title in text for text in _texts(record)):
        yield from _faults_of_numbers(claim, slug, title)
    else:
        texts = [*(plain(item["statement"]) for item in record["findings"]), *_texts(record)]
        nearest = "".join(f' The nearest is: "{text}"' for text in get_close_matches(title, texts, 1, 0))
        yield f'practices/{slug}.yml no longer says: "{title}".{nearest} Read it, and mend the page and the link.'


def _faults_of_finding(claim: Claim, slug: str, finding: Mapping[str, Any]) -> Iterator[str]:
    assert claim.link is not None
    terms = vocabularies()
    direction = terms["directions"][finding["direction"]].label.lower()
    level = terms["evidence_levels"][finding["level"]].extra["short"]["en"]
    if _text(claim.link) != f"{direction}, {level}":
        yield (
            f'"{_text(claim.link)}" is now "{direction}, {level}" in practices/{slug}.yml: '
            f'"{plain(finding["statement"])}". Read it, and mend the page.'
        )
    yield from _faults_of_numbers(claim, slug, " ; ".join(str(finding.get(field, "")) for field in FIGURES))


def _faults_of_numbers(claim: Claim, slug: str, text: str) -> Iterator[str]:
    for number in sorted(numbers(claim.said) - numbers(text)):
        yield (
            f'"…{claim.said[-90:]}" holds the number {number}, which is not in practices/{slug}.yml: "{plain(text)}". '
            "Read it, and mend the page."
        )


def _faults_of_count(text: str, href: str, records: Mapping[str, Record]) -> Iterator[str]:
    chosen: dict[str, set[str]] = {}
    for facet, term in parse_qsl(urlsplit(href).query):
        chosen.setdefault(facet, set()).add(term)
    count = len(found(list(records.values()), chosen))
    match = _COUNT.fullmatch(text)
    if match and int(match[1]) != count:
        yield f'"{text}" are now {count}: {href}. Mend the number, and read the sentence again.'
    elif not match and numbers(text):
        yield f'"{text}" must be a number and "practices" to be compared: {href}.'


def _texts(record: Record) -> list[str]:
    """The texts of an entry that are no findings, without citations."""
    fields = [value for name, value in record.items() if name not in ("findings", "sources", "derived")]
    return [plain(re.sub(r" +([.,;:])", r"\1", plain(CITATION.sub("", text)))) for text in _strings(fields)]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in items:
        yield from _strings(item)


def _text(element: Element) -> str:
    return plain("".join(element.itertext()))
