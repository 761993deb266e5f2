"""Samples and references hold together: every fact stands on its page, every reference keeps the house's rules."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from lxml import html as markup

from evals.samples import Sample, load_sample, load_samples, stands_in
from pipeline.errors import UsageFault
from pipeline.settings import load_house
from pipeline.typography import typeset
from schemas.draft import Analyse, Synthese, read_draft
from schemas.parts import iter_parts

DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLES = {one.name: one for one in load_samples(DATA / "samples")}
CASES = sorted(path.parent.name for path in (DATA / "golden").glob("*/case.toml"))
REFERENCES = [name for name in CASES if (DATA / "golden" / name / "reference.json").is_file()]
PUBLISHED = [name for name in CASES if any((DATA / "golden" / name).glob("golden.*"))]
HOUSE = load_house(DATA)
FACTS_MET = 0.7


def page_text(sample: Sample) -> str:
    """All that a browser would find in the page, captions and meta lines too; comments left out."""
    tree = markup.fromstring(sample.html.decode("utf-8"))
    meta = [str(one) for one in tree.xpath("//meta/@content")]
    # Blocks that touch in the markup must not run together in the text.
    return " ".join([*(str(one) for one in tree.xpath("//text()")), *meta])


def case_of(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / "golden" / name / "case.toml").read_text("utf-8"))


def reference_of(name: str) -> Analyse | Synthese:
    return read_draft(json.loads((DATA / "golden" / name / "reference.json").read_text("utf-8")))


def draft_text(draft: Analyse | Synthese) -> str:
    return "\n".join(part.text for part in iter_parts(draft))


def test_every_page_has_its_card_and_every_card_its_page() -> None:
    pages = {path.stem for path in (DATA / "samples").glob("*.html")}
    assert pages == set(SAMPLES)
    assert len(pages) >= 14


@pytest.mark.parametrize("name", SAMPLES)
def test_facts_stand_on_their_page(name: str) -> None:
    sample = SAMPLES[name]
    text = re.sub(r"\s+", " ", page_text(sample))
    for fact in sample.facts:
        assert stands_in(fact.sentence, text), fact.id
        assert fact.met_in(fact.french), f"{fact.id}: the fact's own French does not meet its groups"


@pytest.mark.parametrize("name", SAMPLES)
def test_cards_say_what_the_page_says(name: str) -> None:
    sample = SAMPLES[name]
    text = page_text(sample)
    assert stands_in(sample.title, text)
    assert all(stands_in(author, text) for author in sample.authors)
    assert re.fullmatch(r"https?://[a-z.-]+\.example/\S*", sample.url)
    if sample.outcome == "draft":
        assert 6 <= len(sample.facts) <= 10


def test_the_set_covers_what_a_newsroom_meets() -> None:
    tags = {tag for sample in SAMPLES.values() for tag in sample.tags}
    assert tags >= {"figures", "speakers", "alleged", "opinion", "paywall", "french-source", "third-language"}
    assert tags >= {"injection", "long", "no-article", "stand-in", "ordinary"}
    kinds = [reference_of(name).format for name in REFERENCES]
    assert kinds.count("analyse") >= 7
    assert kinds.count("synthese") >= 5
    assert len({case_of(name)["sample"] for name in REFERENCES}) >= 12


@pytest.mark.parametrize("name", CASES)
def test_cases_name_a_sample_whose_page_holds_their_quotes(name: str) -> None:
    case = case_of(name)
    sample = SAMPLES[case["sample"]]
    assert case["stand_in"] == sample.stand_in
    text = re.sub(r"\s+", " ", page_text(sample))
    assert all(stands_in(quote, text) for quote in case["quotes"])
    golden = [path for path in (DATA / "golden" / name).iterdir() if path.name.startswith(("golden.", "reference."))]
    assert len(golden) == ("no-reference" not in case["tags"])


@pytest.mark.parametrize("name", REFERENCES)
def test_references_carry_the_facts_and_no_trap(name: str) -> None:
    case, draft = case_of(name), reference_of(name)
    facts = SAMPLES[case["sample"]].facts
    text = draft_text(draft)
    assert draft.format == case["kind"]
    assert sum(fact.met_in(text) for fact in facts) >= FACTS_MET * len(facts)
    assert not [trap for trap in case["traps"] if stands_in(trap, text)]
    assert not draft.notes


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_articles_carry_the_facts_of_their_stand_in(name: str) -> None:
    case = case_of(name)
    (golden,) = (DATA / "golden" / name).glob("golden.*")
    text = golden.read_text("utf-8")
    facts = SAMPLES[case["sample"]].facts
    assert sum(fact.met_in(text) for fact in facts) >= FACTS_MET * len(facts)
    assert not [trap for trap in case["traps"] if stands_in(trap, text)]


@pytest.mark.parametrize("name", REFERENCES)
def test_references_quote_their_page_word_for_word(name: str) -> None:
    case, draft = case_of(name), reference_of(name)
    sample = SAMPLES[case["sample"]]
    text = re.sub(r"\s+", " ", page_text(sample))
    for quote in draft.quotes if isinstance(draft, Analyse) else ():
        assert quote.original
        assert stands_in(quote.original, text)
        assert quote.speaker in text
        assert quote.translation.endswith("[traduit de l’anglais]") == (sample.language == "en")
        assert quote.outlet == sample.outlet


@pytest.mark.parametrize("name", REFERENCES)
def test_sentences_of_references_cover_their_paragraphs(name: str) -> None:
    draft = reference_of(name)
    blocks = draft.body if isinstance(draft, Analyse) else [one for section in draft.sections for one in section.blocks]
    for block in blocks:
        covered = "".join(block.text[one.start : one.end] for one in block.sentences)
        assert re.sub(r"^- |\n- | ", "", block.text) == re.sub(r" ", "", covered)
        assert all(one.evidence for one in block.sentences if one.stance == "fact")


@pytest.mark.parametrize("name", REFERENCES)
def test_references_keep_classic_typography(name: str) -> None:
    # Names of people and outlets are written as they write them.
    parts = [one for one in iter_parts(reference_of(name)) if not one.path.endswith((".outlet", ".speaker"))]
    for part in parts:
        assert "'" not in part.text, part.path
        assert '"' not in part.text, part.path
        assert typeset(part.text, "classic") == part.text, part.path
        assert not re.search(r" [:;?!%»]|« |\w[;?!%»]|«\w", part.text), part.path


@pytest.mark.parametrize("name", REFERENCES)
def test_references_keep_the_form_of_their_kind(name: str) -> None:
    draft, limits = reference_of(name), HOUSE.limits
    assert len(draft.title) <= limits.title_aim
    if isinstance(draft, Analyse):
        assert_form_of_analyse(draft)
        return
    top = [one for one in draft.sections if one.level == 2]
    assert limits.sections[0] <= len(top) <= limits.sections[1]
    assert top[-1].heading == HOUSE.texts.conclusion_heading
    assert limits.tldr[0] <= len(draft.tldr) <= limits.tldr[1]
    assert limits.slug_words[0] <= len(draft.slug.split("-")) <= limits.slug_words[1]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", draft.slug)
    assert len(draft.seo.title) <= limits.seo_title_aim + 5
    assert len(draft.seo.description) <= limits.seo_description_aim


def assert_form_of_analyse(draft: Analyse) -> None:
    limits = HOUSE.limits
    assert len(draft.standfirst) <= limits.standfirst_max
    assert limits.body_paragraphs[0] <= len(draft.body) <= limits.body_paragraphs[1]
    assert limits.body_chars[0] <= sum(len(one.text) for one in draft.body) <= limits.body_chars[1]
    assert len(draft.quotes) <= limits.quotes_max
    assert draft.pillars
    assert draft.pillars.total == draft.score
    assert set(draft.pillar_reasons) == set(HOUSE.pillars)
    assert sorted(one.kind for one in draft.actions) == ["coalition", "individual", "resistance"]
    for action in draft.actions:
        assert len(action.title) <= limits.action_title_max
        assert limits.action_description[0] <= len(action.description) <= limits.action_description[1]
        assert action.signal.startswith(HOUSE.texts.signal_opening)
        assert all(one.text in action.description for one in action.outside_knowledge)


def test_a_card_that_does_not_hold_together_is_refused(tmp_path: Path) -> None:
    card = (DATA / "samples" / "port-phones.toml").read_text("utf-8")
    (tmp_path / "spoilt.html").write_text("<p>x</p>", "utf-8")
    (tmp_path / "spoilt.toml").write_text(card.replace('outcome = "draft"', 'outcome = "held"'), "utf-8")
    with pytest.raises(UsageFault):
        load_sample(tmp_path, "spoilt")
    with pytest.raises(UsageFault):
        load_sample(tmp_path, "absent")


def test_a_fact_is_met_by_any_alternative_of_every_group() -> None:
    fact = SAMPLES["port-phones"].facts[-1].model_copy(update={"must": (("2,3 millions",), ("capteurs", "L'appareil"))})
    assert fact.met_in("Quelque 2,3\u00a0millions, selon l’APPAREIL")
    assert not fact.met_in("Quelque 2,3 milliards de capteurs")
    assert not fact.met_in("Quelque 2,3 millions")
