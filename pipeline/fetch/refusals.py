"""Every reason a source is not taken, in one sentence for the newsroom, with its remedy."""

from schemas.source import Refusal

__all__ = ["HANDED_OVER", "refusal", "status_refusal"]

HANDED_OVER = "Collez le texte, ou ouvrez la page dans votre navigateur, enregistrez-la et déposez le fichier."
_CHECK_URL = "Copiez l’adresse complète depuis la barre du navigateur."
_LATER = "Réessayez dans quelques minutes\u00a0; sinon, collez le texte ou déposez la page enregistrée."
_OTHER_ARTICLE = "Indiquez l’adresse de l’article lui-même, ou collez son texte."
_OTHER_FILE = "Déposez un fichier .html, .mhtml, .txt, .md ou .pdf, ou collez le texte."

_WORDS: dict[str, tuple[str, str]] = {
    "bad_url": ("Cette adresse ne se lit pas\u00a0: {url}", _CHECK_URL),
    "bad_scheme": ("Seules les adresses http et https sont acceptées.", _CHECK_URL),
    "credentials_in_url": (
        "Cette adresse contient un nom d’utilisateur ou un mot de passe.",
        "Retirez ce qui précède le signe @\u00a0; pour un site à accès réservé, déposez la page enregistrée.",
    ),
    "odd_address": (
        "Cette adresse est écrite d’une façon qui cache où elle mène.",
        "Indiquez le nom du site tel que le navigateur l’affiche.",
    ),
    "forbidden_port": (
        "Cette adresse vise un port qui n’est pas celui d’un site public.",
        "Indiquez l’adresse publique de l’article, sans numéro de port.",
    ),
    "private_name": (
        "Cette adresse désigne une machine du réseau interne, pas un site public.",
        "Indiquez l’adresse publique de l’article, ou déposez la page enregistrée.",
    ),
    "private_address": (
        "Ce site mène à une adresse réservée ou interne\u00a0: elle n’est pas demandée.",
        "Indiquez l’adresse publique de l’article, ou déposez la page enregistrée.",
    ),
    "name_not_found": (
        "Le site {host} est introuvable\u00a0: son nom ne mène nulle part, ou le réseau est coupé.",
        "Vérifiez l’adresse et la connexion\u00a0; sinon, collez le texte.",
    ),
    "unreachable": ("Le site {host} ne répond pas.", _LATER),
    "tls_failed": (
        "La connexion sûre avec {host} n’a pas pu être établie\u00a0: son certificat ne convient pas.",
        HANDED_OVER,
    ),
    "too_slow": ("Le site {host} répond trop lentement\u00a0: la lecture a été arrêtée.", _LATER),
    "too_large": ("Cette page dépasse la taille admise ({limit}).", "Collez le texte de l’article."),
    "headers_too_large": ("La réponse de {host} porte des en-têtes démesurés\u00a0: elle a été refusée.", HANDED_OVER),
    "bad_response": ("La réponse de {host} est abîmée ou incomplète.", _LATER),
    "too_many_redirects": ("Cette adresse renvoie d’une page à l’autre sans fin.", HANDED_OVER),
    "not_found": ("La page n’existe pas ou plus sur {host} (réponse {status}).", _CHECK_URL),
    "access_denied": ("Le site {host} refuse l’accès à cette page (réponse {status}).", HANDED_OVER),
    "paywall": ("Le site {host} demande un paiement pour cette page (réponse {status}).", HANDED_OVER),
    "legal_block": ("Cette page est bloquée pour une raison légale (réponse {status}).", HANDED_OVER),
    "rate_limited": ("Le site {host} demande d’espacer les requêtes (réponse {status}).", _LATER),
    "server_error": ("Le site {host} est en panne (réponse {status}).", _LATER),
    "unexpected_status": ("Le site {host} a donné une réponse inattendue ({status}).", HANDED_OVER),
    "robots_disallowed": (
        "Le fichier robots.txt de {host} ne veut pas de lecture automatique de cette page.",
        HANDED_OVER,
    ),
    "host_busy": ("D’autres lectures de {host} attendent déjà leur tour.", _LATER),
    "empty_page": ("La page est vide.", HANDED_OVER),
    "not_an_article": ("Cette adresse mène à {what}, pas à un article.", _OTHER_ARTICLE),
    "file_empty": ("Le fichier {name} est vide.", "Déposez le bon fichier, ou collez le texte."),
    "file_too_large": ("Le fichier {name} dépasse la taille admise ({limit}).", "Collez le texte de l’article."),
    "file_type_unknown": ("Le fichier {name} n’est pas d’un type que l’on sait lire.", _OTHER_FILE),
    "file_type_mismatch": (
        "Le fichier {name} n’est pas ce que son nom annonce\u00a0: il contient {what}.",
        "Vérifiez le fichier, ou renommez-le avec la bonne extension et déposez-le à nouveau.",
    ),
    "file_encrypted": (
        "Le fichier {name} est protégé par chiffrement.",
        "Ouvrez-le, enregistrez-en une copie sans protection (ou imprimez-le en PDF) et déposez-la.",
    ),
    "file_damaged": ("Le fichier {name} est abîmé et ne se lit pas.", "Enregistrez-le à nouveau, ou collez le texte."),
    "pdf_without_text": (
        "Le PDF {name} ne contient pas de texte\u00a0: c’est sans doute une image numérisée.",
        "Passez-le par une reconnaissance de caractères, ou collez le texte.",
    ),
}


def refusal(code: str, **details: object) -> Refusal:
    """The refusal of that code; `details` fill its sentence. Raises KeyError for a code nobody wrote."""
    message, remedy = _WORDS[code]
    shown = {key: _shortened(str(value)) for key, value in details.items()}
    return Refusal(code=code, message=message.format(**shown), remedy=remedy)


def status_refusal(status: int, host: str) -> Refusal:
    """What an HTTP status other than success means for the newsroom."""
    known = {401: "access_denied", 402: "paywall", 403: "access_denied", 404: "not_found", 407: "access_denied"}
    known |= {410: "not_found", 429: "rate_limited", 451: "legal_block"}
    code = known.get(status, "server_error" if 500 <= status < 600 else "unexpected_status")
    return refusal(code, host=host, status=status)


def _shortened(text: str) -> str:
    # Names and addresses come as they are, even with halves of characters, which no message can carry.
    text = text.encode("utf-8", errors="replace").decode("utf-8")
    return text if len(text) <= 120 else f"{text[:119]}…"
