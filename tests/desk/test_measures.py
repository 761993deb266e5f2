"""The evals' report on the desk: for maintainers, as it was written, and confined."""

from desk.headers import CONFINED
from pipeline.compose import Newsroom
from tests.desk.conftest import Enter


def test_the_last_report_is_shown_to_maintainers_only(newsroom: Newsroom, enter: Enter) -> None:
    maintainer = enter("Mona", "maintainer")
    none = maintainer.see("/mesures")
    assert "Aucune mesure n’a encore été comparée" in none
    assert "le guide des mesures dit comment" in none
    path = newsroom.settings.report_path
    path.parent.mkdir(parents=True)
    path.write_text("<!doctype html><h1>Rien ne s’oppose au changement</h1>", "utf-8")
    answer = maintainer.client.get("/mesures")
    assert answer.text == path.read_text("utf-8")
    assert answer.headers["Content-Security-Policy"] == CONFINED
    enter("Rémi", "reviewer").see("/mesures", 403)
