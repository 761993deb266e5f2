"""What makes a source doubtful, said in a sentence, and which doubts wait for a person before any model reads it."""

from dataclasses import dataclass

from schemas.article import Article, Notice

__all__ = ["DOUBTS", "Doubt", "holds", "notice"]


@dataclass(frozen=True)
class Doubt:
    """A doubt: whether it `holds` the source gate shut until a person decides, and its sentence for the editor."""

    holds: bool
    message: str


DOUBTS: dict[str, Doubt] = {
    "no_article": Doubt(True, "Aucun article n’a été trouvé dans cette page."),
    "paywall": Doubt(True, "La page est réservée aux abonnés\u00a0: le texte lu s’arrête sans doute avant la fin."),
    "truncated": Doubt(True, "Le texte s’arrête au milieu d’une phrase\u00a0: la fin manque peut-être."),
    "consent_wall": Doubt(True, "La page demande d’accepter les cookies avant de montrer l’article."),
    "script_only": Doubt(
        True, "La page ne montre son texte qu’après exécution de scripts\u00a0: l’article n’a pas pu être lu."
    ),
    "error_page": Doubt(True, "Le site a répondu par une page d’erreur ou de vérification au lieu de l’article."),
    "index_page": Doubt(True, "La page est une liste d’articles, pas un article."),
    "live_blog": Doubt(True, "La page est un direct\u00a0: son texte change et mêle plusieurs moments."),
    "other_language": Doubt(True, "L’article n’est ni en anglais ni en français."),
    "mixed_language": Doubt(
        True, "Le texte mêle plusieurs langues\u00a0: des passages étrangers à l’article s’y trouvent peut-être."
    ),
    "too_short": Doubt(True, "Le texte est très court\u00a0: l’article n’a peut-être pas été lu en entier."),
    "too_long": Doubt(True, "Le texte est très long\u00a0: la page contient peut-être plusieurs articles."),
    "syndicated": Doubt(False, "L’article reprend une autre publication\u00a0: vérifiez la source d’origine."),
    "correction": Doubt(False, "L’article porte un rectificatif\u00a0: vérifiez ce qui a été corrigé."),
}


def notice(code: str) -> Notice:
    """The notice of a doubt, for an article's `warnings`."""
    return Notice(code=code, message=DOUBTS[code].message)


def holds(article: Article) -> tuple[Notice, ...]:
    """The warnings of an article that must open the source gate before any model call; empty where none does.

    A code that is not known here holds: it was raised by something that knows more.
    """
    return tuple(one for one in article.warnings if one.code not in DOUBTS or DOUBTS[one.code].holds)
