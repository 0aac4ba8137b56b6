"""Hostile texts: markup, template marks, links, and Markdown that takes long to read."""

from __future__ import annotations

import json

from tests.hostile.case import HARMLESS, Case, lead, prose, swap

HTML, LINK = "[texts-hold-no-html]", "[links-are-web-or-mail]"
SCRIPT = "<script>alert(1)</script>"

FIELDS = {
    "name": "name: Lantern Path of Toyville",
    "local name": "local_name: Lyktestien i Lekeby",
    "acronym": "acronym: LPT",
    "other name": "- Lamp Trail",
    "place": "- name: Toyville",
    "note on the life cycle": "Began with three lanterns",
    "lead": "lead: Toyville Town Council",
    "partner": "- Society of Neighbours",
    "note on a mechanism": "note: one purse for three offices",
    "problem": "Older people in Toyville were visited",
    "approach": "The adviser comes",
    "tool": "- text: The three-question card",
    "funding": "- text: EUR 1.2 million a year",
    "payer": "payer: Toyville",
    "unit": "unit: households",
    "statement": "- statement: Nights in hospital fell",
    "measure": "measure: nights in hospital",
    "follow-up": "follow_up: two years",
    "sample": "sample: 900 people",
    "period": "period: 2016 to 2017",
    "quotation": "quote: three nights",
    "lesson": "- text: Buy good shoes",
    "contradiction": "- text: One source counts",
    "title of a source": "title: Lanterns for all",
    "organisation of a source": "organisation: Toyville",
    "author": "- Lamp, Lucy",
    "publisher": "publisher: Journal",
    "contributor": "- name: Toy editors",
    "reviewer": "by: Toy editors",
}
"""Every free text of an entry by a piece of its line."""

MARKUP: tuple[Case, ...] = (
    *(swap(f"script in {name}", at, f"{at} {SCRIPT}", HTML) for name, at in FIELDS.items()),
    swap("script in the summary", "A walking adviser", f"{SCRIPT} A walking adviser", HTML),
    *(
        swap(f"template marks in {name}", at, f"{at} [[ 9091*7777 ]]", HARMLESS)
        for name, at in FIELDS.items()
        if not at.startswith("acronym")
    ),
    *(
        lead(f"markup {markup[:34]}", json.dumps(f"Toy {markup}"), HTML)
        for markup in (
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<svg onload=alert(1)//",
            "<iframe srcdoc='<script>alert(1)</script>'>",
            "<a href='javascript:alert(1)'>x</a>",
            "<object data=javascript:alert(1)>",
            "<form action=javascript:alert(1)><input type=submit>",
            "<ScRiPt>alert(1)</sCrIpT>",
            "<!--><script>alert(1)</script>-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?xml version='1.0'?>",
            "</title><script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "<math><mtext></mtext></math>",
            "<style>*{display:none}</style>",
            "<base href='https://evil.example/'>",
            "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
            "<x contenteditable autofocus onfocus=alert(1)>",
        )
    ),
    *(
        lead(f"harmless as text {text[:34]}", json.dumps(f"Toy {text}", ensure_ascii=False), HARMLESS)
        for text in (
            "< script>alert(1)</ script>",
            "＜script＞alert(1)＜/script＞",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)",
            '" onmouseover="alert(1)" x="',
            "' onmouseover='alert(1)' x='",
            '"><',
            "`onmouseover=alert(1)`",
            "javascript:alert(1)",
            "');alert(1);//",
            "\\u003cscript\\u003ealert(1)",
            "${alert(1)}",
            "{{ 9091*7777 }} {% raw %} {# x #}",
            "[[ self.__init__.__globals__ ]] [% include 'page.html' %] [# x #]",
            "[% block body %] [% endblock %] ]] %] #]",
            "{{constructor.constructor('alert(1)')()}}",
            "<%= 9091*7777 %> #{9091*7777} @(9091*7777)",
            "=cmd|' /C calc'!A0",
            '=HYPERLINK("https://evil.example/")',
            "+1+1",
            "%s %n %x {0} {name}",
            "$(touch /tmp/x) `touch /tmp/x` ; touch /tmp/x",
            "' OR 1=1; DROP TABLE practices; --",
            "../../../../etc/passwd",
            "\\\\evil.example\\share",
            "\\begin{document}\\input{/etc/passwd}",
            "@article{x, title={y}}",
            "TY  - JOUR",
            "]]>",
            "-->",
            "\u202f\u00a0Toy",
            "ﷺ" * 30,
            "🏳️‍🌈👩‍👩‍👧‍👦",
            "المدينة שלום 都市",
        )
    ),
)

PROSE: tuple[Case, ...] = (
    *(
        prose(f"link {target[:34]}", f"[tea]({target})", LINK)
        for target in (
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "&#106;avascript:alert(1)",
            "&Tab;javascript:alert(1)",
            "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "//evil.example/",
            "/practices/",
            "../../",
            "#content",
            "ftp://evil.example/",
            "tel:112",
            "blob:https://toys.example/1",
            "\\javascript:alert(1)",
            "https&colon;//evil.example",
        )
    ),
    prose("link in angle brackets", "[tea](<javascript:alert(1)>)", "error"),
    prose("link over two lines", "[tea](\njavascript:alert(1))", LINK),
    prose("link by reference", "[tea][pot]\n\n[pot]: javascript:alert(1)", LINK),
    prose("address in angle brackets", "<javascript:alert(1)>", "error"),
    prose("image", "![tea](https://evil.example/pixel.gif)", "[texts-hold-no-images]"),
    prose("image by reference", "![tea][pot]\n\n[pot]: https://evil.example/pixel.gif", "[texts-hold-no-images]"),
    prose("script over several lines", "<script>\nalert(1)\n</script>", HTML),
    prose("tag over two lines", "<img\nsrc=x onerror=alert(1)>", HTML),
    prose("entity of a tag", "&lt;script&gt;alert(1)&lt;/script&gt;", HARMLESS),
    prose("code with markup", "`<script>alert(1)</script>`", HTML),
    prose("heading", "# Toyville\n\n###### Toyville", HARMLESS),
    prose("title of a link", '[tea](https://toys.example/ "\' onclick=alert(1)")', HARMLESS),
    prose("quotes in an address", '[tea](https://toys.example/"onclick=alert(1))', HARMLESS),
    prose("five thousand quotes in quotes", ">" * 5000 + " tea", HARMLESS),
    prose("two thousand lists in lists", "- " * 2000 + "tea", HARMLESS),
    prose("twenty thousand open brackets", "[" * 20_000, HARMLESS),
    prose("twenty thousand closed brackets", "]" * 20_000, HARMLESS),
    prose("ten thousand brackets in brackets", "[" * 10_000 + "a" + "]" * 10_000, HARMLESS),
    prose("ten thousand open links", "[a](" * 10_000, "error"),
    prose("ten thousand links with no end", "[a](<b" * 10_000, "error"),
    prose("twenty thousand open images", "![" * 20_000, HARMLESS),
    prose("fifty thousand stars", "*" * 50_000, HARMLESS),
    prose("twenty thousand open stresses", "*a " * 20_000, HARMLESS),
    prose("ten thousand mixed stresses", "*a _b " * 10_000, HARMLESS),
    prose("stresses and words", "a**b" * 20_000 + "c* ", HARMLESS),
    prose("fifty thousand backticks", "`" * 50_000, HARMLESS),
    prose("backticks that never match", "".join("e" + "`" * n for n in range(1, 500)), HARMLESS),
    prose("fifty thousand open tags", "<" * 50_000, HARMLESS),
    prose("tag with twenty thousand spaces", "<a" + " " * 20_000 + "b", HARMLESS),
    prose("comments that never end", "<!-" * 20_000, "error"),
    prose("twenty thousand entities", "&#x22;" * 20_000, HARMLESS),
    prose("twenty thousand backslashes", "\\" * 20_000, HARMLESS),
    prose("ten thousand definitions", "\n".join(f"[k{n}]: https://toys.example/{n}" for n in range(5_000)), HARMLESS),
    prose("ten thousand hard line breaks", "a\\\n" * 10_000, HARMLESS),
    prose("ten thousand lines", "a\n" * 10_000, HARMLESS),
    prose("ten thousand paragraphs", "a\n\n" * 10_000, HARMLESS),
    prose("two thousand open quotes of code", "```\n" * 2_000, HARMLESS),
    prose("a citation that never ends", "[@" * 20_000, "[citations-are-closed]"),
    prose("ten thousand citations", "[@lamp-2018] " * 10_000, HARMLESS),
    prose("ten thousand keys in one citation", f"[{'; '.join(['@lamp-2018'] * 10_000)}]", HARMLESS),
    prose("citation of a path", "[@../../etc/passwd]", "[cited-sources-exist]"),
    prose("citation of markup", "[@<b>x</b>]", HTML),
    prose("citation of JavaScript's own", "[@constructor]", "[cited-sources-exist]"),
    prose("four thousand unknown citations", "".join(f"[@k{n}] " for n in range(4_000)), "[cited-sources-exist]"),
    prose("table that is none", "| a | b |\n|---|---|\n| <b> | c |", HTML),
    prose("template marks that never end", "[[ " * 5_000 + "[% " * 5_000 + "{{ " * 5_000, HARMLESS),
)

TEXTS: tuple[Case, ...] = MARKUP + PROSE
