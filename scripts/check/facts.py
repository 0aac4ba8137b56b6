"""Rules for facts about a practice: place, money, mechanisms, numbers studied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.check.document import Document
from scripts.check.record import Fault
from scripts.check.wording import shown

_CURRENCIES = """
AED ALL AMD ANG ARS ATS AUD AZN BAM BEF BGN BRL BYN BYR CAD CHF CLP CNY COP CSK CYP CZK DEM DKK EEK
EGP ESP EUR FIM FRF GBP GEL GRD HKD HRK HUF IDR IEP ILS INR ISK ITL JOD JPY KES KRW KZT LBP LTL LUF
LVL MAD MDL MKD MTL MXN MYR NGN NLG NOK NZD PEN PHP PKR PLN PLZ PTE QAR ROL RON RSD RUB SAR SEK SGD
SIT SKK THB TND TRL TRY TWD UAH UGX USD UYU VND XCU XDR XEU YUM ZAR
"""
CURRENCIES = frozenset(_CURRENCIES.split())
"""ISO 4217 codes that the literature on care may use, those before the euro included."""


def amounts_have_currency_and_year(practice: Document) -> Iterator[Fault]:
    """An amount of money needs its currency and its year.

    55 million means nothing without its currency, and little without its year, because money loses value.
    """
    for item in practice.record.records("funding"):
        lacking = [name for name in ("currency", "year") if not item.has(name)]
        if item.has("amount") and lacking:
            yield item.fault(
                "amount",
                "An amount needs its currency and its year.",
                f"Add {' and '.join(lacking)}, or leave the amount to the text.",
                on_key=True,
            )


def currencies_exist(practice: Document) -> Iterator[Fault]:
    """A currency is a code of ISO 4217.

    A currency in three known letters can be read by people and by programs alike.
    """
    for item in practice.record.records("funding"):
        code = item.text("currency")
        if code not in CURRENCIES and re.fullmatch("[A-Z]{3}", code):
            yield item.fault(
                "currency",
                f"{shown(code)} is not a currency code of ISO 4217.",
                "Write EUR, GBP, SEK and so on.",
            )


def nation_is_of_the_united_kingdom(practice: Document) -> Iterator[Fault]:
    """A nation goes only with the country GB.

    England, Scotland, Wales and Northern Ireland have health services of their own. The field is for them alone.
    """
    if practice.record.text("nation") and "GB" not in [code for _, code in practice.record.texts("countries")]:
        yield practice.record.fault(
            "nation",
            "A nation goes only with the country GB.",
            "Add GB to countries, or remove nation.",
            on_key=True,
        )


def places_lie_in_their_countries(practice: Document) -> Iterator[Fault]:
    """A place should lie within the named countries.

    A point in the wrong country is mostly a slip: latitude and longitude were exchanged, or a minus sign is
    missing.
    """
    countries = practice.collection.vocabularies.get("countries", {})
    codes = [code for _, code in practice.record.texts("countries") if code in countries]
    boxes = [countries[code].extra.get("bbox") for code in codes]
    if not boxes or not all(_is_box(box) for box in boxes):
        return
    for place in practice.record.records("places"):
        latitude, longitude = place.number("latitude"), place.number("longitude")
        if latitude is None or longitude is None or _inside(latitude, longitude, boxes):
            continue
        swapped = _inside(longitude, latitude, boxes)
        hint = "Latitude and longitude seem to be exchanged." if swapped else "Correct the position or the country."
        yield place.fault("latitude", f"{latitude}, {longitude} does not lie in {' or '.join(codes)}.", hint)


def _is_box(box: Any) -> bool:
    return isinstance(box, list) and len(box) == 4 and all(isinstance(edge, int | float) for edge in box)


def _inside(latitude: float, longitude: float, boxes: list[Any]) -> bool:
    return any(west <= longitude <= east and south <= latitude <= north for west, south, east, north in boxes)


def sectors_are_joined(practice: Document) -> Iterator[Fault]:
    """Integration joins sectors, so there should be two or more.

    The collection is about services that work together. An entry with one sector may belong here, but mostly one
    was forgotten.
    """
    if len(practice.record.texts("sectors")) == 1:
        yield practice.record.fault(
            "sectors",
            "There is only one sector, but integration joins sectors.",
            "Add the others, if there are any.",
        )


def mechanisms_differ(practice: Document) -> Iterator[Fault]:
    """No mechanism is named twice.

    Each mechanism is one thread of the figure and is counted once. Two notes on the same one belong together.
    """
    seen: set[str] = set()
    for mechanism in practice.record.record("integration").records("mechanisms"):
        name = mechanism.text("type")
        if name and name in seen:
            yield mechanism.fault("type", f"{shown(name)} is named twice.", "Merge the two notes.")
        seen.add(name)


def numbers_have_their_words(practice: Document) -> Iterator[Fault]:
    """A sample size or a follow-up in months should stand beside the source's own words.

    The number is for sorting and for flags; readers see the source's own words, and can check the number against
    them.
    """
    for finding in practice.record.records("findings"):
        for number, text in (("sample_size", "sample"), ("follow_up_months", "follow_up")):
            if finding.has(number) and not finding.has(text):
                yield finding.fault(
                    number,
                    f'"{number}" is given without "{text}".',
                    f"Add {text} in the source's words.",
                    on_key=True,
                )
