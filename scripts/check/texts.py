"""Rules for texts: what people write must be finished, short enough, and safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.check.document import Document
from scripts.check.record import Fault, Path
from scripts.check.wording import counted, shown, words

SUMMARY_WORDS = (40, 90)
QUOTE_WORDS = 25

_HTML = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<[!?]|</?(?:script|style|iframe|object|svg|img|form)\b",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[[^\[\]]*\][(\[]")
_LINK = re.compile(r"\]\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))*)")
_LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]@]+\]:\s*<?([^\s<>]*)", re.MULTILINE)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_ALLOWED = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_WORDS_OF_DRAFTS = ("TODO", "TBD", "TBC", "FIXME", "XXX", "???")
_MARKS = f"(?:{'|'.join(map(re.escape, _WORDS_OF_DRAFTS))})"
_PLACEHOLDER_FIRST = re.compile(rf"\s*(?:{_MARKS}(?!\w)|[Ll]orem ipsum|(?:[Nn]/?[Aa]|-+|\.{{3}}|…|\?)\s*\Z)")
_PLACEHOLDER_LAST = re.compile(rf"(?<!\w){_MARKS}[\s.:!]*\Z")
_NEXT_TO_NOTHING = re.compile(r"\0(?=[\s\0Nn.…?-])\s*+(?:[Nn]/?[Aa]|-+|\.{3}|…|\?)?+\s*+\0")
"""A text between two edges that is blank, or a placeholder that is not a word."""


def texts_hold_no_html(document: Document) -> Iterator[Fault]:
    """Texts are written in CommonMark without raw HTML.

    Texts are shown on pages, on paper, in tables and in reference managers. Markup works in one of these and is a
    nuisance, or a danger, in the others.
    """
    for path, text in document.strings if "<" in document.text else ():
        if match := _HTML.search(text):
            yield Fault(
                path,
                f"Raw HTML is not allowed: {shown(match[0])}.",
                "Write it as plain text.",
                match[0].split()[0],
            )


def links_are_web_or_mail(document: Document) -> Iterator[Fault]:
    """Links in the text lead to http, https or mailto addresses only.

    Other kinds of link can run a program in the reader's browser, or work only on the machine of the writer.
    """
    for path, text in document.own_words if _may_hold_links(document.own_text) else ():
        if path[-1] not in ("url", "archived_url"):
            for target in link_targets(text):
                if not _ALLOWED.match(target):
                    yield Fault(
                        path,
                        f"The link to {shown(target)} is not allowed.",
                        "Links begin with https://, http:// or mailto:.",
                        target,
                    )


def link_targets(text: str) -> list[str]:
    """Returns the addresses to which the Markdown links of a text lead."""
    found = [target for kind in (_LINK, _LINK_DEFINITION, _AUTOLINK) for target in kind.findall(text)]
    return list(dict.fromkeys(found))


def _may_hold_links(text: str) -> bool:
    return "](" in text or "]:" in text or "<" in text


def texts_hold_no_images(document: Document) -> Iterator[Fault]:
    """Texts hold no images, because pages load nothing from elsewhere.

    An image from another host would tell that host who reads the page. Nothing on this site does that.
    """
    for path, text in document.own_words if "![" in document.own_text else ():
        if match := _IMAGE.search(text):
            yield Fault(path, "An image cannot stand in a text.", "Link to the page that shows it.", match[0][:2])


def texts_are_finished(document: Document) -> Iterator[Fault]:
    """A text must not be a placeholder, or begin or end with one such as TODO.

    An unfinished word in an entry is shown to every reader. A field that is left out is honest; a placeholder is
    not.
    """
    draft = any(word in document.text for word in (*_WORDS_OF_DRAFTS, "orem ipsum"))
    if not draft and not _NEXT_TO_NOTHING.search(document.text):
        return
    for path, text in document.strings:
        match = _PLACEHOLDER_FIRST.match(text) or _PLACEHOLDER_LAST.search(text, max(0, len(text) - 10))
        if match:
            yield Fault(
                path,
                f"This text is not finished: {shown(match[0], 40)}.",
                "Fill it in, or leave the whole field out.",
            )


def texts_are_not_blank(document: Document) -> Iterator[Fault]:
    """A text must not consist of spaces.

    A field with nothing in it looks answered to a program and empty to a reader.
    """
    for path, text in document.strings if _NEXT_TO_NOTHING.search(document.text) else ():
        if not text.strip():
            yield Fault(path, "The text is empty.", "Fill it in, or leave the whole field out.")


def summary_has_its_length(practice: Document) -> Iterator[Fault]:
    """The summary has 40 to 90 words.

    The summary is printed on cards and in programmes that have room for about 90 words; below 40 it cannot say what
    the practice is, for whom, and what came of it.
    """
    least, most = SUMMARY_WORDS
    number = words(practice.record.text("summary"))
    if number and not least <= number <= most:
        advice = "Say for whom it is and what happened." if number < least else "Leave details to the approach."
        yield Fault(("summary",), f"The summary has {counted(number, 'word')}; it needs {least} to {most}.", advice)


def quotes_are_short(practice: Document) -> Iterator[Fault]:
    """A quotation has at most 25 words.

    A quotation is there so that a reviewer finds the place. Longer ones could infringe the rights of the author.
    """
    for finding in practice.record.records("findings"):
        number = words(finding.text("quote"))
        if number > QUOTE_WORDS:
            yield finding.fault(
                "quote",
                f"The quotation has {number} words; at most {QUOTE_WORDS} are allowed.",
                "Keep the words by which a reviewer finds the place.",
            )


def addresses(document: Document) -> Iterator[tuple[Path, str]]:
    """Yields every web address of a document: those of fields and those of links in the text."""
    for path, text in document.strings:
        if path[-1] in ("url", "archived_url"):
            yield path, text
        elif path[0] != "sources":
            for target in link_targets(text):
                yield path, target
