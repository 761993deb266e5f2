"""Commands for a whole house: move it to another database, back it up, restore it, forget what need not be kept."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
import sqlalchemy as sa

from pipeline.cli.screen import console
from pipeline.compose import open_newsroom
from pipeline.errors import DamagedFile, StoreFault, UsageFault
from pipeline.settings import load_settings
from pipeline.store.carry import Tally, carry, held, still, unfinished
from pipeline.store.database import check_url, is_house, open_database, transaction
from pipeline.store.prune import forget
from pipeline.store.seal import differing_tables, seal
from pipeline.store.soundness import look_through
from pipeline.workflow import enqueue

__all__ = ["backup", "move", "prune", "restore"]

_NAMED = 3
_DIFFERS = "diffère du relevé de la sauvegarde"
_UNSEALED = (
    "Cette sauvegarde, d’une version plus ancienne, ne porte pas de relevé\u00a0: "
    "ses contenus et ses historiques ont été vérifiés, le reste n’a pas pu l’être."
)


@click.command()
@click.option("--to", "url", required=True, help="The database to move to: postgresql://… or sqlite:///…")
def move(url: str) -> None:
    """Move the house to another, empty database, checked row by row. Stop its workers and its desk first."""
    check_url(url, setting="--to")
    here = open_newsroom(load_settings())
    there = open_newsroom(here.settings.model_copy(update={"database_url": url}))
    if here.engine.url == there.engine.url:
        raise UsageFault("Cette base est déjà celle de la maison.", "Indiquez-en une autre\u00a0: --to postgresql://…")
    with held(here.engine, here.settings.worker_silence_s) as source, transaction(there.engine) as target:
        moved = carry(source, target)
        begun = unfinished(target, enqueue)
    _say(moved, begun)
    console.print("Indiquez désormais cette base dans MORASSE_DATABASE_URL.", markup=False)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write the whole house as it is now into FILE, an SQLite house of its own; workers may go on meanwhile."""
    here = open_newsroom(load_settings())
    if file.exists():
        raise UsageFault(f"{file} existe déjà.", "Indiquez un autre fichier\u00a0: une sauvegarde n’en écrase pas une.")
    if not file.parent.is_dir():
        raise UsageFault(
            f"Le dossier {file.parent} n’existe pas.",
            "Créez-le, ou vérifiez que le disque des sauvegardes est bien monté.",
        )
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        copy = Path(folder) / "house.sqlite"
        engine = open_database(f"sqlite:///{copy}")
        with still(here.engine) as source, transaction(engine) as target:
            saved = carry(source, target)
        _close(engine)
        seal(copy)
        copy.chmod(0o600)
        copy.rename(file)
    _say(saved, 0)
    click.echo(file)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--despite-damage", is_flag=True, help="Also a damaged backup; says which tables and contents differ.")
def restore(file: Path, despite_damage: bool) -> None:
    """Bring a backup into the house's database, which must be empty; what was under way goes on."""
    with _read_as_backup(file):
        _check_house(file)
    here = open_newsroom(load_settings())
    with tempfile.TemporaryDirectory() as folder, _read_as_backup(file):
        # The backup of an older version is brought up to date in a copy; the file stays what it was.
        copy = Path(folder) / "house.sqlite"
        shutil.copyfile(file, copy)
        differing = differing_tables(copy)
        if differing and not despite_damage:
            raise _damaged("elle ne correspond plus au relevé fait à son écriture", differing)
        engine = open_database(f"sqlite:///{copy}")
        with still(engine) as source, transaction(here.engine) as target:
            restored = carry(source, target)
            broken = look_through(target).broken
            if broken and not despite_damage:
                raise _damaged("elle ne tient pas à ses empreintes", broken)
            begun = unfinished(target, enqueue)
        engine.dispose()
    _say(restored, begun, damage=(*(f"{name}\u00a0: {_DIFFERS}" for name in differing or ()), *broken))
    if differing is None:
        console.print(_UNSEALED, markup=False, soft_wrap=True)


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would be forgotten.")
def prune(dry_run: bool) -> None:
    """Forget what the house need not keep, as [retention] of service.toml says: fetched pages, and people's names."""
    here = open_newsroom(load_settings())
    with transaction(here.engine) as db:
        forgotten = forget(db, here.settings.service.retention, dry_run=dry_run)
    verb = "À oublier" if dry_run else "Oublié"
    console.print(
        f"{verb}\u00a0: {forgotten.snapshots} page(s) capturée(s), les noms de {forgotten.people} brouillon(s).",
        markup=False,
        soft_wrap=True,
    )


def _close(engine: sa.Engine) -> None:
    """Leave one whole file: a backup must not depend on a journal beside it."""
    with engine.connect() as db:
        db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        db.exec_driver_sql("PRAGMA journal_mode=DELETE")
    engine.dispose()


def _check_house(file: Path) -> None:
    if not is_house(file):
        raise UsageFault(
            f"{file} n’est pas une sauvegarde de Morasse.",
            "Donnez un fichier que «\u00a0morasse backup\u00a0» a écrit.",
        )


@contextmanager
def _read_as_backup(file: Path) -> Iterator[None]:
    """Say of a backup that cannot be read, or not to its end, that it is the backup: the house's own file is well."""
    try:
        yield
    except (DamagedFile, ValueError) as fault:
        # A value that is no longer JSON is found by the library that reads it.
        raise StoreFault(
            f"La sauvegarde {file} est abîmée au point de ne pas se lire\u00a0; rien n’a été repris.",
            "Prenez-en une autre.",
        ) from fault


def _damaged(why: str, where: Sequence[str]) -> StoreFault:
    more = f" et {len(where) - _NAMED} de plus" if len(where) > _NAMED else ""
    return StoreFault(
        f"La sauvegarde est abîmée ou a été modifiée\u00a0: {why} ({', '.join(where[:_NAMED])}{more})\u00a0; "
        "rien n’a été repris.",
        "Prenez-en une autre\u00a0; à défaut\u00a0: morasse restore --despite-damage FICHIER.",
    )


def _say(moved: Tally, begun: int, *, damage: Sequence[str] = ()) -> None:
    rows, digest = sum(count for count, _ in moved.values()), moved["morasse_events"][1]
    held = "repris malgré ce qui est abîmé" if damage else "mêmes comptes et mêmes empreintes"
    console.print(
        f"{moved['morasse_drafts'][0]} brouillon(s), {rows} lignes, {held} (historique {digest[:12]}).",
        markup=False,
        soft_wrap=True,
    )
    for one in damage:
        console.print(f"  {one}", markup=False, soft_wrap=True)
    if begun:
        console.print(f"{begun} travail(aux) en cours repris.", markup=False)
