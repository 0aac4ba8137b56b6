"""Hostile files by their form: bombs, bytes that are no text, YAML that is not what it seems, odd file names."""

from __future__ import annotations

import random

from tests.hostile.case import GOOD, HARMLESS, LEAD, Case, file, lead, line, swap

SIMPLE, YAML, TEXT = "[yaml-is-simple]", "[file-is-yaml]", "[file-is-plain-text]"
NAME = "[file-name-is-an-address]"

LAUGHS = "a0: &a0 ha\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
BYTES = random.Random(7).randbytes(4000)

BOMBS: tuple[Case, ...] = (
    file("billion laughs", LAUGHS, SIMPLE),
    file("alias to itself", "name: &a [*a]\n", SIMPLE),
    lead("anchor", "&a Toy", SIMPLE),
    lead("alias", "*a", SIMPLE),
    line("merge key", "<<: {lead: Toy}", SIMPLE),
    line("merge of a list", "<<: [{lead: Toy}]", SIMPLE),
    lead("tag that runs a command", "!!python/object/apply:os.system ['true']", SIMPLE),
    lead("tag that names a function", "!!python/name:os.system", SIMPLE),
    lead("binary tag", "!!binary SGVsbG8=", SIMPLE),
    lead("set tag", "!!set {a, b}", SIMPLE),
    lead("own tag", "!tea cup", SIMPLE),
    lead("empty tag", "! 12", SIMPLE),
    lead("tag that is not declared", "!e!x tea", YAML),
    file("tag directive", "%TAG ! tag:tea.example,2026:\n---\nname: !x y\n", SIMPLE),
    file("YAML of another version", "%YAML 3.0\n---\nname: x\n", YAML),
    file("two documents", GOOD + "---\nname: x\n", SIMPLE),
    file("a thousand documents", "---\na: b\n" * 1000, SIMPLE),
    file("ten thousand open brackets", "name: " + "[" * 10_000, SIMPLE),
    file("ten thousand open braces", "name: " + "{a: " * 10_000, SIMPLE),
    file("nested block lists", "- " * 5000 + "x\n", SIMPLE),
    file("nested block fields", "".join(f"{' ' * n}a:\n" for n in range(500)), SIMPLE),
    file("nested question marks", "? " * 5000 + "x\n", SIMPLE),
    line("thirteen levels", "lead: " + "[" * 13 + "]" * 13, SIMPLE),
    lead("a quarter of a megabyte in one text", "x" * 240_000, HARMLESS),
    lead("a quarter of a megabyte of words", "tea " * 60_000, HARMLESS),
    file("more than 256 KiB", b"#" * (256 * 1024 + 1), TEXT),
    file("fifty megabytes", b"a: b\n" * 10_000_000, TEXT),
    line("a key of 200,000 letters", f"{'k' * 200_000}: x", YAML),
    line("sixty thousand letters in a key", f"? {'k' * 60_000}\n: x", "[fields-are-known]"),
    file("twenty thousand fields", "".join(f"k{n}: 1\n" for n in range(20_000)), "[fields-are-known]"),
    line("sixty thousand items", "lead: [" + "a, " * 60_000 + "]", "[values-have-their-kind]"),
    swap("twenty thousand empty items", "partners:\n", "partners:\n" + "  -\n" * 20_000, "[items-differ]"),
    swap("the same item ten thousand times", "partners:\n", "partners:\n" + "  - tea\n" * 10_000, "[items-differ]"),
    lead("a number of 200,000 digits", "9" * 200_000, HARMLESS),
    lead("a hundred thousand quotes", "'" + "''" * 100_000 + "'", HARMLESS),
    lead("fifty thousand backslash codes", '"' + "\\x41" * 50_000 + '"', HARMLESS),
    file("only opening quotes", '"' * 100_001, YAML),
    file("a hundred thousand colons", ": " * 100_000, "hostile.yml:1:"),
    file("a hundred thousand empty lines", "\n" * 100_000, YAML),
    file("a hundred thousand comments", "#\n" * 100_000, YAML),
)

NO_TEXT: tuple[Case, ...] = (
    file("empty file", b"", YAML),
    file("only spaces", b"   \n  \n", YAML),
    file("only a comment", "# tea\n", YAML),
    file("only ---", "---\n", YAML),
    file("only ...", "...\n", YAML),
    file("null", "null\n", YAML),
    file("a list at the top", "- a\n- b\n", YAML),
    file("a text at the top", "tea\n", YAML),
    file("a number at the top", "12\n", YAML),
    file("byte-order mark", b"\xef\xbb\xbf" + GOOD.encode(), TEXT),
    file("byte-order mark inside", GOOD.replace("Toyville", "Toy\ufeffville", 1), TEXT),
    file("UTF-16 little endian", GOOD.encode("utf-16"), TEXT),
    file("UTF-16 big endian", GOOD.encode("utf-16-be"), TEXT),
    file("UTF-32", GOOD.encode("utf-32"), TEXT),
    file("UTF-7", "+ADw-script+AD4-".encode("ascii"), YAML),
    file("Latin-1", GOOD.replace("Toyville", "Tøyville").encode("latin-1"), TEXT),
    file("Windows-1252", GOOD.replace("Toyville", "Toy–ville").encode("cp1252"), TEXT),
    file("UTF-8 cut off", GOOD.encode() + b"\xe2\x82", TEXT),
    file("UTF-8 that is too long", b"name: \xc0\xbcscript\xc0\xbe\n", TEXT),
    file("half of a pair in UTF-8", b"name: \xed\xa0\x80\n", TEXT),
    file("beyond Unicode", b"name: \xf4\x90\x80\x80\n", TEXT),
    file("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + BYTES, TEXT),
    file("a gzip file", b"\x1f\x8b\x08\0" + BYTES, TEXT),
    file("a program", b"\x7fELF\x02\x01\x01" + BYTES, TEXT),
    file("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + BYTES, TEXT),
    file("chance bytes", BYTES, TEXT),
    file("only zeros", b"\0" * 1000, TEXT),
    file("old Macintosh line ends", GOOD.replace("\n", "\r"), HARMLESS),
    file("Windows line ends", GOOD.replace("\n", "\r\n"), HARMLESS),
    *(
        lead(f"invisible character {ord(sign):04X}", f"Toy{sign}ville", TEXT)
        for sign in "\0\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\u2028\u2029\ufffe\uffff"
        "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u206a\ufff9\U000e0041"
    ),
    *(
        lead(f"backslash code {code}", f'"Toy{code}ville"', SIMPLE)
        for code in ("\\0", "\\a", "\\b", "\\e", "\\x9b", "\\u202e", "\\u2066", "\\uFEFF", "\\N", "\\L", "\\u200b")
    ),
    lead("half of a pair by backslash code", '"\\ud800"', YAML),
    lead("joiner that some scripts need", "می\u200cخواهم", HARMLESS),
    lead("a heap of accents", "Zalgo" + "\u0301" * 400, HARMLESS),
    lead("private use", "\ue000", "[values-have-their-form]"),
)

SYNTAX: tuple[Case, ...] = (
    line("tab in the indentation", "lead:\n\t- x", YAML),
    lead("tab before the value", "\tToyville", HARMLESS),
    lead("quote not closed", '"Toy', YAML),
    lead("single quote not closed", "'Toy", YAML),
    lead("bracket not closed", "[Toy", YAML),
    lead("brace not closed", "{Toy: x", YAML),
    lead("colon in the text", "Toy: town", YAML),
    lead("at sign first", "@toy", YAML),
    lead("backtick first", "`toy`", YAML),
    lead("percent first", "%toy", YAML),
    lead("text beside a block sign", "| toy", YAML),
    lead("question mark", "? toy", YAML),
    lead("unknown backslash code", '"\\q"', YAML),
    line("key without a name", ": toy", YAML),
    line("key that is a list", "? [a]\n: toy", SIMPLE),
    line("key that is a block", "? {a: b}\n: toy", SIMPLE),
    line("key that is null", "null: toy", "[fields-are-known]"),
    line("key that is a number", "12: toy", "[fields-are-known]"),
    line("key with a path", "../../lead: toy", "[fields-are-known]"),
    line("key of JavaScript's own", "__proto__: {a: b}", "[fields-are-known]"),
    line("key with markup", '"<script>alert(1)</script>": toy', "[fields-are-known]"),
    line("key with template marks", '"[[ 9091*7777 ]]": toy', "[fields-are-known]"),
    line("key that moves the cursor", '"\\e[2J": toy', "hostile.yml"),
    line("the same key twice", f"{LEAD}lead: x", SIMPLE),
    line("the same key in quotes", f'{LEAD}"lead": x', SIMPLE),
    line("the same key by backslash code", f'{LEAD}"le\\u0061d": x', SIMPLE),
    swap("the same source twice", "  lamp-2018:\n", "  toyville-2016: {}\n  lamp-2018:\n", SIMPLE),
)

KINDS: tuple[Case, ...] = tuple(
    lead(f"{value} for a text", value, "[values-have-their-kind]")
    for value in ("[]", "{}", "null", "~", "true", "12", "-0.5", "[[]]", "{a: [b]}")
) + tuple(
    swap(f"{value[:20]} for a year", "started: 2010", f"started: {value}", rule)
    for value, rule in (
        ("1e999", "[values-have-their-kind]"),
        (".inf", "[values-have-their-kind]"),
        (".nan", "[values-have-their-kind]"),
        ("-.inf", "[values-have-their-kind]"),
        ("0x7DA", "[values-have-their-kind]"),
        ("2_010", "[values-have-their-kind]"),
        ("20:10", "[values-have-their-kind]"),
        ("٢٠١٠", "[values-have-their-kind]"),
        ("２０１０", "[values-have-their-kind]"),
        ("999999999999999", "[values-have-their-form]"),
        ("-999999999999999", "[values-have-their-form]"),
        ("9" * 5000, "[values-have-their-kind]"),
        ("2010.5", "[values-have-their-kind]"),
        ("-0", "[values-have-their-form]"),
    )
)

NAMES: tuple[Case, ...] = (
    *(
        file(f"file name {name!r}"[:60], GOOD, NAME, name)
        for name in (
            *("Lantern-Path.yml", "LANTERN-PATH.yml", "l\u0430ntern.yml", "läntern.yml", "lantern path.yml", ".yml"),
            *(".hidden.yml", "..yml", "...yml", "-a.yml", "a-.yml", "a--b.yml", "a_b.yml", "a.b.yml", "a.yml.yml"),
            *("index.yml", "page.yml", "new.yml", "con.yml", "nul.yml", "aux.yml", "prn.yml", "com1.yml", "lpt9.yml"),
            *("a\nb.yml", "a\x1b[2Jb.yml", "a\u202eb.yml", "<b>.yml", "'x'.yml", '"x".yml', "%2e%2e%2fa.yml"),
            *(
                "[[ 9091*7777 ]].yml",
                "$(true).yml",
                "~.yml",
                "a" * 101 + ".yml",
                "hostile.yaml",
                "\udcff.yml",
                "ｆull.yml",
            ),
        )
    ),
    file("file name that JavaScript knows", GOOD, HARMLESS, "constructor.yml"),
    file("file name of one digit", GOOD, HARMLESS, "0.yml"),
)

FORM: tuple[Case, ...] = BOMBS + NO_TEXT + SYNTAX + KINDS + NAMES
