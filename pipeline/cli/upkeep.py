"""Commands of upkeep: the embedded model, and whether everything is in its place."""

import time
from collections.abc import Callable

import click

from pipeline.cli.screen import console
from pipeline.cli.weights import ensure_weights
from pipeline.compose import open_newsroom
from pipeline.errors import MorasseError
from pipeline.models.embedded.weights import check as check_weights
from pipeline.models.embedded.weights import embedded_path
from pipeline.models.opening import own_file
from pipeline.models.prices import load_prices
from pipeline.prompts import changed_templates
from pipeline.settings import Settings, load_settings
from pipeline.store.database import reading
from pipeline.store.soundness import look_through
from pipeline.verify.form.grammar import grammar_program
from schemas.provenance import Usage

__all__ = ["doctor", "model"]

_SAY_EVERY_S = 5.0


@click.group()
def model() -> None:
    """The embedded model."""


@model.command()
def pull() -> None:
    """Download the embedded model; an interrupted download goes on where it stopped."""
    settings = load_settings().model_copy(update={"api_key": None, "base_url": None, "model": None})
    ensure_weights(settings)
    click.echo(embedded_path(settings.cache_dir / "models"))


@model.command()
def check() -> None:
    """Check the embedded model's file against its digest."""
    path = embedded_path(load_settings().cache_dir / "models")
    check_weights(path)
    click.echo(f"{path}\u00a0: intact")


@click.command()
def doctor() -> int:
    """Check settings, prompts, model, and every content and history of the database. Exit 1 when one does not hold."""
    settings = load_settings()
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("maison", _check_house),
        ("prompts", _check_prompts),
        ("base et historiques", _check_database),
        ("modèle", _check_model),
        ("budgets", _check_budgets),
        ("grammaire", _check_grammar),
    )
    held = True
    for name, run in checks:
        try:
            click.echo(f"✓ {name}\u00a0: {run(settings)}")
        except MorasseError as fault:
            held = False
            click.echo(f"✗ {name}\u00a0: {fault}")
    return 0 if held else 1


def _check_house(settings: Settings) -> str:
    house = settings.house
    return f"{house.name}, {len(house.glossary.entries)} termes, {len(house.patterns)} patrons"


def _check_prompts(settings: Settings) -> str:
    changed = changed_templates(settings.prompts_dir)
    if changed:
        raise MorasseError(
            f"Modèles de prompt modifiés\u00a0: {', '.join(changed)}.",
            "Donnez-leur un numéro nouveau, puis\u00a0: python -m pipeline.prompts lock.",
        )
    return "conformes à leur verrou"


def _check_database(settings: Settings) -> str:
    newsroom = open_newsroom(settings)
    with reading(newsroom.engine) as db:
        found = look_through(db, progress=_told_now_and_then())
    if found.broken:
        raise MorasseError("\u00a0; ".join(found.broken) + ".", "Rétablissez une sauvegarde.")
    return f"{newsroom.engine.dialect.name}, chaînes intactes, {found.read} contenus relus, tous intacts"


def _told_now_and_then() -> Callable[[int], None]:
    """Says on standard error how far a long reading has come."""
    last = time.monotonic()

    def tell(read: int) -> None:
        nonlocal last
        if time.monotonic() - last > _SAY_EVERY_S:
            last = time.monotonic()
            console.print(f"… {read} contenus relus", markup=False)

    return tell


def _check_model(settings: Settings) -> str:
    if settings.is_hosted:
        return f"hébergé, {settings.base_url or 'OpenAI'}{_second(settings)}"
    own = own_file(settings)
    if own is not None:
        return f"fichier {own}"
    path = embedded_path(settings.cache_dir / "models")
    if not path.exists():
        raise MorasseError("Le modèle embarqué n’est pas là.", "morasse model pull")
    check_weights(path)
    return "embarqué, intact"


def _second(settings: Settings) -> str:
    """The model that is asked while the house's own is down, where service.toml names one."""
    fallback = settings.service.fallback
    if fallback is None:
        return ""
    elsewhere = fallback.base_url is not None and fallback.base_url != settings.base_url
    keyless = ", sans clé (MORASSE_FALLBACK_API_KEY)" if elsewhere and settings.fallback_api_key is None else ""
    return f"\u00a0; à défaut {fallback.model}, {fallback.base_url or 'même adresse'}{keyless}"


def _check_budgets(settings: Settings) -> str:
    """A call of unknown cost counts for nothing: with such a model a budget would hold nobody back."""
    money, fallback = settings.service.money, settings.service.fallback
    if all(limit is None for limit in (money.per_draft, money.per_day, money.per_house)):
        return "aucun"
    asked = (settings.hosted_model, fallback.model if settings.is_hosted and fallback else None)
    prices = load_prices(settings.house_dir)
    unknown = [model for model in asked if model and prices.cost(model, Usage()) is None]
    if unknown:
        raise MorasseError(
            f"Le prix de {', '.join(unknown)} n’est pas connu\u00a0: les budgets n’en tiennent pas compte.",
            f"Ajoutez-le à {settings.house_dir / 'prices.toml'}.",
        )
    return "fixés, prix connus"


def _check_grammar(_settings: Settings) -> str:
    return grammar_program() or "Grammalecte absent\u00a0: les brouillons n’auront pas de notes de grammaire"
