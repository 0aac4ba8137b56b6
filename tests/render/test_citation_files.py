"""What we write for reference managers is read back by parsers that others wrote."""

from __future__ import annotations

import dataclasses
import json
import re
import unicodedata
from itertools import accumulate

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from scripts.render.citation_files import Work, bibtex, citation_files, csl_json, ris

WORK = Work(
    key="lantern-path",
    authors=["Toy editors", "Lamp & Wick, Board of {Light}"],
    title="Lantern Path",
    publisher="Toy Thread",
    changed="2024-02-03",
    version="Revision 7 of 3 February 2024",
    address="https://toys.example/~a_b/practices/lantern-path/?x=50%25#y",
    files="data/practices/lantern-path",
    abstract='50% of lamps {were} lit,\nTY  - "by day".',
    keywords=["Lamps & wicks", "Day, night"],
)
TITLES = (
    "Jönköping, Łódź & Šibenik – “Ålder” ’n’ café",
    "Ένα σπίτι · Дім · בית משותף · بيت واحد",
    'R&D: 50% of $5 for #1, "so-called" x_y',
    "One\nline\t and   another",
    "A very long name " * 40 + "end",
    "C:\\lamps",
    "Light {and} {{more}} light -- 'so' ''called''",
    "Bell\x07 and\x00null\x1b[31m\x85\u2028end",
)


def on_one_line(text: str) -> str:
    """A text as it must come back: each control character and each line break is a blank, and none is doubled."""
    return " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text).split())


def bibtex_fields(text: str) -> dict[str, str]:
    """The fields as typed, and without LaTeX's ways of writing."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {"type": entry.entry_type, "key": entry.key, **{field.key: field.value for field in entry.fields}}


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_reads_back(title: str) -> None:
    told = bibtex_fields(bibtex(dataclasses.replace(WORK, title=title, authors=[title[:60], "Toy editors"])))
    plain = on_one_line(title)
    assert (told["type"], told["key"], told["title"]) == ("techreport", "lantern-path", plain)
    assert told["author"] == f"{on_one_line(title[:60])} and Toy editors"
    assert (told["institution"], told["year"]) == ("Toy Thread", "2024")
    assert told["note"] == "Revision 7 of 3 February 2024"
    assert told["abstract"] == '50% of lamps {were} lit, TY - "by day".'
    assert told["keywords"] == "Lamps & wicks, Day night"


def test_names_stay_whole_and_titles_keep_their_capitals() -> None:
    lines = bibtex(WORK).splitlines()
    assert lines[0] == "@techreport{lantern-path,"
    assert "  author = {{Toy editors} and {Lamp \\& Wick, Board of \\{Light\\}}}," in lines
    assert "  title = {{Lantern Path}}," in lines
    assert "  institution = {Toy Thread}," in lines
    assert f"  url = {{{WORK.address}}}," in lines


@pytest.mark.parametrize("title", ["{", "}", "}}{{", "\\{", "a } b", "\\", "end\\"])
def test_braces_never_end_a_field(title: str) -> None:
    text = bibtex(dataclasses.replace(WORK, title=title))
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in text))
    assert min(depths[:-2]) >= 0, "BibTeX counts a brace even after a backslash"
    assert depths[-1] == 0
    told = bibtex_fields(text)
    assert (told["title"], told["year"]) == (title, "2024")


@pytest.mark.parametrize("title", [*TITLES, "{open", "TY  - JOUR", "ER  - "])
def test_ris_reads_back(title: str) -> None:
    text = ris(dataclasses.replace(WORK, title=title))
    assert rispy.loads(text) == [
        {
            "type_of_reference": "RPRT",
            "id": "lantern-path",
            "authors": ["Toy editors,", "Lamp & Wick, Board of {Light}"],
            "title": on_one_line(title),
            "publisher": "Toy Thread",
            "year": "2024",
            "date": "2024/02/03",
            "urls": [WORK.address],
            "notes": ["Revision 7 of 3 February 2024"],
            "language": "en",
            "abstract": '50% of lamps {were} lit, TY - "by day".',
            "keywords": ["Lamps & wicks", "Day, night"],
        }
    ]


def test_ris_has_the_lines_of_its_format() -> None:
    text = ris(WORK)
    assert text.startswith("TY  - RPRT\r\n")
    assert text.endswith("\r\nER  - \r\n")
    assert text.count("\n") == text.count("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in text.splitlines())


def test_files_can_be_joined() -> None:
    works = [dataclasses.replace(WORK, key=key) for key in ("one", "two", "three")]
    assert [entry.key for entry in parse_string("\n".join(map(bibtex, works))).entries] == [
        "one",
        "two",
        "three",
    ]
    assert [item["id"] for item in rispy.loads("\n".join(map(ris, works)))] == ["one", "two", "three"]


@pytest.mark.parametrize("title", [*TITLES, "{open", "<b>not bold</b>"])
def test_csl_json_reads_back(title: str) -> None:
    (item,) = json.loads(csl_json(dataclasses.replace(WORK, title=title)))
    assert item == {
        "id": "lantern-path",
        "type": "report",
        "author": [{"literal": "Toy editors"}, {"literal": "Lamp & Wick, Board of {Light}"}],
        "title": on_one_line(title),
        "publisher": "Toy Thread",
        "number": "Revision 7 of 3 February 2024",
        "issued": {"date-parts": [[2024, 2, 3]]},
        "URL": WORK.address,
        "language": "en-GB",
        "abstract": '50% of lamps {were} lit, TY - "by day".',
        "keyword": "Lamps & wicks, Day night",
    }


def test_what_a_list_does_not_have_is_left_out() -> None:
    bare = dataclasses.replace(WORK, abstract="", keywords=())
    assert not re.search("abstract|keywords", bibtex(bare))
    assert not re.search("^(AB|KW)", ris(bare), re.MULTILINE)
    assert not {"abstract", "keyword"} & set(json.loads(csl_json(bare))[0])


def test_each_work_has_a_file_in_each_format() -> None:
    assert citation_files(WORK) == {
        "data/practices/lantern-path.bib": bibtex(WORK),
        "data/practices/lantern-path.ris": ris(WORK),
        "data/practices/lantern-path.csl.json": csl_json(WORK),
    }
