"""Which model the settings mean, opened."""

from pathlib import Path

from pydantic import SecretStr

from pipeline.errors import UsageFault
from pipeline.models import Model
from pipeline.models.client import OPENAI_URL, Address, ChatModel
from pipeline.models.embedded.server import EmbeddedServer
from pipeline.models.embedded.weights import EMBEDDED_NAME, Progress, embedded_path, get_weights
from pipeline.models.fallback import WithFallback
from pipeline.models.faults import place_of
from pipeline.models.prices import load_prices
from pipeline.models.retry import policy_for
from pipeline.settings import HOSTED_MODEL, Settings
from pipeline.switchboard import Switchboard

__all__ = ["HOSTED_MODEL", "embedded_server", "open_model", "own_file"]

EMBEDDED_TIMEOUT_S = 600.0


def open_model(
    settings: Settings, *, on_progress: Progress | None = None, switchboard: Switchboard | None = None
) -> Model:
    """The hosted model when a key or an address is set, the embedded one otherwise.

    The embedded model's weights are downloaded when they are missing (`on_progress` hears of done and total bytes); its
    server starts at the first question. `switchboard` has the lines that a house's workers share; without one, calls
    keep to no limit and no budget. Raises UsageFault for a model file that is not there, ModelFault otherwise.
    """
    if settings.is_hosted:
        return _hosted(settings, switchboard)
    if own_file(settings) is None:
        get_weights(settings.cache_dir / "models", on_progress=on_progress)
    server = embedded_server(settings)
    return ChatModel(_embedded_name(settings), server.address, embedded=True, timeout_s=EMBEDDED_TIMEOUT_S)


def embedded_server(settings: Settings) -> EmbeddedServer:
    """The handle on the embedded model's server; starts nothing. Raises UsageFault where MORASSE_MODEL is no file."""
    own = own_file(settings)
    model = own if own is not None else embedded_path(settings.cache_dir / "models")
    return EmbeddedServer(model, settings.cache_dir / "run")


def _hosted(settings: Settings, switchboard: Switchboard | None) -> Model:
    name = settings.model or HOSTED_MODEL
    # Servers of one's own mostly want no key, but the protocol wants a word.
    key = settings.api_key or SecretStr("none")
    if switchboard is None:
        return _chat(settings, name, settings.base_url, key, None, None)
    fallback, patience_s = settings.service.fallback, switchboard.patience_s
    if fallback is None:
        return _chat(settings, name, settings.base_url, key, switchboard, patience_s)
    own_place = fallback.base_url is None or fallback.base_url == settings.base_url
    other_key = settings.fallback_api_key or (key if own_place else SecretStr("none"))
    return WithFallback(
        _chat(settings, name, settings.base_url, key, switchboard, fallback.after_s),
        _chat(
            settings, fallback.model, fallback.base_url or settings.base_url, other_key, switchboard, fallback.after_s
        ),
        patience_s=patience_s,
    )


def _chat(
    settings: Settings,
    name: str,
    base_url: str | None,
    key: SecretStr,
    switchboard: Switchboard | None,
    patience_s: float | None,
) -> ChatModel:
    address = Address(base_url=base_url or OPENAI_URL, api_key=key)
    line = switchboard.line(place_of(address.base_url), name, patience_s=patience_s) if switchboard else None
    return ChatModel(
        name,
        lambda: address,
        prices=load_prices(settings.house_dir),
        timeout_s=settings.service.limits(name).deadline_s,
        policy=policy_for(patience_s),
        line=line,
    )


def own_file(settings: Settings) -> Path | None:
    """The model file that MORASSE_MODEL names, None where it names nothing. Raises UsageFault where it is no file."""
    if settings.model is None:
        return None
    path = Path(settings.model).expanduser()
    if path.suffix != ".gguf":
        raise UsageFault(
            f"Le modèle {settings.model} demande une clé ou une adresse.",
            "Indiquez OPENAI_API_KEY ou OPENAI_BASE_URL, ou donnez dans MORASSE_MODEL le chemin d'un fichier .gguf.",
        )
    if not path.is_file():
        raise UsageFault(f"Le fichier de modèle {path} n'existe pas.", "Corrigez MORASSE_MODEL.")
    return path


def _embedded_name(settings: Settings) -> str:
    own = own_file(settings)
    return own.stem if own is not None else EMBEDDED_NAME
