"""Looks in a page for what a contributed text must never become."""

from __future__ import annotations

from html.parser import HTMLParser

OWN_SCRIPTS = ("../assets/scripts/", "assets/scripts/")
ADDRESSES = {"href", "src", "action", "formaction", "data", "srcdoc", "poster", "xlink:href", "cite", "background"}
SAFE = ("http://", "https://", "mailto:")
NEVER = {"iframe", "object", "embed", "base", "style", "frame", "applet", "audio", "video", "img", "math", "marquee"}
PRODUCT = "70700707"
"""What a template would make of the 9091*7777 that hostile texts hold between its marks."""


def harm_in(page: str) -> list[str]:
    """Returns what is harmful in a page: scripts, handlers, odd addresses, foreign elements, templates that ran."""
    search = _Search()
    search.feed(page)
    search.close()
    return search.found + (["a template was run"] if PRODUCT in page else [])


class _Search(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NEVER:
            self.found.append(f"<{tag}>")
        data = dict(attrs).get("type") == "application/ld+json"
        if tag == "script" and not data and not (dict(attrs).get("src") or "").startswith(OWN_SCRIPTS):
            self.found.append("<script>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "http-equiv"):
                self.found.append(f"<{tag} {name}>")
            elif name in ADDRESSES and not _is_safe(value or ""):
                self.found.append(f"<{tag} {name}={value!r}>"[:80])


def _is_safe(address: str) -> bool:
    plain = "".join(address.split()).lower()
    return plain.startswith(SAFE) or ":" not in plain.partition("/")[0]
