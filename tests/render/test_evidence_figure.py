from __future__ import annotations

from scripts.render.evidence_figure import EvidenceFigure, Sign, draw_evidence
from tests.derive.invented import finding, practice
from tests.toy import vocabularies


def draw(*findings: dict[str, object]) -> EvidenceFigure:
    return draw_evidence(practice(findings=list(findings)), vocabularies())


def test_each_finding_stands_in_the_row_of_its_outcome_and_the_column_of_its_level() -> None:
    figure = draw(
        finding(domain="cost", design="expert-opinion", direction="negative"),
        finding(design="monitoring"),
        finding(design="randomised-trial", direction="none"),
    )
    assert figure.levels == ("L0", "L1", "L2", "L3", "L4", "L5")
    service_use, cost = figure.lines
    assert service_use.domain == "service-use"
    assert service_use.columns == ((), (), (Sign(2, "positive"),), (), (Sign(1, "none"),), ())
    assert (cost.domain, cost.columns[0]) == ("cost", (Sign(3, "negative"),))


def test_findings_of_one_outcome_and_level_share_a_place() -> None:
    (line,) = draw(finding(direction="mixed"), finding(direction="unclear")).lines
    assert line.columns[3] == (Sign(1, "mixed"), Sign(2, "unclear"))


def test_the_key_names_the_directions_that_occur() -> None:
    figure = draw(finding(direction="unclear"), finding(direction="positive"), finding(direction="unclear"))
    assert figure.directions == ("positive", "unclear")


def test_findings_about_the_model_are_left_out() -> None:
    assert draw(finding(about="the-model")).lines == ()
    assert draw().directions == ()
