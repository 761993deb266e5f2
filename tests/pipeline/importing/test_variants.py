"""An analysis as blogs write it: the same parts whatever the marks, and nothing dropped."""

import json
import re

import pytest

from pipeline.errors import UsageFault
from pipeline.importing import read_published
from pipeline.render import render
from pipeline.settings import PROJECT, load_house
from schemas.draft import Analyse, Synthese

HOUSE = load_house(PROJECT / "data")
TITLE = "MARVAL: La ville vend les trajets de ses habitants"
STANDFIRST = "La régie des transports cède les données de 40 000 abonnés à un courtier, sans leur accord."
CARD = f"""{TITLE}
Marval sells commuters' travel records to a data broker | The Marval Ledger
City documents show the transit agency signed the deal without telling riders."""
BODY = """La régie a signé en mars un contrat qui livre à un courtier les trajets de ses abonnés. Nul n'a été prévenu.

Ce contrat transforme un service public en poste d'observation : qui se déplace est suivi, qui est suivi est vendu."""
QUOTE = """"Nous n'avons jamais demandé à être pistés [traduit de l'anglais]"

— Ines Corvo, présidente de l'association des usagers, The Marval Ledger"""
WATCH = "Le contrat ne dit pas encore ce que le courtier revend. Les chiffres viennent de la régie elle-même."
ACTIONS = (
    (
        "🤘",
        "Saisir le tribunal administratif au nom des abonnés",
        "L'association des usagers peut demander au tribunal d'annuler le contrat.",
        "On saura que ça marche quand le tribunal suspendra le contrat.",
    ),
    (
        "💪",
        "Acheter ses titres de transport sans compte nominatif",
        "Chaque voyageur peut payer au guichet et refuser la carte nominative.",
        "On saura que ça marche quand la régie vendra plus de titres anonymes que de cartes.",
    ),
)
SCORE = HOUSE.texts.score_line.replace("{score}", "7")


def actions_text(bullet: str = "  • ") -> str:
    return "\n\n".join(f"{bullet}{emoji} {title}\n\n{text}\n\n→ {sign}" for emoji, title, text, sign in ACTIONS)


def article(
    *,
    title: str = TITLE,
    standfirst: str = STANDFIRST,
    date: str = "12 mai 2026",
    card: str = CARD,
    body: str = BODY,
    quote: str = QUOTE,
    watch: str = f"Points de vigilance\n\n{WATCH}",
    before_actions: str = "",
    actions: str = "",
    score: str = SCORE,
    closing: str = HOUSE.texts.closing,
) -> str:
    top = f"{title}\n\n{standfirst}\n\n" if standfirst else f"{title}\n\n"
    parts = [f"{top}{date}\n{card}", body, quote, watch, "Et maintenant ?", before_actions, actions or actions_text()]
    return "\n\n".join(part for part in parts if part) + f"\n\n\n{score}\n{closing}"


def read(text: str, name: str = "article.txt") -> Analyse:
    draft = read_published(text, name=name, house=HOUSE)
    assert isinstance(draft, Analyse)
    return draft


def parts(draft: Analyse) -> dict[str, object]:
    """What two readings of one article must share: everything but the link that only some formats carry."""
    whole = draft.model_dump(mode="json", exclude={"notes", "unplaced"})
    whole["source"]["url"] = ""
    return whole


PLAIN = read(article())


def test_the_plain_article() -> None:
    assert PLAIN.title == TITLE
    assert PLAIN.standfirst == STANDFIRST
    assert PLAIN.date == "12 mai 2026"
    assert PLAIN.source.outlet == "The Marval Ledger"
    assert PLAIN.source.description == CARD.split("\n")[2]
    assert [one.text for one in PLAIN.body] == BODY.split("\n\n")
    assert PLAIN.quotes[0].translation == "Nous n'avons jamais demandé à être pistés [traduit de l'anglais]"
    assert PLAIN.quotes[0].speaker == "Ines Corvo"
    assert PLAIN.quotes[0].role == "présidente de l'association des usagers"
    assert PLAIN.watchpoints == WATCH
    read_actions = [("🤘💪✊"[["coalition", "individual", "resistance"].index(a.kind)], a.title) for a in PLAIN.actions]
    assert read_actions == [(emoji, title) for emoji, title, _, _ in ACTIONS]
    assert [(a.description, a.signal) for a in PLAIN.actions] == [(text, sign) for _, _, text, sign in ACTIONS]
    assert PLAIN.score == 7
    assert PLAIN.closing is None
    assert not PLAIN.unplaced
    assert not PLAIN.notes


SAME = {
    "watchpoints inline": article(watch=f"Points de vigilance : {WATCH}"),
    "watchpoints inline, no-break space": article(watch=f"Points de vigilance\u00a0: {WATCH}"),
    "watchpoints with a colon": article(watch=f"Points de vigilance :\n\n{WATCH}"),
    "watchpoints without a blank line": article(watch=f"POINTS DE VIGILANCE\n{WATCH}"),
    "heading without a space": article().replace("Et maintenant ?", "Et maintenant?"),
    "heading with a no-break space": article().replace("Et maintenant ?", "Et maintenant\u202f?"),
    "bullets with a dash": article(actions=actions_text("- ")),
    "bullets with a star": article(actions=actions_text("* ")),
    "no bullets": article(actions=actions_text("")),
    "numbers before the emoji": article(actions=actions_text("1. ")),
    "bullets without a space": article(actions=actions_text("•")),
    "no blank lines in a proposal": article(actions=actions_text().replace("\n\n→", "\n→")),
    "arrow in ASCII": article().replace("→ ", "-> "),
    "no arrow": article().replace("→ ", ""),
    "emoji with a variation selector": article().replace("💪", "💪\ufe0f"),
    "signal on the description's line": article(actions=actions_text().replace("\n\n→", " →")),
    "windows line ends": article().replace("\n", "\r\n"),
    "byte order mark": "\ufeff" + article(),
    "final newline": article() + "\n",
    "score before the proposals": article(score="").replace("Et maintenant ?", f"{SCORE}\n\nEt maintenant ?"),
    "score under the heading": article(score="", before_actions=SCORE),
    "score at the top": article(score="").replace(BODY, f"{SCORE}\n\n{BODY}"),
    "attribution on the next line": article(quote=QUOTE.replace("\n\n", "\n")),
    "attribution with a short dash": article(quote=QUOTE.replace("— ", "- ")),
    "bracket outside the marks": article(quote=QUOTE.replace(" [traduit de l'anglais]\"", "\" [traduit de l'anglais]")),
    "curly marks": article(quote=QUOTE.replace('"Nous', "“Nous").replace(']"', "]”")),
    "card not repeating the title": article(card="\n".join(CARD.split("\n")[1:])),
    "card lines apart": article(card=CARD.replace("\n", "\n\n")),
    "no blank lines": re.sub(r"\n+", "\n", article()),
    "every line apart": re.sub(r"\n+", "\n\n", article()),
    "card apart from the date": article(card="\n" + CARD),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_reads_the_same_parts(text: str) -> None:
    draft = read(text)
    assert parts(draft) == parts(PLAIN)
    assert not draft.unplaced


def test_guillemets_make_the_draft_classic() -> None:
    draft = read(article(quote=QUOTE.replace('"Nous', "«\u00a0Nous").replace(']"', "]\u00a0»")))
    assert draft.typography == "classic"
    assert draft.quotes == PLAIN.quotes
    assert "«\u00a0Nous" in render(draft, "text", house=HOUSE)


def test_no_standfirst() -> None:
    draft = read(article(standfirst=""))
    assert draft.standfirst == ""
    assert parts(draft) == {**parts(PLAIN), "standfirst": ""}


def test_standfirst_after_the_date() -> None:
    text = article(standfirst="").replace("12 mai 2026\n", f"12 mai 2026\n\n{STANDFIRST}\n\n")
    assert parts(read(text)) == parts(PLAIN)


def test_no_date() -> None:
    draft = read(article().replace("12 mai 2026\n", ""))
    assert parts(draft) == {**parts(PLAIN), "date": ""}


def test_no_card() -> None:
    draft = read(article(card="").replace("2026\n\n\n", "2026\n\n"))
    assert draft.source.title == ""
    assert draft.body == PLAIN.body
    assert draft.standfirst == STANDFIRST


@pytest.mark.parametrize(
    "date",
    [
        "6 février 2026",
        "le 6 février 2026",
        "Publié le 6 février 2026",
        "vendredi 6 février 2026",
        "06/02/2026",
        "6.2.2026",
        "2026-02-06",
        "1er mars 2026",
        "6 fév. 2026",
        "6 févr. 2026 · 4 min",
        "6 février 2026 à 14 h 30",
        "6 AOÛT 2026",
        "Par Anne Roux, le 6 février 2026",
        "Mis à jour le 6 février 2026",
    ],
)
def test_other_dates(date: str) -> None:
    draft = read(article(date=date))
    assert draft.date == date
    assert parts(draft) == {**parts(PLAIN), "date": date}


def test_no_quote() -> None:
    draft = read(article(quote=""))
    assert draft.quotes == ()
    assert draft.body == PLAIN.body


def test_two_quotes() -> None:
    second = "« Le contrat est légal [traduit de l'anglais] »\n\n— Tom Hale, The Marval Ledger"
    draft = read(article(body=f"{QUOTE}\n\n{BODY}", quote=second))
    assert [one.position for one in draft.quotes] == [0, 2]
    assert draft.quotes[1].translation == "Le contrat est légal [traduit de l'anglais]"
    assert (draft.quotes[1].speaker, draft.quotes[1].role, draft.quotes[1].outlet) == (
        "Tom Hale",
        "",
        "The Marval Ledger",
    )


def test_quote_without_attribution() -> None:
    draft = read(article(quote=QUOTE.split("\n", maxsplit=1)[0]))
    assert len(draft.quotes) == 1
    assert draft.quotes[0].speaker == ""


def test_a_paragraph_between_two_quotations_is_prose() -> None:
    prose = '"Marval" et ses voisines ont choisi le même "courtier"'
    draft = read(article(quote=prose))
    assert draft.quotes == ()
    assert draft.body[-1].text == prose


def test_opening_sentence_is_kept_and_said() -> None:
    draft = read(article(before_actions="Deux pistes, à portée de main."))
    assert draft.actions == PLAIN.actions
    assert draft.unplaced == ("Deux pistes, à portée de main.",)
    assert any("Deux pistes" in note for note in draft.notes)


def test_two_proposals_of_one_kind() -> None:
    draft = read(article(actions=actions_text().replace("💪", "🤘")))
    assert [one.kind for one in draft.actions] == ["coalition", "coalition"]


def test_missing_signal() -> None:
    draft = read(article(actions=actions_text().replace(f"\n\n→ {ACTIONS[0][3]}", "")))
    assert [one.signal for one in draft.actions] == ["", ACTIONS[1][3]]
    assert [one.title for one in draft.actions] == [ACTIONS[0][1], ACTIONS[1][1]]


def test_last_signal_missing_leaves_the_score_alone() -> None:
    draft = read(article(actions=actions_text().replace(f"\n\n→ {ACTIONS[1][3]}", "")))
    assert (draft.actions[1].description, draft.actions[1].signal) == (ACTIONS[1][2], "")
    assert (draft.score, draft.closing) == (7, None)


@pytest.mark.parametrize("number", [0, 1])
def test_missing_title(number: int) -> None:
    emoji, title, _, _ = ACTIONS[number]
    draft = read(article(actions=actions_text().replace(f"  • {emoji} {title}\n\n", "")))
    assert [one.title for one in draft.actions] == [one[1] if n != number else "" for n, one in enumerate(ACTIONS)]
    assert [one.description for one in draft.actions] == [one[2] for one in ACTIONS]
    assert [one.signal for one in draft.actions] == [one[3] for one in ACTIONS]
    assert not draft.unplaced
    assert any(f"Proposition {number + 1}" in note for note in draft.notes)


@pytest.mark.parametrize("bullet", ["", "• ", "- "])
def test_titles_without_emoji(bullet: str) -> None:
    text = re.sub(r"  • [🤘💪] ", bullet, article())
    draft = read(text)
    assert [one.title for one in draft.actions] == [one[1] for one in ACTIONS]
    assert [one.description for one in draft.actions] == [one[2] for one in ACTIONS]
    assert any("son genre n'est pas marqué" in note for note in draft.notes)


@pytest.mark.parametrize("bullet", ["- ", "1. ", "    * "])
def test_a_list_within_a_description_begins_no_proposal(bullet: str) -> None:
    listed = f"{bullet}par un référé\n{bullet}par une plainte"
    draft = read(article(actions=actions_text().replace(ACTIONS[0][2], f"{ACTIONS[0][2]}\n\n{listed}")))
    assert [one.title for one in draft.actions] == [one[1] for one in ACTIONS]
    assert draft.actions[0].description == f"{ACTIONS[0][2]}\n\n{listed}"
    assert not draft.notes


def test_a_title_without_its_emoji_among_marked_ones() -> None:
    text = article(actions=actions_text().replace("💪 ", "").replace(f"\n\n→ {ACTIONS[0][3]}", ""))
    assert [one.title for one in read(text).actions] == [one[1] for one in ACTIONS]


def test_watchpoints_after_the_proposals() -> None:
    text = article(watch="").replace(f"\n\n\n{SCORE}", f"\n\nPoints de vigilance\n\n{WATCH}\n\n\n{SCORE}")
    assert parts(read(text)) == parts(PLAIN)


def test_kind_named_before_the_title() -> None:
    for label in ("🤘 Coalition : ", "Coalition — "):
        assert read(article().replace("🤘 ", label)).actions == PLAIN.actions
    assert read(article().replace("  • 💪 ", "Individuel : ")).actions == PLAIN.actions


def test_another_score_line() -> None:
    draft = read(article(score="Score : 9/10"))
    assert draft.score == 9
    assert draft.closing is None
    assert any("Score : 9/10" in note for note in draft.notes)


def test_a_figure_over_ten_is_no_score() -> None:
    body = "9/10 des abonnés n'ont rien signé, dit la régie, et personne ne leur a rien demandé."
    draft = read(article(body=f"{body}\n\n{BODY}"))
    assert draft.score == 7
    assert draft.body[0].text == body


def test_an_edited_closing_stays_as_it_was() -> None:
    closing = HOUSE.texts.closing.replace("Discord", "Mastodon")
    draft = read(article(closing=closing))
    assert draft.closing == closing
    assert draft.actions == PLAIN.actions
    assert render(draft, "text", house=HOUSE).endswith(closing)


def test_no_break_spaces_of_a_closing_stay() -> None:
    closing = HOUSE.texts.closing.replace(" :", "\u202f:")
    assert closing != HOUSE.texts.closing
    assert render(read(article(closing=closing)), "text", house=HOUSE).endswith(closing)


def test_the_label_is_the_houses() -> None:
    draft = read(f"{article()}\n\n{HOUSE.texts.ai_label}")
    assert draft.labelled
    assert not PLAIN.labelled
    assert parts(draft) == {**parts(PLAIN), "labelled": True}


def test_an_address_on_the_card() -> None:
    draft = read(article(card=f"{CARD}\nhttps://ledger.example/marval"))
    assert draft.source.url == "https://ledger.example/marval"
    assert parts(draft) == parts(PLAIN)


HTML = f"""<!doctype html><html><head><title>{TITLE}</title><style>p {{ color: red }}</style></head><body>
<nav><a href="/">Accueil</a></nav><article><h1>{TITLE}</h1><p><em>{STANDFIRST}</em></p><p><time>12 mai 2026</time></p>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://ledger.example/marval">
<div class="kg-bookmark-content"><div class="kg-bookmark-title">{CARD.split(chr(10))[1]}</div>
<div class="kg-bookmark-description">{CARD.split(chr(10))[2]}</div></div></a></figure>
<p>{BODY.split(chr(10) + chr(10), maxsplit=1)[0]}</p><p>{BODY.split(chr(10) + chr(10))[1]}</p>
<blockquote>{QUOTE.split(chr(10), maxsplit=1)[0]}</blockquote><p>{QUOTE.split(chr(10))[2]}</p>
<p><strong>Points de vigilance :</strong> {WATCH}</p><h2>Et maintenant&nbsp;?</h2><ul>
{"".join(f"<li><strong>{e} {t}</strong><br>{d}<br>→ {s}</li>" for e, t, d, s in ACTIONS)}</ul>
<p>{SCORE}</p><p>{HOUSE.texts.closing.replace(chr(10) + chr(10), "</p><p>").replace(chr(10), "<br>")}</p>
</article><footer>Mentions</footer></body></html>"""


@pytest.mark.parametrize(
    "html",
    [
        HTML,
        HTML.replace("<ul>", "").replace("</ul>", "").replace("<li>", "<p>").replace("</li>", "</p>"),
        HTML.replace("</strong><br>", "</strong> "),
        HTML.replace("<li><strong>", "<li><h3>").replace("</strong><br>", "</h3>"),
        HTML.replace("<blockquote>", "<blockquote><p>")
        .replace("</blockquote><p>", "</p><p>")
        .replace("The Marval Ledger</p>\n<p><strong>", "The Marval Ledger</p></blockquote>\n<p><strong>"),
    ],
    ids=["list with breaks", "paragraphs", "bold lead", "headings", "attribution inside"],
)
def test_html_reads_as_the_plain_text(html: str) -> None:
    draft = read(html, "article.html")
    assert parts(draft) == parts(PLAIN)
    assert draft.source.url == "https://ledger.example/marval"
    assert draft.unplaced == ("Accueil", "Mentions")


def test_ghost_export_reads_as_the_plain_text() -> None:
    inner = HTML.partition("</h1>")[2].partition("</article>")[0].replace("<p><time>12 mai 2026</time></p>", "")
    post = {
        "id": "1",
        "title": TITLE,
        "html": inner.replace(f"<p><em>{STANDFIRST}</em></p>", ""),
        "custom_excerpt": STANDFIRST,
        "published_at": "2026-05-12T08:00:00.000Z",
    }
    draft = read(json.dumps({"db": [{"meta": {}, "data": {"posts": [post]}}]}), "export.json")
    assert parts(draft) == parts(PLAIN)


@pytest.mark.parametrize("target", ["markdown", "hashnode", "html", "ghost", "text"])
def test_every_target_reads_back(target: str) -> None:
    draft = PLAIN.model_copy(
        update={"source": PLAIN.source.model_copy(update={"url": "https://ledger.example/a_(b)?c=1&d=2"})}
    )
    name = {"markdown": "a.md", "hashnode": "a.md", "text": "a.txt"}.get(target, "a.html")
    again = read(render(draft, target, house=HOUSE), name)  # type: ignore[arg-type]
    assert parts(again) == parts(draft)
    assert again.source.url == (draft.source.url if target != "text" else "")
    assert not again.unplaced


def test_lost_links_are_said() -> None:
    draft = read(HTML.replace("un courtier", '<a href="https://broker.example/">un courtier</a>', 1), "a.html")
    assert any("https://broker.example/" in note for note in draft.notes)


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(UsageFault):
        read_published(text, name="vide.txt", house=HOUSE)


@pytest.mark.parametrize("text", ['{"a": 1}', "{broken", '{"posts": []}', "[1, 2]"])
def test_json_that_is_no_article_is_refused(text: str) -> None:
    with pytest.raises(UsageFault):
        read_published(text, name="export.json", house=HOUSE)


def test_kind_is_detected() -> None:
    assert isinstance(read_published("# T\n\n## TL;DR\n\n- a\n\n## B\n\nc", name="x", house=HOUSE), Synthese)
