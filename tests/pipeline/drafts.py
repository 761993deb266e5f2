"""Drafts made up for property tests: French prose with everything in it that a format could trip over."""

from hypothesis import strategies as st

from schemas.action import Action
from schemas.draft import (
    Analyse,
    Block,
    BodyParagraph,
    DraftQuote,
    Section,
    Seo,
    SourceCard,
    Synthese,
    with_ids,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[clic](javascript:alert(1))",
    "![trait](https://pisteur.example/x.png)",
    "[ref]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "&lt;b&gt; &amp; &eacute;",
    "**gras** et _souligné_ et ~~barré~~",
    "`code` et ``double``",
    "C:\\dossier\\*.txt",
    "snake_case_name et 5*3*2",
    "{{ 7*7 }} {% raw %}",
    "a < b > c & d",
    "[traduit de l'anglais] [a][b] [c]: d",
    "%[https://embed.example/]",
    '"><svg onload=alert(1)>',
)
SENTENCES = (
    "La régie a signé un contrat qui livre à un courtier les trajets de ses abonnés.",
    "Personne ne leur a rien demandé, et les élus l'ont appris par la presse.",
    "Ce service public devient un poste d'observation : qui se déplace est suivi.",
    "Jusqu'à 40 000 personnes seraient concernées, selon les documents de la ville.",
    "L'outil avait été conçu pour des cas limités ; il s'étend désormais à tous.",
)
CLAUSES = ("Saisir le tribunal au nom des abonnés", "Payer ses trajets en espèces", "Refuser la carte nominative")

plain_sentences = st.sampled_from(SENTENCES)
odd_words = st.sampled_from(HOSTILE)


@st.composite
def prose(draw: st.DrawFn, hostile: bool = True) -> str:
    """A paragraph longer than any standfirst; it opens on plain words."""
    first = "Le mécanisme est simple et personne ne l'a vu venir dans cette ville où tout le monde prend le bus."
    lead = f"{first} {draw(plain_sentences)} {draw(plain_sentences)} {draw(plain_sentences)} {draw(plain_sentences)}"
    more = draw(st.lists(plain_sentences | (odd_words if hostile else plain_sentences), max_size=3))
    return " ".join([lead, *more])


@st.composite
def short(draw: st.DrawFn, hostile: bool = True) -> str:
    words = [draw(st.sampled_from(CLAUSES))]
    if hostile and draw(st.booleans()):
        words.append(draw(odd_words))
    return " ".join([*words, draw(st.sampled_from(("sans attendre", "dès demain")))])


@st.composite
def quotes(draw: st.DrawFn, positions: int) -> DraftQuote:
    outlet = draw(st.sampled_from(("The Marval Ledger", "Radio Sud")))
    return DraftQuote(
        translation=f"{draw(plain_sentences)} {draw(odd_words)} [traduit de l'anglais]",
        speaker=draw(st.sampled_from(("Ines Corvo", "J.-P. O'Brien"))),
        role=draw(st.sampled_from(("maire", "directrice, chargée de l'eau"))),
        outlet=outlet,
        position=draw(st.integers(0, positions)),
    )


@st.composite
def actions(draw: st.DrawFn) -> Action:
    return Action(
        kind=draw(st.sampled_from(("coalition", "individual", "resistance"))),
        title=draw(short()),
        description="\n\n".join(draw(st.lists(prose(), min_size=1, max_size=2))),
        signal=f"On saura que ça marche quand {draw(plain_sentences).lower()}",
        origin="human",
    )


@st.composite
def analyses(draw: st.DrawFn) -> Analyse:
    """An analysis in the form that import gives: a score, no pillars."""
    body = draw(st.lists(prose(), min_size=1, max_size=4))
    found = sorted(draw(st.lists(quotes(len(body)), max_size=2)), key=lambda quote: quote.position)
    title = f"MARVAL: {draw(short())}"
    draft = Analyse(
        title=title,
        standfirst=draw(st.just("") | plain_sentences),
        date=draw(st.sampled_from(("6 févr. 2026", "31 déc. 2025", "1 mai 2026"))),
        source=SourceCard(
            url=draw(st.sampled_from(("", "https://ledger.example/a_(b)?c=1&d=2"))),
            title="City sells commuters' records | The Marval Ledger",
            description=draw(st.none() | st.just("Documents show the deal was <signed> without telling *riders*.")),
            outlet="The Marval Ledger",
        ),
        body=tuple(BodyParagraph(text=text) for text in body),
        quotes=tuple(found),
        watchpoints=draw(prose()),
        actions=tuple(draw(st.lists(actions(), min_size=1, max_size=3))),
        score=draw(st.integers(0, 10)),
        closing=draw(st.none() | st.just("Note de la rédaction\nSur la méthode.\n\nMerci de votre lecture !")),
        typography="plain",
        labelled=draw(st.booleans()),
    )
    return draft.model_copy(update=with_ids(draft).__dict__)


INLINE = (
    "du **gras** et de l'*italique*",
    "un [lien](https://ledger.example/a_(b)?c=1&d=2) dans la phrase",
    "une valeur `x = 1`",
    "un prix de 5\\*3 et une note_basse",
    "la société R&D, 3 < 4",
)


@st.composite
def inline(draw: st.DrawFn) -> str:
    return " ".join([draw(plain_sentences), *draw(st.lists(plain_sentences | st.sampled_from(INLINE), max_size=3))])


@st.composite
def block(draw: st.DrawFn) -> Block:
    if draw(st.booleans()):
        return Block(text=draw(inline()))
    items = draw(st.lists(inline(), min_size=1, max_size=3))
    return Block(kind="list", text="\n".join(f"- {item}" for item in items))


@st.composite
def sections(draw: st.DrawFn) -> Section:
    found = draw(st.lists(block(), min_size=1, max_size=3))
    # Two lists in a row are one list to any reader.
    kept = [one for n, one in enumerate(found) if n == 0 or one.kind != "list" or found[n - 1].kind != "list"]
    heading = draw(st.sampled_from(("Le contrat et ses suites", "Ce que dit la ville", "Conclusion et perspectives")))
    return Section(heading=heading, level=draw(st.sampled_from((2, 2, 3))), blocks=tuple(kept))


@st.composite
def syntheses(draw: st.DrawFn) -> Synthese:
    """A new synthesis, before any file of it exists."""
    url = "https://ledger.example/marval"
    draft = Synthese(
        title=draw(st.sampled_from(('Marval : "tout" se vend', "La ville vend l'eau"))),
        tldr=tuple(draw(st.lists(inline(), min_size=1, max_size=5))),
        sections=tuple(draw(st.lists(sections(), min_size=1, max_size=4))),
        seo=Seo(title="Marval : les trajets vendus", description='Ce que "vendre" veut dire.\\ Fin'),
        slug="marval-trajets-vendus",
        canonical=url,
        source=SourceCard(url=url),
        typography="plain",
        labelled=draw(st.booleans()),
    )
    return draft.model_copy(update=with_ids(draft).__dict__)
