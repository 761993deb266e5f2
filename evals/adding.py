"""A golden case of an article the house published: imported, its source kept beside it, what is missing said."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.cases import Case, read_source
from evals.samples import SampleFact
from pipeline.errors import UsageFault
from pipeline.fetch import Captured, capture_file, fetch
from pipeline.importing import read_published
from pipeline.render.slugs import slugify_title
from pipeline.settings import Settings
from pipeline.verify import verify
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.source import Refusal, Snapshot

__all__ = ["Added", "add_golden", "fresh_folder", "suffix_of", "toml"]

_NAME = re.compile(r"\w[\w-]*")

_SUFFIXES = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md", "multipart/related": ".mhtml"}


class Added(Closed):
    """The new case's folder, and in French what a maintainer still has to see to."""

    folder: Path
    missing: tuple[str, ...] = ()


def add_golden(file: Path, *, source: str | None, name: str | None, settings: Settings) -> Added:
    """Make a case of a published article; the source, not ours to publish, is kept under a git-ignored name.

    Findings that verification makes on the published text are listed as expected. Raises UsageFault.
    """
    content = file.read_bytes()
    draft = read_published(_decoded(content, file), name=file.name, house=settings.house)
    folder = fresh_folder(settings, name or slugify_title(draft.title) or file.stem)
    captured = _captured(source, settings) if source else None
    folder.mkdir(parents=True)
    (folder / f"golden{file.suffix.lower() or '.txt'}").write_bytes(content)
    missing = [*draft.notes, *(f"Non placé\u00a0: {one}" for one in draft.unplaced)]
    article = _keep_source(captured, folder, draft, missing)
    card = _card(draft, article, captured, settings)
    (folder / "case.toml").write_text(toml(card), "utf-8")
    missing.append(f"Faits\u00a0: listez ceux qu’un brouillon doit porter ([[facts]] dans {folder / 'case.toml'}).")
    missing.append("Pièges\u00a0: listez les erreurs plausibles (traps).")
    return Added(folder=folder, missing=tuple(missing))


def fresh_folder(settings: Settings, name: str) -> Path:
    """Where a new case of that name goes; nothing is made yet. Raises UsageFault for a name that cannot be had."""
    if not _NAME.fullmatch(name):
        raise UsageFault(
            f"«\u00a0{name}\u00a0» ne peut pas nommer un cas.", "Lettres, chiffres et tirets seulement\u00a0: --name."
        )
    folder = settings.house_dir / "golden" / name
    if folder.exists():
        raise UsageFault(f"Le cas {name} existe déjà.", "Donnez-lui un autre nom\u00a0: --name.")
    return folder


def _decoded(content: bytes, file: Path) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageFault(f"{file} n’est pas un texte en UTF-8.", "Enregistrez l’article en UTF-8.") from error


def _captured(source: str, settings: Settings) -> Captured | Refusal:
    path = Path(source)
    if "://" not in source and path.is_file():
        return capture_file(path.read_bytes(), name=path.name, now=datetime.now(UTC))
    return fetch(source, allow_loopback=settings.allow_loopback, limits=settings.service.fetch)


def _keep_source(
    captured: Captured | Refusal | None, folder: Path, draft: Analyse | Synthese, missing: list[str]
) -> Article | None:
    """Write the snapshot beside the case and read it; what is wrong with it goes to `missing`."""
    if captured is None:
        missing.append("Source\u00a0: aucune donnée\u00a0; ajoutez la page sous le nom source.private.html.")
        return None
    if isinstance(captured, Refusal):
        missing.append(
            f"Source\u00a0: {captured.message} {captured.remedy} Sinon, ajoutez source.private.html à la main."
        )
        return None
    page = folder / f"source.private{suffix_of(captured.snapshot)}"
    page.write_bytes(captured.content)
    article = read_source(Case(name=folder.name, kind=draft.format, page=page, url=captured.snapshot.final_url))
    if isinstance(article, Article):
        missing.extend(f"Source\u00a0: {one.message}" for one in article.warnings)
        return article
    missing.append(f"Source\u00a0: {article.message if article else 'illisible'}")
    return None


def _card(
    draft: Analyse | Synthese, article: Article | None, captured: Captured | Refusal | None, settings: Settings
) -> dict[str, Any]:
    found = verify(draft, article, house=settings.house).findings if article else ()
    url = captured.snapshot.final_url if isinstance(captured, Captured) else draft.source.url
    originals = [one.original for one in draft.quotes if one.original] if isinstance(draft, Analyse) else []
    return {
        "kind": draft.format,
        "url": url,
        "stand_in": False,
        "tags": ["imported"],
        "expected_findings": sorted({one.code for one in found if one.severity == "blocking"}),
        "holdout": False,
        "candidate": False,
        "quotes": originals,
        "traps": [],
    }


def suffix_of(snapshot: Snapshot) -> str:
    """What the name of a captured page ends in, so that it is read again as what it was."""
    return _SUFFIXES.get(snapshot.media_type, ".html")


def toml(card: Mapping[str, Any], facts: Iterable[SampleFact] = ()) -> str:
    """A case's card: its keys, then its facts as a maintainer would write them."""
    # A JSON string, list or truth value is written the same in TOML.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in card.items()]
    for one in facts:
        lines += ["\n[[facts]]\n", toml(one.model_dump(mode="json"))]
    return "".join(lines)
