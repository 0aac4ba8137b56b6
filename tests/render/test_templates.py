from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, UndefinedError

from scripts.render.templates import FOLDER, make_environment, shell_as_template
from tests.render.view import SETTINGS, SHELL
from tests.toy import vocabularies


@pytest.fixture
def environment() -> Environment:
    return make_environment(SHELL, SETTINGS, vocabularies())


def test_links_to_the_root_get_the_way_to_it() -> None:
    shell = (
        '[% block article %]<a href="..">a</a><a href="../b/">b</a><script src="../c.js"></script>'
        '<form action="../d/"></form><a href="https://toys.example/../e">e</a><a href="../../f">f</a>'
        '<p title="../g">..</p><a href="..h">h</a>'
    )
    assert shell_as_template(shell) == (
        '[% block article %]<a href="[[ root ]]">a</a><a href="[[ root ]]b/">b</a>'
        '<script src="[[ root ]]c.js"></script><form action="[[ root ]]d/"></form>'
        '<a href="https://toys.example/../e">e</a><a href="[[ root ]]../f">f</a>'
        '<p title="../g">..</p><a href="..h">h</a>'
    )


def test_blank_space_at_the_beginning_of_lines_goes() -> None:
    assert (
        shell_as_template("[% block article %]\n\n    <p>a  b</p>\n  </p>") == "[% block article %]\n<p>a  b</p>\n</p>"
    )


def test_text_is_escaped(environment: Environment) -> None:
    template = environment.from_string('<p title="[[ x ]]">[[ x ]]</p>')
    assert template.render(x="<b>\"'&") == '<p title="&lt;b&gt;&#34;&#39;&amp;">&lt;b&gt;&#34;&#39;&amp;</p>'


def test_only_our_own_marks_count(environment: Environment) -> None:
    text = "{{ 7 * 7 }} {% if x %} {# c #}"
    assert environment.from_string(text).render() == text


@pytest.mark.parametrize(
    "template", ["[[ tea ]]", "[% if tea %]x[% endif %]", "[[ cup.tea ]]", "[% for t in tea %][% endfor %]"]
)
def test_a_missing_name_is_an_error(environment: Environment, template: str) -> None:
    with pytest.raises(UndefinedError):
        environment.from_string(template).render(cup={})


def test_an_entry_may_be_asked_for_an_optional_field(environment: Environment) -> None:
    template = environment.from_string("[% if cup.tea %]yes[% else %]no[% endif %]")
    assert [template.render(cup=cup) for cup in ({}, {"tea": ""}, {"tea": "Earl"})] == ["no", "no", "yes"]


def test_a_field_named_like_a_method_of_a_mapping_is_the_field(environment: Environment) -> None:
    template = environment.from_string("[[ cup.items ]] [[ cup.values ]] [[ cup['keys'] ]]")
    assert template.render(cup={"items": 1, "values": 2, "keys": 3}) == "1 2 3"


def test_every_template_can_be_compiled(environment: Environment) -> None:
    for path in FOLDER.iterdir():
        environment.get_template(path.name)


def test_compiled_templates_are_kept_and_follow_the_shell(tmp_path: Path) -> None:
    for shell in (SHELL, SHELL.replace("</body>", "<footer>Tea</footer></body>"), SHELL):
        environment = make_environment(shell, SETTINGS, vocabularies(), FileSystemBytecodeCache(str(tmp_path)))
        page = environment.from_string('[% extends "shell.html" %]').render(root="./")
        assert ("Tea" in page) is ("Tea" in shell)
    assert list(tmp_path.iterdir())
