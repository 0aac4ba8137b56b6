"""The questions behind a new entry, in the order in which people tell about a practice."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scripts.commands.asking import ask, ask_lines, ask_paragraph, ask_term, ask_terms
from scripts.commands.term_search import make_slug
from scripts.read.vocabularies import Vocabularies

Data = dict[str, Any]
Judge = Callable[[Data, str], Sequence[str]]
"""Takes the data with one more field and the name of that field; says what is wrong with it."""

_WIDTH = 118


class Interview:
    """Asks for one field after the other.

    Attributes:
        data: What is known so far, field by field.
    """

    def __init__(self, schema: Mapping[str, Any], vocabularies: Vocabularies, judge: Judge, today: str) -> None:
        self.data: Data = {}
        self._fields = schema["properties"]
        self._terms = vocabularies
        self._judge = judge
        self._today = today
        self._steps: dict[str, Callable[[], Any]] = {
            "name": lambda: self._text("name"),
            "countries": lambda: self._many("countries", "countries"),
            "places": self._place,
            "started": self._year,
            "life_cycle": lambda: self._one("life_cycle", "life_cycle"),
            "lead": lambda: self._text("lead"),
            "target_groups": lambda: self._many("target_groups", "target_groups"),
            "sectors": lambda: self._many("sectors", "sectors"),
            "summary": self._summary,
            "problem": lambda: self._prose("problem"),
            "approach": lambda: self._prose("approach"),
            "sources": self._source,
            "integration": self._integration,
            "contributors": self._contributor,
        }

    def ask_all(self) -> None:
        """Asks every question.

        Raises:
            EOFError: If the answers end too soon.
        """
        for name in self._steps:
            self.ask_again(name)
        self.data["findings"] = []
        by = self.data["contributors"][0]["name"]
        self.data["review"] = {"status": "draft", "date": self._today, "by": by}

    def ask_again(self, name: str) -> None:
        """Asks for one field, whatever was answered before; a field that is left out is not there afterwards."""
        self.data.pop(name, None)
        value = self._steps[name]()
        if value:
            self.data[name] = value

    def knows(self, name: str) -> bool:
        """Whether there is a question for this field."""
        return name in self._steps

    def _wrong(self, name: str, value: Any) -> Sequence[str]:
        return self._judge({**self.data, name: value}, name)

    def _help(self, name: str) -> str:
        field = self._fields[name]
        examples = field.get("examples", ())
        example = f" For example: {examples[0]}" if examples and isinstance(examples[0], str | int) else ""
        return f"{field['description']}{example}"

    def _title(self, name: str) -> str:
        return str(self._fields[name]["title"])

    def _text(self, name: str) -> str:
        return ask(self._title(name), help=self._help(name), objections=lambda answer: self._wrong(name, answer))

    def _one(self, name: str, vocabulary: str) -> str:
        return ask_term(self._title(name), self._terms[vocabulary], help=str(self._fields[name]["description"]))

    def _many(self, name: str, vocabulary: str) -> list[str]:
        return ask_terms(self._title(name), self._terms[vocabulary], help=str(self._fields[name]["description"]))

    def _place(self) -> list[Data]:
        name = ask(
            "Place",
            help="The main town, region or country where it runs. More places can be added to the file.",
            objections=lambda answer: self._wrong("places", [{"name": answer, "level": "local"}]),
        )
        return [{"name": name, "level": ask_term("Level of the place", self._terms["place_levels"], default="local")}]

    def _year(self) -> int | None:
        answer = ask(
            self._title("started"),
            help=self._help("started"),
            optional=True,
            objections=lambda answer: self._wrong("started", _number(answer)),
        )
        return int(answer) if answer else None

    def _summary(self) -> str:
        field = self._fields["summary"]
        return ask_paragraph("Summary", help=field["description"], objections=lambda text: self._wrong("summary", text))

    def _prose(self, name: str) -> str:
        paragraphs = ask_lines(
            self._title(name),
            help="In your own words. Citations in the text can be added to the file later.",
            objections=lambda text: self._wrong(name, text),
        )
        if len(paragraphs) == 1:
            return paragraphs[0]
        return "\n\n".join(_wrap(paragraph) for paragraph in paragraphs) + "\n"

    def _source(self) -> Data:
        source: Data = {
            "type": ask_term("One source: its type", self._terms["source_types"], help="More can be added later.")
        }

        def part(name: str, question: str, help: str, *, optional: bool = False) -> None:
            def objections(answer: str) -> Sequence[str]:
                trial = {"organisation": "Nobody", **source, name: _number(answer) if name == "year" else answer}
                return self._wrong("sources", {"a-source": trial})

            answer = ask(question, help=help, optional=optional, objections=objections)
            if answer:
                source[name] = int(answer) if name == "year" else answer

        part("title", "Title of the source", "In its own language.")
        part("organisation", "Organisation that published it", "Authors can be added to the file later.")
        part("year", "Year of publication", "", optional=True)
        part("url", "Web address", "The publisher's own page, such as https://www.who.int/", optional=True)
        if "url" in source:
            source["accessed"] = self._today
        else:
            part("doi", "DOI", "Begins with 10, such as 10.1111/1468-0009.00125", optional=True)
        default = f"{make_slug(source['organisation'])[:40].strip('-')}-{source.get('year', '')}".strip("-")
        key = ask(
            "A short key for this source",
            help="Texts cite it as [@key]. Small letters, digits and hyphens.",
            default=default if default[:1].isalpha() else f"source-{default}".strip("-"),
            objections=lambda answer: self._wrong("sources", {answer: source}),
        )
        return {key: source}

    def _integration(self) -> Data:
        cited = list(self.data["sources"])
        inside = self._fields["integration"]["properties"]
        degree = ask_term(inside["degree"]["title"], self._terms["degrees"], help=inside["degree"]["description"])
        types = ask_terms(
            inside["mechanisms"]["title"], self._terms["mechanisms"], help=inside["mechanisms"]["description"]
        )
        return {"degree": degree, "mechanisms": [{"type": type, "sources": cited} for type in types]}

    def _contributor(self) -> list[Data]:
        name = ask(
            "Your name",
            help="Published as the author of the entry. The name of a team is fine.",
            objections=lambda answer: self._wrong("contributors", [{"name": answer, "role": "author"}]),
        )
        return [{"name": name, "role": "author"}]


def _number(answer: str) -> int | str:
    return int(answer) if answer.isascii() and answer.isdecimal() and len(answer) < 10 else answer


def _wrap(paragraph: str) -> str:
    return textwrap.fill(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
