"""Asking the model for renderings: what failed once is asked again, what was answered is not."""

from typing import Any

import pytest
from pydantic import BaseModel

from pipeline.compose_by_choice.asking import Passage, Tally
from pipeline.compose_by_choice.examples import Examples
from pipeline.compose_by_choice.rendering import Renderer
from pipeline.embedding import embed
from pipeline.errors import PermanentError
from pipeline.models import Prompt
from pipeline.prompts import Prompts
from pipeline.settings import load_settings
from tests.pipeline.articles import MARLOW
from tests.pipeline.standins import Teller

SETTINGS = load_settings({})
PASSAGE = Passage("The council voted on Monday.")


class Absent:
    """A model that is away at first."""

    def __init__(self) -> None:
        self.is_away = True

    def __call__(self, _prompt: Prompt, _reply: type[BaseModel], _seed: int) -> dict[str, Any]:
        if self.is_away:
            raise PermanentError("Le modèle n’est pas là.")
        return {"text": "Le conseil a voté lundi."}


def test_a_passage_that_failed_is_asked_again_and_an_answered_one_is_not() -> None:
    absent = Absent()
    model = Teller(absent)
    renderer = Renderer(model=model, prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    with pytest.raises(PermanentError):
        renderer.greedy([PASSAGE], MARLOW, Tally())
    absent.is_away = False
    assert renderer.greedy([PASSAGE], MARLOW, Tally()) == ("Le conseil a voté lundi.",)
    asked = len(model.prompts)
    assert renderer.greedy([PASSAGE], MARLOW, Tally()) == ("Le conseil a voté lundi.",)
    assert len(model.prompts) == asked == 2


def test_another_attempt_has_candidates_of_its_own() -> None:
    def tell(_prompt: Prompt, _reply: type[BaseModel], seed: int) -> dict[str, Any]:
        return {"text": f"Le conseil a voté lundi, essai {seed}."}

    said = {
        Renderer(
            model=Teller(tell), prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house, attempt=attempt
        ).greedy([PASSAGE], MARLOW, Tally())
        for attempt in (1, 2, 3)
    }
    assert len(said) == 3


def test_a_rendering_that_leaves_out_a_figure_gives_way_to_one_that_has_it() -> None:
    said = ["Le conseil a installé des caméras en mai.", "Le conseil a installé 46 caméras en mai."]

    def tell(_prompt: Prompt, _reply: type[BaseModel], seed: int) -> dict[str, Any]:
        return {"text": said[min(seed, 1)]}

    model = Teller(tell)
    renderer = Renderer(model=model, prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    (best,) = renderer.render([Passage("The council put up 46 cameras in May.")], MARLOW, Tally())
    assert best is not None
    assert best.french == said[1]
    assert len(model.prompts) == 2
    said[1] = said[0]
    (best,) = renderer.render([Passage("The council put up 47 cameras in May.")], MARLOW, Tally())
    assert best is not None
    assert best.is_clean
    assert not best.is_whole


def test_a_rendering_that_turns_the_sense_round_gives_way_to_one_that_keeps_it() -> None:
    said = ["Dans la vallée, l’emploi est de 9,1 %.", "Dans la vallée, le chômage est de 9,1 %."]

    def tell(_prompt: Prompt, _reply: type[BaseModel], seed: int) -> dict[str, Any]:
        return {"text": said[min(seed, 1)]}

    renderer = Renderer(model=Teller(tell), prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    (best,) = renderer.render([Passage("Unemployment stands at 9.1 percent in the valley.")], MARLOW, Tally())
    assert best is not None
    assert best.french == said[1]
    assert best.is_whole


def test_a_headline_that_does_not_come_back_gives_way_to_a_take_that_does() -> None:
    said = ["Le conseil vend une vignette chilienne", "Le conseil vend un vignoble chilien"]
    back = {said[0]: "The advice sells a sticker", said[1]: "The council sells a Chilean vineyard"}

    def tell(prompt: Prompt, _reply: type[BaseModel], seed: int) -> dict[str, Any]:
        french = prompt.task.split("\nPhrase: ")[-1]
        return {"text": back[french] if french in back else said[min(seed, 1)]}

    model = Teller(tell)
    renderer = Renderer(model=model, prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    headline = Passage("Council sells Chilean vineyard", "Headline", thoroughly=True)
    (best,) = renderer.render([headline], MARLOW, Tally())
    assert best is not None
    assert (best.french, best.is_whole, len(model.prompts)) == (said[1], True, 4)
    back[said[1]] = back[said[0]]
    renderer = Renderer(model=Teller(tell), prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    (best,) = renderer.render([headline], MARLOW, Tally())
    assert best is not None
    assert best.is_clean
    assert not best.is_whole


def test_a_french_sentence_that_is_half_copied_gives_way() -> None:
    told = "La ville a fermé le pont, car personne ne savait qui devait payer les travaux du printemps."
    article = MARLOW.model_copy(
        update={"language": "fr", "paragraphs": (MARLOW.paragraphs[0].model_copy(update={"text": told}),)}
    )
    said = {"text": told.replace("du printemps", "de la saison")}
    renderer = Renderer(model=Teller(lambda *_: said), prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    (best,) = renderer.render([Passage(told)], article, Tally())
    assert best is not None
    assert not best.is_clean


def test_a_headline_is_shown_beside_those_most_like_it_but_for_one_take() -> None:
    model = Teller(lambda _prompt, _reply, _seed: {"text": "Le conseil interdit les caméras."})
    renderer = Renderer(model=model, prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    headline = Passage("Council bans face cameras at bus stops", "Headline", thoroughly=True)
    renderer.render([headline, Passage("The council banned them.")], MARLOW, Tally())
    shown = [one.task.count("Headline: ") for one in model.prompts if headline.text in one.task]
    assert shown[:2] == [4, 1]
    assert [one.task.count("Sentence: ") for one in model.prompts if "banned them" in one.task] == [1]
    alike = Examples(Prompts(SETTINGS.prompts_dir)).like(headline.text)
    places = [model.prompts[0].task.index(f'Headline: {one.text}\n{{"text": "{one.french}"}}') for one in alike]
    assert places == sorted(places)
    nearness = embed([one.text for one in alike]) @ embed([headline.text])[0]
    assert list(nearness) == sorted(nearness)
    assert nearness[0] > 0.3


@pytest.mark.parametrize("wrong", ["Le Sénat interdit les caméras de Marlow", "Marlow interdit celles-ci"])
def test_a_headline_that_names_another_or_points_back_gives_way_to_a_take_that_does_not(wrong: str) -> None:
    said = [wrong, "Marlow interdit les caméras"]

    def tell(prompt: Prompt, _reply: type[BaseModel], seed: int) -> dict[str, Any]:
        return {"text": "Marlow bans cameras"} if "Phrase: " in prompt.task else {"text": said[min(seed, 1)]}

    renderer = Renderer(model=Teller(tell), prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    (best,) = renderer.render([Passage("Marlow bans cameras", "Headline", thoroughly=True)], MARLOW, Tally())
    assert best is not None
    assert (best.french, best.is_whole) == (said[1], True)


def test_two_takes_go_back_to_english_in_a_row() -> None:
    def tell(prompt: Prompt, _reply: type[BaseModel], _seed: int) -> dict[str, Any]:
        return {"text": "Marlow bans cameras" if "Phrase: " in prompt.task else "Marlow interdit les caméras"}

    model = Teller(tell)
    renderer = Renderer(model=model, prompts=Prompts(SETTINGS.prompts_dir), house=SETTINGS.house)
    (best,) = renderer.render([Passage("Marlow bans cameras", "Headline", thoroughly=True)], MARLOW, Tally())
    assert best is not None
    assert best.echo == pytest.approx(1.0)
    assert ["Phrase: " in one.task for one in model.prompts] == [False, False, True]
