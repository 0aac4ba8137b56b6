"""Every way in which a host can answer, asked of a real one on this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from scripts.publish.asking import MOST_REDIRECTS, STATUSES, Answer, Pace, ask_all
from tests.publish.answering import Host, answering

QUICK = Pace(pause=0, timeout=20, tries=2, backoff=0.02, longest_wait=0.1)
AGENT = "Toy Thread link check (+https://toys.example/)"


@pytest.fixture(scope="module")
def answers() -> Iterator[Host]:
    with answering() as host:
        yield host


@pytest.fixture
def host(answers: Host) -> Host:
    answers.asked.clear()
    return answers


def ask(host: Host, path: str, pace: Pace = QUICK) -> Answer:
    address = f"{host.address}{path}"
    return asked([address], pace)[address]


def asked(addresses: Sequence[str], pace: Pace, told: Callable[[], None] = lambda: None) -> Mapping[str, Answer]:
    """Asks from a thread of its own: the browser of other tests leaves an event loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(ask_all, addresses, AGENT, told, pace).result()


@pytest.mark.parametrize(
    ("path", "status", "note"),
    [
        ("/200", "alive", ""),
        ("/204", "alive", ""),
        ("/slow", "alive", ""),
        ("/302/200", "alive", ""),
        ("/404", "dead", "404 Not Found"),
        ("/410", "dead", "410 Gone"),
        ("/302/404", "dead", "404 Not Found"),
        ("/301/404", "dead", "404 Not Found"),
        ("/401", "refused", "401 Unauthorized"),
        ("/403", "refused", "403 Forbidden"),
        ("/429", "refused", "429 Too Many Requests"),
        ("/400", "unreachable", "400 Bad Request"),
        ("/500", "unreachable", "500 Internal Server Error"),
        ("/999", "unreachable", "999"),
        ("/hang-up", "unreachable", "the answer makes no sense"),
        ("/round", "unreachable", f"more than {MOST_REDIRECTS} redirects"),
        ("/astray/mailto:tea@toys.example", "unreachable", "the answer makes no sense"),
    ],
)
def test_what_is_said_of_an_answer(host: Host, path: str, status: str, note: str) -> None:
    assert ask(host, path) == Answer(status, note=note)
    assert status in STATUSES


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/301/200", "/200"),
        ("/308/301/200", "/200"),
        ("/301/302/200", "/302/200"),  # only the first step is for good
        ("/302/301/200", ""),
    ],
)
def test_only_what_has_moved_for_good_has_a_new_address(host: Host, path: str, leads_to: str) -> None:
    new = f"{host.address}{leads_to}" if leads_to else ""
    assert ask(host, path) == Answer("moved" if new else "alive", new)


def test_a_host_that_never_answers_is_not_waited_for(host: Host) -> None:
    assert ask(host, "/never", Pace(pause=0, timeout=0.2, tries=0)) == Answer(
        "unreachable", note="no answer within 0.2 seconds"
    )


def test_an_address_at_which_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    assert asked([address], QUICK)[address] == Answer("unreachable", note="no connection")


@pytest.mark.parametrize("address", ["http://", "http://[", "https://tea..example/", "http://te a/", "gopher://tea"])
def test_what_is_no_address_is_not_reached(address: str) -> None:
    assert asked([address], QUICK)[address].status == "unreachable"


@pytest.mark.parametrize("path", ["/busy", "/ill"])
def test_an_answer_that_may_pass_is_asked_for_again(host: Host, path: str) -> None:
    assert ask(host, path).status == "alive"
    assert host.times(path) == 3


def test_a_host_that_stays_ill_is_given_up(host: Host) -> None:
    assert ask(host, "/503").status == "unreachable"
    assert (host.times("/503", "HEAD"), host.times("/503", "GET")) == (1, 1 + QUICK.tries)


def test_a_host_that_is_too_busy_is_not_asked_for_the_whole_page_as_well(host: Host) -> None:
    assert ask(host, "/429").status == "refused"
    assert (host.times("/429", "HEAD"), host.times("/429", "GET")) == (1 + QUICK.tries, 0)


def test_the_head_is_enough_unless_the_host_does_not_give_it(host: Host) -> None:
    ask(host, "/200")
    assert host.asked == ["HEAD /200"]
    assert ask(host, "/no-head").status == "alive"
    assert host.asked[1:] == ["HEAD /no-head", "GET /no-head"]


def test_one_host_gets_one_request_at_a_time() -> None:
    with answering() as one, answering() as other:
        addresses = [f"{host.address}/slow/{number}" for number in range(4) for host in (one, other)]
        told: list[None] = []
        answers = asked(addresses, QUICK, lambda: told.append(None))
        assert list(answers) == addresses
        assert {answer.status for answer in answers.values()} == {"alive"}
        assert (one.most_at_once, other.most_at_once, len(told)) == (1, 1, 8)
        assert one.agents == other.agents == {AGENT}
