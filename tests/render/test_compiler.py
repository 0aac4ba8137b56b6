"""Templates compiled in our own way give the same text as Jinja's own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from scripts.render.compiler import Compiler


class Html:
    def __html__(self) -> str:
        return "<b>tea</b>"


class Quoted(str):
    """A kind of text."""


VIEW: dict[str, Any] = {
    "values": ["plain", "<&\"'>", "", 3, True, None, 2.5, Markup("<i>"), Html(), Quoted("<q>"), ["<"], {"a": "<"}],
    "cup": {"tea": "Earl & Grey", "items": "<1>", "milk": None},
    "pot": {"a": 1, "b": 2},
    "tray": SimpleNamespace(cup={"tea": "Assam"}, size=4),
    "pour": lambda cup, sugar=0: f"{cup} & {sugar}",
    "pair": ("one", "two"),
}
TEMPLATES = {
    "values": "{% for value in values %}[{{ value }}]{% endfor %}",
    "fields": "{{ cup.tea }} {{ cup.items }} {{ cup.milk }} {{ tray.cup.tea }} {{ tray.size }} {{ cup['tea'] }}",
    "methods": "{% for key, value in pot.items() %}{{ key }}{{ value }}{% endfor %}{{ pot.keys() | list }}",
    "calls": "{{ pour('<a>') }} {{ pour('b', sugar=2) }} {{ pour(*pair) }} {{ pour(**{'cup': 'c'}) }}",
    "macros": "{% macro m(x, y='<') %}<p>{{ x }}{{ y }}</p>{% endmacro %}"
    "{{ m('<') }}{{ m(1, y=2) }}{% for a in 'ab' %}{{ m(a) }}{% endfor %}"
    "{% macro n(x) %}<b>{{ x }}{{ caller() }}</b>{% endmacro %}{% call n('z') %}<{{ cup.tea }}>{% endcall %}",
    "choices": "{{ 'yes' if cup.tea }}{{ 'no' if not cup.tea }}{{ ', ' if cup.tea else '<' }}{{ 'a' ~ cup.tea }}",
    "filters": "{{ cup.tea | upper }}{{ pair | join('<') }}{{ values | length }}{{ cup.none is defined }}",
    "base": "<{% block head %}h{% endblock %}>{% block body %}b{% endblock %}{% block foot scoped %}f{% endblock %}",
    "child": "{% extends 'base' %}{% set tea = '<tea>' %}{% block body %}{{ tea }}{% block inner %}{{ cup.tea }}"
    "{% endblock %}{{ super() }}{% endblock %}",
    "grandchild": "{% extends 'child' %}{% block inner %}{% for v in pair %}{{ v }}{% endfor %}{% endblock %}",
    "block in a loop": "{% for v in pair %}{% block one scoped %}{{ v }}{% endblock %}{% endfor %}",
    "block in a set": "{% set x %}<{% block two %}{{ cup.tea }}{% endblock %}{% endset %}{{ x }}",
}


def environment(*, ours: bool) -> Environment:
    made = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    if ours:
        made.code_generator_class = Compiler
    return made


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "fields"])
def test_gives_the_same_as_jinja(name: str) -> None:
    assert environment(ours=True).get_template(name).render(VIEW) == (
        environment(ours=False).get_template(name).render(VIEW)
    )


def test_a_field_comes_before_a_method_of_mappings() -> None:
    assert environment(ours=True).get_template("fields").render(VIEW) == (
        "Earl &amp; Grey &lt;1&gt; None Assam 4 Earl &amp; Grey"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ tea }}",
        "{{ cup.none }}",
        "{{ cup.none.tea }}",
        "{{ tray.none }}",
        "{{ tray.none() }}",
        "{{ none_such('a') }}",
    ],
)
def test_what_is_missing_is_an_error(template: str) -> None:
    for ours in (True, False):
        with pytest.raises(UndefinedError):
            environment(ours=ours).from_string(template).render(VIEW)
