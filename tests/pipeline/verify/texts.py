"""A small article and two sound drafts about it, to spoil one thing at a time."""

from pathlib import Path
from typing import Any

from pipeline.settings import load_house
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from schemas.article import Article
from schemas.draft import Analyse, Synthese, read_draft
from schemas.finding import Finding
from schemas.parts import iter_parts

HOUSE = load_house(Path(__file__).parents[3] / "data")

ARTICLE = Article.model_validate(
    {
        "url": "https://courier.example/cameras",
        "title": "Brackwater council buys 1,250 cameras without a vote",
        "description": "The contract with Lumen Sight was signed in May and never came before the council.",
        "outlet": "The Brackwater Courier",
        "authors": ["Nora Vale"],
        "language": "en",
        "paragraphs": [
            {
                "text": "The town of Brackwater bought 1,250 cameras from Lumen Sight in May. "
                "Lawmakers learned of it in June."
            },
            {"text": "The lawsuit filed by the Open Streets Alliance alleges unlawful surveillance of residents."},
            {"text": "“We were never asked,” said Ada Marsh, who leads the alliance. The company declined to comment."},
        ],
    }
)

BODY = [
    "Le contrat a été signé en mai, sans délibération : la ville de Brackwater a acheté 1 250 caméras à l'entreprise "
    "Lumen Sight, et les élus ne l'ont appris qu'en juin. Le mécanisme tient en une clause d'achat groupé, qui "
    "dispense la mairie de revenir devant le conseil tant que le montant annuel reste sous un seuil fixé d'avance.",
    "L'enjeu dépasse le matériel. Une ville qui filme ses rues sans en débattre décide à la place de ceux qui les "
    "empruntent ; elle choisit ce qui sera gardé, par qui et pour combien de temps, et personne n'a voté ces réponses. "
    "Les habitants découvrent la règle après coup, quand elle est déjà vissée aux façades.",
    "Entre les deux, l'association Open Streets Alliance a saisi la justice : elle dénonce une surveillance illégale "
    "des riverains. L'entreprise, elle, n'a pas souhaité répondre. Le schéma est connu : un outil acheté pour un usage "
    "étroit s'étend, faute de limite écrite, à tout ce qu'il permet de voir. Chaque extension paraît "
    "modeste, et leur somme ne l'est plus ; aucune n'a été discutée en public, et le conseil n'a gardé que le pouvoir "
    "de payer. La plainte dira si ce pouvoir suffit.",
]

ANALYSE: dict[str, Any] = {
    "format": "analyse",
    "typography": "plain",
    "title": "Brackwater : 1 250 caméras achetées sans débat public",
    "standfirst": "Signé en mai, le contrat avec Lumen Sight n'est jamais passé devant le conseil de la ville.",
    "date": "6 févr. 2026",
    "body": [{"text": text} for text in BODY],
    "quotes": [
        {
            "translation": "On ne nous a jamais rien demandé [traduit de l'anglais]",
            "original": "We were never asked",
            "speaker": "Ada Marsh",
            "position": 3,
        }
    ],
    "watchpoints": "Le risque principal est l'extension : on filmera demain les réunions.",
    "actions": [
        {
            "kind": "coalition",
            "title": "S'allier entre communes pour publier les contrats de caméras",
            "description": "Les communes voisines et les syndicats mettent en commun les contrats signés avec le "
            "fournisseur, clause par clause, sur un registre ouvert. Chaque conseil peut alors comparer les prix, "
            "refuser une reconduction et exiger une clause de sortie.",
            "signal": "On saura que ça marche quand un conseil votera une résiliation en citant le registre.",
        },
        {
            "kind": "individual",
            "title": "Demander ses propres images au fournisseur",
            "description": "Chaque habitant peut réclamer l'accès aux images qui le concernent, puis retirer son "
            "autorisation de suivi. Des demandes groupées par une association montrent combien de temps les données "
            "restent en mémoire et qui les consulte chaque semaine.",
            "signal": "On saura que ça marche quand Lumen Sight publiera la durée de conservation des images.",
        },
        {
            "kind": "resistance",
            "title": "Suspendre la part privée du budget tant que l'audit manque",
            "description": "Les commerçants qui financent l'option de suivi cessent leurs versements tant qu'aucun "
            "contrôle indépendant n'est rendu public ; le contrat le permet avec un préavis, et la mairie perd alors "
            "l'argent qui rend le dispositif supportable.",
            "signal": "On saura que ça marche quand la mairie commandera un audit indépendant à un cabinet.",
        },
    ],
    "score": 5,
    "pillars": {"sovereignty": 2, "factuality": 2, "solidarity": 1},
    "pillar_reasons": {
        "sovereignty": "La surveillance est au cœur du sujet.",
        "factuality": "Les élus n'ont pas été informés.",
        "solidarity": "Une association agit pour tous.",
    },
    "source": {"url": "https://courier.example/cameras"},
}

SYNTHESE: dict[str, Any] = {
    "format": "synthese",
    "typography": "plain",
    "title": "Brackwater achète 1 250 caméras sans vote du conseil",
    "tldr": [
        "La ville de Brackwater a acheté 1 250 caméras en mai.",
        "Les élus ne l'ont appris qu'un mois plus tard, en juin.",
        "L'association Open Streets Alliance a saisi la justice.",
    ],
    "sections": [
        {"heading": "Un achat sans débat", "blocks": [BODY[0]]},
        {"heading": "Ce que la ville décide seule", "blocks": [BODY[1]]},
        {"heading": "La réponse des riverains", "blocks": [BODY[2]]},
        {
            "heading": "Conclusion et perspectives",
            "blocks": ["Le tribunal dira si la clause d'achat groupé tenait lieu de vote."],
        },
    ],
    "seo": {"title": "Caméras de Brackwater : un achat sans vote", "description": "La ville a signé sans en débattre."},
    "slug": "brackwater-cameras-sans-vote",
    "canonical": "https://courier.example/cameras",
    "source": {"url": "https://courier.example/cameras"},
}


def context_of(data: dict[str, Any], article: Article = ARTICLE) -> Context:
    draft: Analyse | Synthese = read_draft(data)
    return Context(draft, article, HOUSE, tuple(iter_parts(draft)))


def findings_of(checks: tuple[Check, ...], data: dict[str, Any], article: Article = ARTICLE) -> list[Finding]:
    """All findings, each held against what its check declares and against the text it points at."""
    context = context_of(data, article)
    texts = {part.path: part.text for part in context.parts}
    found = []
    for check in checks:
        for one in check.run(context):
            assert one.code in check.codes
            assert one.message.endswith(".")
            if one.start is not None and one.end is not None and one.end > one.start:
                assert texts[one.part][one.start : one.end] == one.excerpt
            found.append(one)
    return found


def spoilt(data: Any, path: str, value: Any) -> Any:
    """A copy with one value changed; steps of the path are keys and indices joined by dots."""
    key, _, rest = path.partition(".")
    if isinstance(data, list):
        at = int(key)
        return [*data[:at], spoilt(data[at], rest, value) if rest else value, *data[at + 1 :]]
    return {**data, key: spoilt(data[key], rest, value) if rest else value}
