"""Whatever a file holds, each of its lines is found again in the draft, in the house's texts, or among the unplaced."""

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.importing import read_published
from pipeline.settings import PROJECT, load_house

HOUSE = load_house(PROJECT / "data")
GOLDEN = PROJECT / "data" / "golden"
ANALYSE = (GOLDEN / "analyse-dhs-comptes-anonymes" / "golden.txt").read_text("utf-8").split("\n")
SYNTHESE = (GOLDEN / "synthese-ice-280-millions" / "golden.md").read_text("utf-8").split("\n")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

strays = st.sampled_from(
    (
        "Une ligne venue d'ailleurs",
        "Publicité : abonnez-vous à la lettre du soir",
        "  • Une puce sans emoji",
        "🤘 Une proposition de plus",
        "→ Une flèche perdue",
        "— Quelqu'un, quelque part",
        '"Une citation seule et sans auteur"',
        "« Une autre » — Anne Roux, élue, Radio Sud",
        "9/10",
        "Score : 3/10",
        "Points de vigilance : encore un mot",
        "Et maintenant ? Tout reste à faire.",
        "12 mars 2020",
        "https://ailleurs.example/page",
        "Source : https://ailleurs.example/autre",
        "Another English headline | The Other Paper",
        "ledger.example",
        "## Un intertitre",
        "- une puce",
        "[lien](https://ailleurs.example/)",
        "cle: valeur",
        "",
    )
)


@st.composite
def damaged(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """The article with lines put in, taken out and moved."""
    found = list(lines)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(found) - 1))
        change = draw(st.sampled_from(("insert", "insert", "remove", "move")))
        if change == "insert":
            found.insert(at, draw(strays))
        elif change == "remove" and len(found) > 4:
            del found[at]
        else:
            found.insert(draw(st.integers(0, len(found) - 1)), found.pop(at))
    return found


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    return [text for one in value or () for text in strings(one)] if isinstance(value, list | tuple) else []


def held(text: str, name: str) -> str:
    """All words of the draft, each text apart, and those of the house."""
    draft = read_published(text, name=name, house=HOUSE)
    house = [
        *strings(HOUSE.texts.model_dump()),
        *(HOUSE.texts.score_line.replace("{score}", str(n)) for n in range(11)),
    ]
    return " ".join(words(one) for one in [*strings(draft.model_dump(mode="json")), *house])


def lost(lines: list[str], name: str) -> list[str]:
    whole = held("\n".join(lines), name)
    headings = "|".join(map(re.escape, (HOUSE.texts.watchpoints_heading, HOUSE.texts.actions_heading)))
    cores = [re.sub(rf"^\W*(?:(?:{headings})\s*[:?]|source\b)", "", line, flags=re.IGNORECASE) for line in lines]
    return [line for line in cores if words(line) not in whole]


@QUICK
@given(lines=damaged(ANALYSE))
def test_no_line_of_an_analysis_is_lost(lines: list[str]) -> None:
    assert lost(lines, "a.txt") == []


@QUICK
@given(lines=damaged(SYNTHESE))
def test_no_line_of_a_synthesis_is_lost(lines: list[str]) -> None:
    assert lost(lines, "s.md") == []


@QUICK
@given(text=st.text(max_size=300), name=st.sampled_from(("a.txt", "a.md", "a.html")))
def test_any_text_is_read(text: str, name: str) -> None:
    if text.strip().removeprefix("\ufeff").strip():
        read_published(text, name=name, house=HOUSE)


def test_a_lost_line_would_be_seen() -> None:
    assert "absent de tout" not in held("\n".join(ANALYSE), "a.txt")
