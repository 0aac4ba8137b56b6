"""Asks questions in a plain terminal, one line at a time; works as well when the answers come from a file."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from scripts.check.wording import counted, words
from scripts.commands.term_search import find_terms
from scripts.read.vocabularies import Term
from scripts.read.yaml_build import INVISIBLE

with suppress(ImportError):
    import readline  # noqa: F401 - input() can be edited with the arrow keys where this is there

Objections = Callable[[str], Sequence[str]]
"""Says what is wrong with an answer; nothing if it is fine."""

SHOWN_AT_MOST = 12


def say(text: str) -> None:
    """Prints a paragraph."""
    print(textwrap.fill(text, 80), flush=True)


def read_line(prompt: str) -> str:
    """Reads one answer without spaces around it.

    Raises:
        EOFError: If there are no more answers.
    """
    while True:
        try:
            answer = " ".join(input(prompt).split())
        except UnicodeDecodeError:
            answer = "\0"
        if not INVISIBLE.search(answer):
            return answer
        say("That holds a sign that is not plain text. Please type it again.")


def ask(question: str, *, help: str = "", default: str = "", optional: bool = False, objections: Objections) -> str:
    """Asks until the answer is fine; an empty answer means the default, or nothing if the question is optional."""
    _head(question, help)
    prompt = f"[{default}] > " if default else "(Enter to leave out) > " if optional else "> "
    while True:
        answer = read_line(prompt) or default
        if not answer and optional:
            return ""
        wrong = objections(answer) if answer else ["Please type something. Ctrl-C stops without writing anything."]
        if not wrong:
            return answer
        for reason in wrong:
            say(reason)


def ask_lines(question: str, *, help: str, objections: Objections) -> list[str]:
    """Asks for a text of several paragraphs; an empty line ends one, two end the text. Returns the paragraphs."""
    _head(question, f"{help} An empty line begins a new paragraph, two empty lines end the text.")
    while True:
        paragraphs = [""]
        while len(paragraphs) < 2 or paragraphs[-1] or paragraphs[-2]:
            line = read_line("> ")
            if line:
                paragraphs[-1] = f"{paragraphs[-1]} {line}".strip()
            else:
                paragraphs.append("")
        told = [paragraph for paragraph in paragraphs if paragraph]
        wrong = objections("\n\n".join(told)) if told else ["Please type something."]
        if not wrong:
            return told
        for reason in wrong:
            say(reason)
        say("Please type the whole text again.")


def ask_paragraph(question: str, *, help: str, objections: Objections) -> str:
    """Asks for one paragraph, ended by an empty line, and tells its number of words."""
    _head(question, f"{help} An empty line ends the text.")
    while True:
        lines = []
        while line := read_line("> "):
            lines.append(line)
            say(f"  {counted(words(' '.join(lines)), 'word')} so far.")
        text = " ".join(lines)
        wrong = objections(text) if text else ["Please type something."]
        if not wrong:
            return text
        for reason in wrong:
            say(reason)
        say("Please type the whole text again.")


def ask_term(question: str, terms: Mapping[str, Term], *, help: str = "", default: str = "") -> str:
    """Asks for one term of a vocabulary and returns its id."""
    _head(question, f"{help} Type part of its name, or ? for all.".strip())
    return _search(terms, f"[{terms[default].label}] > " if default else "> ", default) or default


def ask_terms(question: str, terms: Mapping[str, Term], *, help: str = "") -> list[str]:
    """Asks for one or more terms of a vocabulary and returns their ids in the order of the answers."""
    _head(question, f"{help} Type part of a name, or ? for all; Enter when there are no more.".strip())
    chosen: list[str] = []
    while True:
        term = _search(terms, "and > " if chosen else "> ", chosen[-1] if chosen else "")
        if term == "":
            return chosen
        if term in chosen:
            say("That is on your list already.")
        else:
            chosen.append(term)


def _search(terms: Mapping[str, Term], prompt: str, enough: str) -> str:
    """Reads until one term is found; returns "" for an empty answer if there is ``enough`` already."""
    shown: list[Term] = []
    while True:
        typed = read_line(prompt)
        if not typed:
            if enough:
                return ""
            say("One is needed. Type part of its name, or ? for all.")
            continue
        if typed.isdecimal() and 1 <= int(typed[:4]) <= len(shown):
            found = [shown[int(typed[:4]) - 1]]
        else:
            found = list(terms.values()) if typed == "?" else find_terms(typed, terms)
        if len(found) == 1:
            print(f"  = {found[0].label}", flush=True)
            return found[0].id
        shown = found if typed == "?" else found[:SHOWN_AT_MOST]
        for number, term in enumerate(shown, start=1):
            print(f"  {number}. {term.label}")
        more = f" There are {len(found) - len(shown)} more." if len(found) > len(shown) else ""
        say(f"Type a number, or more of the name.{more}" if shown else "Nothing has that name. Type ? for all.")


def _head(question: str, help: str) -> None:
    print(f"\n{question}", flush=True)
    if help:
        print(textwrap.fill(help, 80, initial_indent="  ", subsequent_indent="  "), flush=True)
