"""Prompt templates: immutable once released, rendered strictly, the source fenced as data.

`prompts/<task>/v<n>.j2`; the highest version of a task is the current one. `prompts/lock.json` names the digest of
every released template. `python -m pipeline.prompts lock` adds the new ones and refuses a change to an old one.
"""

import json
import re
import sys
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, select_autoescape

from pipeline.digests import digest_article, digest_bytes
from pipeline.errors import MorasseError, UsageFault
from pipeline.models import Prompt
from schemas.article import Article
from schemas.house import Glossary, GlossaryEntry, House

__all__ = ["Prompts", "changed_templates", "defused", "fenced", "terms_in", "uses_term", "write_lock"]

_LOCK = "lock.json"
_ANGLES = re.compile(r"[<>＜＞﹤﹥〈〉⟨⟩《》≪≫⋘⋙❮❯‹›]{2,}|[≪≫⋘⋙《》]")
_CHAT_TOKEN = re.compile(r"<\s*\|")
_PARAGRAPH_MARK = re.compile(r"\[\s*(p\s*\d+|q\s*\d+|title|description)\s*\]", re.IGNORECASE)
_KIND_NAMES = {
    "heading": "intertitre",
    "list_item": "liste",
    "quote": "citation",
    "embed": "message",
    "caption": "légende",
}


class Prompts:
    """The templates of a folder. Raises UsageFault where a template is missing, cannot be read or asks for a name that
    nobody gives.

    `only` names the ones that count, so that what was begun with some is finished with them when others have come.
    """

    def __init__(self, folder: Path, *, only: frozenset[str] | None = None) -> None:
        self._folder = folder
        self._only = only
        self._jinja = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            # The text goes to a model, not to a browser: nothing is escaped for HTML, the fence does its own work.
            autoescape=select_autoescape(()),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._jinja.filters["defused"] = defused

    def render(
        self,
        task: str,
        *,
        house: House,
        article: Article,
        rules: str = "house",
        source: str | None = "source",
        **context: Any,
    ) -> Prompt:
        """The pieces of a prompt: `rules` (stable for a house), the fenced source (stable for an article), the task.

        `source` None leaves the source out: such a task shows a few words of source itself, made harmless by `defused`.
        """
        templates: dict[str, str] = {}
        known = {"house": house, "article": article, "language": article.language or "en"}
        system = self._rendered(rules, templates, **known)
        shared = ""
        if source is not None:
            shared = self._rendered(
                source, templates, fenced=fenced(article), terms=terms_in(article, house.glossary), **known
            )
        return Prompt(
            system=system,
            shared=shared,
            task=self._rendered(task, templates, **known, **context),
            templates=templates,
        )

    @property
    def digests(self) -> dict[str, str]:
        """Every template of the folder with its digest: another set of them may give other replies."""
        found = _digests(self._folder)
        return {name: digest for name, digest in found.items() if self._only is None or name in self._only}

    def words(self, table: str) -> tuple[dict[str, str], dict[str, str]]:
        """A table of suggested words (`<table>/v<n>.toml`) with those it `extends`, and the digest of each file."""
        words: dict[str, str] = {}
        digests: dict[str, str] = {}
        name = self._current(table)
        while name:
            content = (self._folder / name).read_bytes()
            read = tomllib.loads(content.decode())
            words, digests[name] = read["words"] | words, digest_bytes(content)
            name = f"{table}/{read['extends']}" if "extends" in read else ""
        return words, digests

    def _rendered(self, task: str, templates: dict[str, str], **context: Any) -> str:
        name = self._current(task)
        templates[name] = digest_bytes((self._folder / name).read_bytes())
        try:
            return self._jinja.get_template(name).render(**context).strip()
        except TemplateError as error:
            raise UsageFault(
                f"Le gabarit {name} de {self._folder} ne se rend pas ({error.message}).",
                "Corrigez-le, ou revenez au précédent.",
            ) from error

    def _current(self, task: str) -> str:
        released = sorted((self._folder / task).glob("v*.*"), key=lambda path: int(path.stem[1:]))
        pinned = [one for one in released if self._only is None or f"{task}/{one.name}" in self._only]
        # A task that came later than the draft has its first version.
        versions = pinned or released[:1]
        if not versions:
            raise UsageFault(f"Aucun gabarit pour « {task} » dans {self._folder}.", "Rétablissez le dossier prompts/.")
        return versions[-1].relative_to(self._folder).as_posix()


def fenced(article: Article) -> str:
    """The article as numbered lines between two markers that carry its digest; nothing inside can close the fence.

    The digest is over the text itself, so no text can name its own marker; what merely looks like one is defused.
    """
    mark = digest_article(article)[:16]
    lines = [
        f"<<<SOURCE {mark}>>>",
        *(f"{label} : {defused(value)}" for label, value in _credits(article) if value),
        f"[title] {defused(article.title)}",
        *([f"[description] {defused(article.description)}"] if article.description else []),
        *(_line(one.id, one.kind, one.text) for one in article.paragraphs),
        f"<<<FIN SOURCE {mark}>>>",
    ]
    return "\n".join(lines)


def terms_in(article: Article, glossary: Glossary) -> tuple[GlossaryEntry, ...]:
    """The house's terms that the article uses, so that a prompt need not carry the whole glossary."""
    text = f"{article.title}\n{article.description or ''}\n{article.text}"
    folded = text.casefold()
    # Nearly none of them stands there at all, and looking for plain words takes a fraction of the time.
    near = (one for one in glossary.entries if one.term.casefold() in folded or (one.acronym and one.acronym in text))
    return tuple(one for one in near if uses_term(text, one))


def uses_term(text: str, entry: GlossaryEntry) -> bool:
    """Whether a text holds the term, singular or plural, or its acronym as written."""
    if re.search(rf"(?<!\w){re.escape(entry.term)}(?:s|es)?(?!\w)", text, re.IGNORECASE):
        return True
    return bool(entry.acronym and re.search(rf"(?<!\w){re.escape(entry.acronym)}(?!\w)", text))


def defused(text: str) -> str:
    """One line of source text with whatever could pass for a fence, a paragraph's mark or a chat token taken apart."""
    visible = "".join(one for one in text if unicodedata.category(one) not in ("Cf", "Cc", "Co") or one in "\n\t\r")
    line = " ".join(visible.split())
    line = _ANGLES.sub("‹", line)
    line = _CHAT_TOKEN.sub("‹ ", line)
    return _PARAGRAPH_MARK.sub(lambda match: f"({match[1]})", line)


def _credits(article: Article) -> tuple[tuple[str, str], ...]:
    return (
        ("Média", article.outlet or ""),
        ("Signature", ", ".join(article.authors)),
        ("Publié", article.published or ""),
        ("Langue", article.language or ""),
    )


def _line(paragraph_id: str, kind: str, text: str) -> str:
    label = f" ({_KIND_NAMES[kind]})" if kind in _KIND_NAMES else ""
    return f"[{paragraph_id}]{label} {defused(text)}"


def changed_templates(folder: Path) -> tuple[str, ...]:
    """Templates that are not what the lock says: changed, missing or never released; empty when the lock holds."""
    locked, found = _read_lock(folder), _digests(folder)
    return tuple(sorted(name for name in locked.keys() | found.keys() if locked.get(name) != found.get(name)))


def write_lock(folder: Path) -> tuple[str, ...]:
    """Release the new templates: the names added. Raises UsageFault when a released one was changed or removed."""
    locked, found = _read_lock(folder), _digests(folder)
    broken = sorted(name for name, digest in locked.items() if found.get(name) != digest)
    if broken:
        raise UsageFault(
            f"Un gabarit publié ne change plus : {', '.join(broken)}.",
            "Rétablissez-le et écrivez la nouvelle version dans un nouveau fichier (v2.j2, v3.j2…).",
        )
    (folder / _LOCK).write_text(json.dumps(found, indent=2, sort_keys=True) + "\n", "utf-8")
    return tuple(sorted(found.keys() - locked.keys()))


def _read_lock(folder: Path) -> dict[str, str]:
    path = folder / _LOCK
    locked: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return locked


def _digests(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): digest_bytes(path.read_bytes()) for path in folder.glob("*/v*.*")}


def _main(arguments: list[str]) -> int:
    from pipeline.settings import load_settings

    folder = load_settings().prompts_dir
    if arguments not in (["lock"], ["check"]):
        print("usage: python -m pipeline.prompts lock|check", file=sys.stderr)
        return 2
    if arguments == ["check"]:
        changed = changed_templates(folder)
        print("\n".join(changed) or "Les gabarits sont ceux du verrou.", file=sys.stderr)
        return 1 if changed else 0
    try:
        added = write_lock(folder)
    except MorasseError as fault:
        print(fault, file=sys.stderr)
        return fault.exit_code
    print("\n".join(added) or "Rien de nouveau.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
