"""The whole site works below any path of a host."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.site.tabs import Tabs


def test_from_home_through_the_site_and_back(sub_path_tabs: Tabs) -> None:
    base = sub_path_tabs.address
    assert base.endswith("/some/where/")
    page = sub_path_tabs.open()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Practices").click()
    assert page.url == f"{base}practices/"
    page.locator("[data-catalogue][data-ready]").wait_for()
    page.locator("input[name=target_group][value=older-people]").check()
    assert page.url == f"{base}practices/?target_group=older-people"
    page.locator(".card__name a:visible").first.click()
    assert page.url.startswith(f"{base}practices/")
    page.locator("article a.term").first.click()
    assert page.url.startswith(f"{base}target-groups/")
    page.locator(".card__name a").first.click()
    page.locator("article a.term[href*='/mechanisms/']").first.click()
    assert page.url.startswith(f"{base}mechanisms/")
    page.get_by_role("link", name="Common Thread").first.click()
    assert page.url == base
    expect(page.locator("h1")).to_be_visible()
    assert sub_path_tabs.faults == []


def test_the_search_in_the_header_leads_to_a_practice(sub_path_tabs: Tabs) -> None:
    page = sub_path_tabs.open("about/")
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("searchbox").fill("Trieste")
    result = page.get_by_role("dialog").get_by_role("link", name="Trieste community mental health system")
    result.click()
    page.wait_for_url(f"{sub_path_tabs.address}practices/trieste-community-mental-health/")


def test_each_part_of_the_frame_leads_into_the_site(sub_path_tabs: Tabs) -> None:
    page = sub_path_tabs.open("practices/maia/")
    links = page.locator("header a, footer a").evaluate_all("links => links.map((link) => link.href)")
    assert len(links) > 10
    outside = [link for link in links if not link.startswith(sub_path_tabs.address)]
    assert outside == ["https://creativecommons.org/licenses/by/4.0/"]
