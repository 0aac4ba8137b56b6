"""Hostile addresses, keys, references between files, terms and dates; and hostile events."""

from __future__ import annotations

import json

from tests.hostile.case import GOOD, HARMLESS, Case, file, swap
from tests.hostile.cases_of_texts import HTML, LINK, SCRIPT

FORM, YAML = "[values-have-their-form]", "[file-is-yaml]"

ADDRESSES: tuple[Case, ...] = (
    *(
        swap(f"address {address[:40]}", "url: https://toyville.example/lanterns", f"url: {json.dumps(address)}", rule)
        for address, rule in (
            ("javascript:alert(1)", FORM),
            ("JaVaScRiPt:alert(1)", FORM),
            (" javascript:alert(1)", FORM),
            ("java\tscript:alert(1)", FORM),
            ("https://toys.example/\njavascript:alert(1)", FORM),
            ("data:text/html,<script>alert(1)</script>", FORM),
            ("vbscript:msgbox(1)", FORM),
            ("file:///etc/passwd", FORM),
            ("//evil.example/", FORM),
            ("/practices/", FORM),
            ("ftp://evil.example/", FORM),
            ("https://", FORM),
            ("https:///", "[addresses-can-be-opened]"),
            ("https://?", "[addresses-can-be-opened]"),
            ("https://.", "[addresses-can-be-opened]"),
            ("https://[::1", "[addresses-can-be-opened]"),
            ("https://toys example/", FORM),
            ('https://toys.example/"onclick="alert(1)', FORM),
            ("https://toys.example/<script>alert(1)</script>", FORM),
            ("https://editor:secret@toys.example/", "[addresses-can-be-opened]"),
            ("https://toys.example@evil.example/", "[addresses-can-be-opened]"),
            ("https://toys.example\\@evil.example/", "[addresses-can-be-opened]"),
            ("https://toys.example/'onclick='alert(1)", HARMLESS),
            ("https://toys.example/?q=[[ 9091*7777 ]]", FORM),
            ("https://toys.example/?q={{9091*7777}}&amp;x=%3Cscript%3E", HARMLESS),
            ("https://täuschung.example/", HARMLESS),
            ("https://xn--80ak6aa92e.example/", HARMLESS),
            ("https://toys.example:99999/", "[addresses-can-be-opened]"),
            ("https://toys.example/" + "a" * 100_000, HARMLESS),
        )
    ),
    *(
        swap(f"DOI {doi[:40]}", "doi: 10.99999/invented.2018.1", f"doi: {json.dumps(doi)}", rule)
        for doi, rule in (
            ("javascript:alert(1)", FORM),
            ("10.99999/<script>alert(1)</script>", FORM),
            ('10.99999/"onclick="alert(1)', FORM),
            ("10.99999/../../evil", HARMLESS),
            ("10.99999/');alert(1);//", HARMLESS),
            ("10.99999/?x#[[9091*7777]]", HARMLESS),
            ("https://doi.org/10.99999/x", FORM),
        )
    ),
)

PATHS: tuple[Case, ...] = (
    *(
        file(f"key of a source {key[:40]!r}", GOOD.replace("lamp-2018", json.dumps(key)), rule)
        for key, rule in (
            ("../../etc/passwd", FORM),
            ("a/b", FORM),
            ("__proto__", FORM),
            ("", "[yaml-is-simple]"),
            (" ", FORM),
            ("a b", FORM),
            ("Lamp-2018", FORM),
            ("l\u0430mp-2018", FORM),
            ("lamp-2018\n", FORM),
            ("2018-lamp", FORM),
            ("a" * 61, FORM),
            ('"><script>alert(1)</script>', FORM),
            ("[[9091*7777]]", FORM),
        )
    ),
    file("key of a source that JavaScript knows", GOOD.replace("lamp-2018", "constructor"), HARMLESS),
    *(
        swap(f"successor {slug[:30]!r}", "lead: Toyville", f"successor: {json.dumps(slug)}\nlead: Toyville", rule)
        for slug, rule in (
            ("../../etc/passwd", FORM),
            ("pebble-house/..", FORM),
            ("pebble-house\n", FORM),
            ("p\u0435bble-house", FORM),
            ("hostile", "[successor-exists]"),
            ("constructor", "[successor-exists]"),
        )
    ),
    *(
        file(f"former address {alias[:30]!r}", f"{GOOD}aliases:\n  - {json.dumps(alias)}\n", rule)
        for alias, rule in (
            ("../../index", FORM),
            ("../pebble-house", FORM),
            (".", FORM),
            ("", FORM),
            ("tea\n", FORM),
            ("a/b", FORM),
            ("Pebble-House", FORM),
            ("p\u0435bble-house", FORM),
            ("pebble-house", "[aliases-are-free]"),
            ("hostile", "[aliases-are-free]"),
            ("index", "[aliases-are-free]"),
            ("page", "[aliases-are-free]"),
            ("new", "[aliases-are-free]"),
            ("con", "[aliases-are-free]"),
            ("a" * 300, "[aliases-are-free]"),
        )
    ),
    *(
        swap(f"term {term!r}", "  - housing\ntarget", f"  - {json.dumps(term)}\ntarget", "[terms-are-known]")
        for term in (
            "h\u043eusing",
            "Housing",
            "housing ",
            "../housing",
            "constructor",
            "<b>housing</b>",
            "housing\u00ad",
        )
    ),
    *(
        swap(f"date {date!r}", "date: 2026-11-01", f"date: {json.dumps(date)}", rule)
        for date, rule in (
            ("2026-02-30", "[dates-exist]"),
            ("0000-00-00", "[dates-exist]"),
            ("9999-12-31", "[past-dates-are-past]"),
            ("２０２６-１１-０１", FORM),
            ("٢٠٢٦-١١-٠١", FORM),
            ("2026-11-01\n", FORM),
            ("2026-11-01T00:00:00Z", FORM),
        )
    ),
)

START = "---\ntitle: Tea Congress\norganiser: Tea Club\nstarts: 2018-05-01\n"
REST = """sources:
  tea-2018:
    type: webpage
    title: Tea
    organisation: Tea Club
---

"""
EVENTS: tuple[Case, ...] = tuple(
    file(f"event: {name}", text, outcome, "hostile.md")
    for name, text, outcome in (
        ("empty", "", YAML),
        ("no fields", "Tea\n", YAML),
        ("fields that never end", "---\ntitle: Tea\n", YAML),
        ("bomb", "---\na: &a [x]\nb: [*a, *a]\n---\n", "[yaml-is-simple]"),
        ("invisible character in the prose", "---\ntitle: Tea\n---\n\u202eTea\n", "[file-is-plain-text]"),
        ("script in the prose", f"{START}{REST}{SCRIPT}\n", HTML),
        ("link to a script", f"{START}{REST}[tea](javascript:alert(1))\n", LINK),
        ("path to a practice", f"{START}practices:\n  - ../../x\n{REST}Tea [@tea-2018].\n", FORM),
    )
)

REFERENCES: tuple[Case, ...] = ADDRESSES + PATHS + EVENTS
