"""What the openai and langchain libraries raise, said in the house's own errors: one French sentence and its remedy.

Messages carry the provider's own reason where it helps, shortened and with every secret struck out.
"""

import email.utils
import re
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipeline.errors import ModelFault, PermanentError, ReplyError, TransientError
from pipeline.heard import heard

if TYPE_CHECKING:
    import openai

__all__ = ["fault_from", "place_of", "usage_within"]

REASON_MAX_CHARS = 200
# What a server answers that is there and failed; 502 to 504 are said by those before it, of a server that is not.
_OWN_ERROR = 500
_SECRET = re.compile(r"(?i)\b(?:sk|pk|key|bearer|token)[-_ ][^\s\"',}]{4,}")
_WAIT = "Réessayez plus tard avec «\u00a0morasse resume\u00a0»."
_ADDRESS = "Vérifiez OPENAI_BASE_URL\u00a0: l’adresse finit d'ordinaire par /v1."


def fault_from(error: Exception, *, model: str, base_url: str, secret: str) -> ModelFault:
    """The fault that stands for a library's exception. `secret` is the key, struck out wherever it appears."""
    fault = _fault(error, model=model, base_url=base_url, secret=secret)
    fault.kind, fault.status = _kind(error), getattr(error, "status_code", None)
    return fault


def usage_within(error: Exception) -> Any:
    """What the provider counted of a reply that the libraries do not hand on: filtered, cut by length, of another
    shape. None where no usage came along.
    """
    completion = getattr(error, "completion", None)
    if completion is not None:
        return completion.usage
    body = _body_of(error)
    said = body.get("usage") if body else None
    return said if isinstance(said, dict) else None


def _kind(error: Exception) -> str:
    """Which of the ways a call fails, in a word for the log."""
    import openai

    kinds: tuple[tuple[type[Exception], str], ...] = (
        (openai.APITimeoutError, "deadline"),
        (openai.RateLimitError, "rate_limited"),
        (openai.APIStatusError, "status"),
        (openai.APIResponseValidationError, "unreadable"),
        (openai.APIConnectionError, "connection"),
        (openai.LengthFinishReasonError, "length"),
        (openai.ContentFilterFinishReasonError, "filtered"),
    )
    said = next((kind for one, kind in kinds if isinstance(error, one)), None)
    return said or ("error_in_body" if _error_within(error) is not None else "unreadable")


def _fault(error: Exception, *, model: str, base_url: str, secret: str) -> ModelFault:
    import openai

    place = place_of(base_url)
    if isinstance(error, openai.APITimeoutError):
        return TransientError(f"Le modèle {model} n’a pas répondu à temps ({place}).", _WAIT)
    if isinstance(error, openai.APIStatusError):
        return _from_status(error, model=model, place=place, reason=_struck(error.message, secret))
    if isinstance(error, openai.APIConnectionError):
        return TransientError(
            f"Le serveur du modèle ne répond pas ou a coupé sa réponse ({place}).",
            "Vérifiez le réseau et OPENAI_BASE_URL, puis reprenez avec «\u00a0morasse resume\u00a0».",
        )
    if isinstance(error, openai.LengthFinishReasonError):
        return ReplyError(
            f"La réponse du modèle {model} a été coupée à sa longueur maximale.",
            "Reprenez avec «\u00a0morasse resume\u00a0», ou choisissez un autre modèle (MORASSE_MODEL).",
            problem="the reply was cut at its maximum length; answer more briefly",
        )
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return PermanentError(
            f"Le fournisseur du modèle {model} a retenu la réponse par son filtre de contenu.",
            "Choisissez un autre modèle (MORASSE_MODEL), puis reprenez avec «\u00a0morasse resume\u00a0».",
        )
    return _from_body(error, model=model, place=place, secret=secret)


def place_of(base_url: str) -> str:
    """Host and port only: an address may carry a name and a password."""
    parts = urlsplit(base_url)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


def _from_status(error: "openai.APIStatusError", *, model: str, place: str, reason: str) -> ModelFault:
    status = error.status_code
    if status == 429 and error.code != "insufficient_quota":
        return TransientError(
            f"Le fournisseur du modèle {model} demande de ralentir ({place}).",
            _WAIT,
            retry_after_s=_retry_after(error),
            asks_to_slow_down=True,
        )
    if status in (408, 409, 425) or status >= 500:
        return TransientError(
            f"Le serveur du modèle {model} est en panne (erreur {status}, {place}).",
            _WAIT,
            retry_after_s=_retry_after(error),
            stumbled=status == _OWN_ERROR,
        )
    if status in (401, 403):
        return PermanentError(
            f"Le fournisseur du modèle refuse la clé (erreur {status}, {place}).",
            "Vérifiez OPENAI_API_KEY et ses droits\u00a0; sans clé ni adresse, le modèle embarqué prend le relais.",
        )
    if status in (402, 429):
        return PermanentError(
            f"Le crédit du compte auprès du fournisseur du modèle est épuisé ({place}).",
            "Rechargez le compte, puis reprenez avec «\u00a0morasse resume\u00a0».",
        )
    if status == 404:
        return PermanentError(
            f"Le modèle {model} est inconnu à cette adresse ({place}).",
            f"Vérifiez MORASSE_MODEL. {_ADDRESS}",
        )
    return PermanentError(
        f"Le fournisseur refuse la demande faite au modèle {model} (erreur {status}, {place})\u00a0: {reason}",
        "Vérifiez MORASSE_MODEL\u00a0: le modèle doit accepter les réponses en JSON selon un schéma.",
    )


def _from_body(error: Exception, *, model: str, place: str, secret: str) -> ModelFault:
    """A reply with status 200 that is no completion: an error in its body, cut JSON, a page of another service."""
    import openai

    said = _error_within(error)
    if said is not None:
        code = str(said.get("code", ""))
        reason = _struck(str(said.get("message", "")), secret)
        if code == "429" or code.startswith("5"):
            words = f"Le serveur du modèle {model} est en panne (erreur {code}, {place})."
            return TransientError(words, _WAIT, stumbled=code == str(_OWN_ERROR))
        return PermanentError(
            f"Le fournisseur refuse la demande faite au modèle {model} ({place})\u00a0: {reason}", _ADDRESS
        )
    if isinstance(error, openai.APIResponseValidationError):
        return TransientError(f"La réponse du modèle {model} ne se lit pas ({place}).", _WAIT)
    return PermanentError(f"Ce qui répond à l’adresse du modèle n’en est pas un ({place}).", _ADDRESS)


def _error_within(error: Exception) -> dict[str, Any] | None:
    """The `error` of a body that came with status 200."""
    body = _body_of(error)
    said = body.get("error") if body else None
    return said if isinstance(said, dict) else None


def _body_of(error: Exception) -> dict[str, Any] | None:
    """The body of a reply that the libraries failed on; the client library leaves the response on what it raises."""
    try:
        body: Any = error.response.json()  # type: ignore[attr-defined]  # set on exceptions of any class
    except (AttributeError, ValueError):
        return None
    return body if isinstance(body, dict) else None


def _struck(said: str, secret: str) -> str:
    # An exact match first: a key of one's own server need not look like one.
    said = said.replace(secret, "***") if len(secret) > 4 else said
    return heard(_SECRET.sub("***", " ".join(said.split())), REASON_MAX_CHARS)


def _retry_after(error: "openai.APIStatusError") -> float | None:
    """Seconds, from any of the header's three spellings; None when it is missing or makes no sense."""
    headers = error.response.headers
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        said = headers.get("retry-after")
        if said is None:
            return None
        if re.fullmatch(r"\d+(\.\d+)?", said):
            return float(said)
        return max(0.0, email.utils.parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return None
