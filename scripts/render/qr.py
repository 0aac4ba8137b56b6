"""QR codes of the addresses of pages, as SVG: error level M, with the quiet zone that readers need."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup

QUIET_ZONE = 4
"""Modules of white around a code, as ISO/IEC 18004 asks."""

MASK = 3
"""One of the eight patterns that break up plain areas. Each reads as well; trying all takes four times as long."""


def inline_qr(address: str) -> Markup:
    """The code of an address, to stand inside a page. Its size is the style sheet's, its words are the template's."""
    return Markup(
        _code(address).svg_inline(border=QUIET_ZONE, omitsize=True, svgclass=None, lineclass=None, light="#fff")
    )


def qr_file(address: str, title: str) -> str:
    """The code of an address as a file of its own: a millimetre to a module, so 37 mm wide or more."""
    file = io.BytesIO()
    _code(address).save(file, kind="svg", border=QUIET_ZONE, unit="mm", light="#fff", lineclass=None, title=title)
    return file.getvalue().decode()


def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m", boost_error=False, mask=MASK)
