from __future__ import annotations

from xml.etree import ElementTree

from scripts.render.qr import QUIET_ZONE, inline_qr, qr_file

ADDRESS = "https://toyville.example/practices/teapot-round/"
SVG = "{http://www.w3.org/2000/svg}"


def test_the_file_is_a_picture_of_at_least_two_centimetres_with_a_title() -> None:
    root = ElementTree.fromstring(qr_file(ADDRESS, 'QR code of "<Tea> & cake"'))
    assert root.findtext(f"{SVG}title") == 'QR code of "<Tea> & cake"'
    width = float(root.attrib["width"].removesuffix("mm"))
    assert root.attrib["width"] == root.attrib["height"]
    assert width - 2 * QUIET_ZONE >= 20


def test_the_quiet_zone_is_white() -> None:
    root = ElementTree.fromstring(inline_qr(ADDRESS))
    ground, code = root.iter("path")
    side = root.attrib["viewBox"].split()[2]
    assert ground.attrib == {"fill": "#fff", "d": f"M0 0h{side}v{side}h-{side}z"}
    assert code.attrib["d"].startswith(f"M{QUIET_ZONE} {QUIET_ZONE}.5h7")


def test_the_same_address_gives_the_same_bytes_and_another_one_others() -> None:
    assert inline_qr(ADDRESS) == inline_qr(ADDRESS) != inline_qr(f"{ADDRESS}x")
    assert qr_file(ADDRESS, "x") == qr_file(ADDRESS, "x")
