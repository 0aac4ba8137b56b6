"""Asks web addresses whether they still lead somewhere: many hosts at once, each host one request at a time."""

from __future__ import annotations

import asyncio
import http
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import httpx
from httpx_retries import Retry, RetryTransport

STATUSES = ("dead", "moved", "unreachable", "refused", "alive")
"""What can be said of an address. *Refused* is not known: many hosts turn programs away that let people in."""

PERMANENT = (301, 308)
DEAD = (404, 410)
REFUSED = (401, 403, 429, 451)
TRY_AGAIN = (429, 500, 502, 503, 504)
MOST_REDIRECTS = 10
DOI = "https://doi.org/"
"""A DOI is alive if doi.org knows where it leads; the publisher behind it is not asked."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How politely to ask.

    Attributes:
        at_once: Hosts that are asked at the same time.
        pause: Seconds between two requests to one host.
        timeout: Seconds to wait for an answer.
        tries: Further tries after an answer that may pass, or none.
        backoff: Seconds before the second of these tries; doubled for each one after it.
        longest_wait: Seconds to wait before a try at most, whatever the host asks for.
    """

    at_once: int = 16
    pause: float = 0.5
    timeout: float = 20
    tries: int = 3
    backoff: float = 2
    longest_wait: float = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered.

    Attributes:
        status: One of STATUSES.
        leads_to: The new address of one that has moved for good, else "".
        note: What was answered, in words.
    """

    status: str
    leads_to: str = ""
    note: str = ""


def ask_all(
    addresses: Iterable[str], user_agent: str, on_answer: Callable[[], None] = lambda: None, pace: Pace = Pace()
) -> dict[str, Answer]:
    """Asks all addresses and returns their answers; calls ``on_answer`` after each."""
    return asyncio.run(_ask_all(list(addresses), user_agent, on_answer, pace))


async def _ask_all(
    addresses: list[str], user_agent: str, on_answer: Callable[[], None], pace: Pace
) -> dict[str, Answer]:
    patience = Retry(
        total=pace.tries,
        status_forcelist=TRY_AGAIN,
        backoff_factor=pace.backoff / 2,
        max_backoff_wait=pace.longest_wait,
    )
    async with httpx.AsyncClient(
        transport=RetryTransport(retry=patience), headers={"User-Agent": user_agent}, timeout=pace.timeout
    ) as client:
        asker = _Asker(client, pace)

        async def ask(address: str) -> Answer:
            answer = await asker.ask(address)
            on_answer()
            return answer

        answers = await asyncio.gather(*map(ask, addresses))
    return dict(zip(addresses, answers, strict=True))


class _Asker:
    def __init__(self, client: httpx.AsyncClient, pace: Pace) -> None:
        self._client = client
        self._pace = pace
        self._places = asyncio.Semaphore(pace.at_once)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._only_if_busy = Retry(
            total=pace.tries, status_forcelist=(429,), retry_on_exceptions=(), max_backoff_wait=pace.longest_wait
        )

    async def ask(self, address: str) -> Answer:
        """Asks one address and follows where it leads."""
        try:
            return await self._follow(httpx.URL(address))
        except httpx.TimeoutException:
            return Answer("unreachable", note=f"no answer within {self._pace.timeout:g} seconds")
        except httpx.ConnectError:
            return Answer("unreachable", note="no connection")
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
            return Answer("unreachable", note="the answer makes no sense")

    async def _follow(self, url: httpx.URL) -> Answer:
        new, moved = url, False
        for_good = True
        for _ in range(MOST_REDIRECTS):
            response = await self._request(url)
            if response.next_request is None:
                return _judge(response.status_code, str(new) if moved else "")
            if str(url).startswith(DOI):
                return Answer("alive")
            for_good = for_good and response.status_code in PERMANENT
            url = response.next_request.url
            if for_good:
                new, moved = url, True
        return Answer("unreachable", note=f"more than {MOST_REDIRECTS} redirects")

    async def _request(self, url: httpx.URL) -> httpx.Response:
        """Asks for the head, which costs the host least, and for the page only if that does not settle it."""
        async with self._turns[url.netloc.decode()], self._places:
            try:
                head = await self._client.head(url, extensions={"retry": self._only_if_busy})
                if head.is_success or head.next_request or head.status_code == http.HTTPStatus.TOO_MANY_REQUESTS:
                    return head
            except httpx.HTTPError:
                pass  # some hosts hang up on it
            finally:
                await asyncio.sleep(self._pace.pause)
            try:
                async with self._client.stream("GET", url) as response:
                    return response
            finally:
                await asyncio.sleep(self._pace.pause)


def _judge(code: int, leads_to: str) -> Answer:
    if code in DEAD:
        return Answer("dead", note=_words(code))
    if code in REFUSED:
        return Answer("refused", note=_words(code))
    if code >= http.HTTPStatus.BAD_REQUEST:
        return Answer("unreachable", note=_words(code))
    return Answer("moved", leads_to) if leads_to else Answer("alive")


def _words(code: int) -> str:
    known = {status.value: status.phrase for status in http.HTTPStatus}
    return f"{code} {known[code]}" if code in known else str(code)
