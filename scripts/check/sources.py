"""Rules for sources: each told once, in a language that exists, at its publisher's own address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.check.document import Document
from scripts.check.record import Fault
from scripts.check.texts import addresses
from scripts.check.wording import shown

_MIRRORS = """
123dok 1library coek coursehero cupdf docplayer docshare docsity docslide dokumen epdf fdocuments
fdokument kipdf libgen mafiadoc pdfcoffee pdfdrive pdfslide sci-hub scribd slideplayer slideshare
studylib studylibfr vdocument vdocuments vsip z-lib documents.pub documents.tips silo.tips
"""
MIRRORS = frozenset(_MIRRORS.split())
"""Mirrors and file-sharing hosts: their name before the last dot, or whole if that is a common word."""

_MIRROR_WORDS = frozenset(name.partition(".")[0] for name in MIRRORS)
_HOST = re.compile(r"//([^\0/?#]+)")
_WORD = re.compile(r"[^.@:]+")
_AT_HOST = re.compile(r"https?://([^\0/?#\s]*)", re.IGNORECASE)
_HOST_NAME = r"[\w-]+(?:\.[\w-]+)+"
_PLAIN_HOST = re.compile(rf"{_HOST_NAME}\.?(?![\w@:\\])")

_LANGUAGES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
LANGUAGES = frozenset(_LANGUAGES.split())
"""The two-letter codes of ISO 639-1."""

_OFTEN_MEANT = "at:de cz:cs dk:da gr:el jp:ja ua:uk gb:en rs:sr al:sq me:sr us:en cn:zh by:be"
COUNTRY_NOT_LANGUAGE = dict(pair.split(":") for pair in _OFTEN_MEANT.split())


def languages_exist(document: Document) -> Iterator[Fault]:
    """A language is a two-letter code of ISO 639-1.

    Browsers and screen readers choose the voice by this code. Countries have codes of their own that look alike:
    Denmark is DK, Danish is da.
    """
    for record in (document.record, *document.record.records("sources")):
        code = record.text("language")
        if code not in LANGUAGES and re.fullmatch("[a-z]{2}", code):
            meant = COUNTRY_NOT_LANGUAGE.get(code)
            hint = f'Did you mean "{meant}"?' if meant else "Look the code up: Danish is da, Greek is el."
            yield record.fault("language", f"{shown(code)} is not a language code of ISO 639-1.", hint)


def addresses_are_the_publishers(document: Document) -> Iterator[Fault]:
    """Addresses must not lead to mirrors or file-sharing hosts.

    Copies on such hosts vanish, hide behind a log-in or break the authors' rights. The publisher's page can still
    be found in years.
    """
    if _MIRROR_WORDS.isdisjoint(word for host in _HOST.findall(document.text.lower()) for word in _WORD.findall(host)):
        return
    for path, address in addresses(document):
        host = host_of(address)
        domain = host.split(".")[-2:]
        if domain[0] in MIRRORS or ".".join(domain) in MIRRORS:
            yield Fault(
                path,
                f"{shown(host)} shares copies of other people's documents.",
                "Give the publisher's own address or the DOI.",
                address[:60],
            )


def host_of(address: str) -> str:
    """Returns the host of a web address; an empty text if the address is broken."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def addresses_can_be_opened(document: Document) -> Iterator[Fault]:
    """An address names a host that can exist, and no log-in.

    A reader who follows the link must arrive. What stands before an @ in an address can make it look like another host.
    """
    if all(map(_PLAIN_HOST.match, _AT_HOST.findall(document.text))):
        return
    for path, address in addresses(document):
        if address.lower().startswith("http") and not _can_be_opened(address):
            hint = "Copy the address from the browser's address line."
            yield Fault(path, f"{shown(address)} is not an address that opens.", hint, address[:60])


def _can_be_opened(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    named = re.fullmatch(rf"{_HOST_NAME}\.?", parts.hostname or "") is not None
    return named and port != 0 and "@" not in parts.netloc


def sources_differ(document: Document) -> Iterator[Fault]:
    """No two sources of an entry have the same address or DOI.

    The same publication under two keys would count as two witnesses.
    """
    seen: dict[str, str | int] = {}
    for source in document.record.records("sources"):
        key = source.path[-1]
        for name in ("url", "doi"):
            identity = _identity(source.text(name))
            first = seen.setdefault(identity, key) if identity else key
            if first != key:
                same = "address" if name == "url" else "DOI"
                yield source.fault(name, f"{shown(first)} has the same {same}.", "Merge the two.")
                break


_PREFIX = re.compile(r"https?://(?:www\.|dx\.)?(?:doi\.org/)?", re.IGNORECASE)
_PART_OF_PAGE = re.compile(r"#(?![/!]).*")


def _identity(address: str) -> str:
    """Returns what is left of an address or DOI when its ways of writing are taken away."""
    plain = _PREFIX.sub("", address.strip())
    plain = _PART_OF_PAGE.sub("", plain).rstrip("/")
    return plain.lower() if plain.startswith("10.") else plain
