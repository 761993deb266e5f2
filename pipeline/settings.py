"""The only reader of the environment and of the house files."""

import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError

from pipeline.errors import UsageFault
from pipeline.misfits import misfit, misread
from schemas.base import Closed
from schemas.house import Glossary, House
from schemas.service import Service

__all__ = ["HOSTED_MODEL", "PROJECT", "Settings", "load_house", "load_service", "load_settings"]

# Where a key or an address is set and no model is named.
HOSTED_MODEL = "gpt-4.1-mini"
PROJECT = Path(__file__).resolve().parent.parent


class Settings(Closed):
    """What the environment says. No key and no base URL: the embedded model."""

    data_dir: Path
    database_url: str
    house_dir: Path = PROJECT / "data"
    prompts_dir: Path = PROJECT / "prompts"
    cache_dir: Path
    api_key: SecretStr | None = None
    base_url: str | None = None
    model: str | None = None
    allow_loopback: bool = False
    worker_silence_s: float = Field(30.0, ge=5)
    fallback_api_key: SecretStr | None = None
    logs_to_stderr: bool = False
    judge: bool | None = None

    @property
    def is_hosted(self) -> bool:
        """Whether drafts are composed by a model behind an address rather than by the embedded one."""
        return self.api_key is not None or self.base_url is not None

    def judges(self, *, embedded: bool) -> bool:
        """Whether drafts of such a model are read by a judge as well; unsaid, only a hosted one is thought able to."""
        return self.judge if self.judge is not None else not embedded

    @property
    def report_path(self) -> Path:
        """Where the last comparison of the evals is laid down as a page; there may be none yet."""
        return self.data_dir / "evals" / "report" / "report.html"

    @property
    def hosted_model(self) -> str | None:
        """The hosted model that drafts are composed by; None where it is the embedded one."""
        return (self.model or HOSTED_MODEL) if self.is_hosted else None

    @cached_property
    def house(self) -> House:
        """The newsroom's own settings. Raises UsageFault when its files do not hold together."""
        return load_house(self.house_dir)

    @cached_property
    def service(self) -> Service:
        """How the house runs; without a service.toml, as is usual. Raises UsageFault when the file does not hold."""
        return load_service(self.house_dir)


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment (the table of the README). Raises UsageFault."""
    data_dir = Path(environment.get("MORASSE_DATA_DIR") or PROJECT / "data" / "var").resolve()
    key, fallback = environment.get("OPENAI_API_KEY"), environment.get("MORASSE_FALLBACK_API_KEY")
    return Settings(
        data_dir=data_dir,
        database_url=environment.get("MORASSE_DATABASE_URL") or f"sqlite:///{data_dir / 'morasse.sqlite'}",
        house_dir=Path(environment.get("MORASSE_HOUSE_DIR") or PROJECT / "data"),
        cache_dir=Path(environment.get("MORASSE_CACHE_DIR") or user_cache_path("morasse")),
        api_key=SecretStr(key) if key else None,
        base_url=_address(environment, "OPENAI_BASE_URL"),
        model=environment.get("MORASSE_MODEL") or None,
        allow_loopback=environment.get("MORASSE_ALLOW_LOOPBACK") == "1",
        fallback_api_key=SecretStr(fallback) if fallback else None,
        logs_to_stderr=environment.get("MORASSE_LOG") == "stderr",
        judge=_switch(environment, "MORASSE_JUDGE"),
        worker_silence_s=_seconds(environment, "MORASSE_WORKER_SILENCE_S", 30.0),
    )


def _address(environment: Mapping[str, str], name: str) -> str | None:
    """An address that is none would be taken for a server that is down, and waited for."""
    told = environment.get(name) or None
    with suppress(ValueError):
        if told is None or ((parts := urlsplit(told)).scheme in ("http", "https") and parts.hostname):
            return told
    raise UsageFault(f"{name} n’est pas une adresse http ou https.", "Corrigez-la, ou retirez-la.")


def _switch(environment: Mapping[str, str], name: str) -> bool | None:
    told = environment.get(name) or None
    if told not in (None, "0", "1"):
        raise UsageFault(f"{name} vaut 1 ou 0.", "Corrigez-la, ou retirez-la.")
    return None if told is None else told == "1"


def _seconds(environment: Mapping[str, str], name: str, default: float) -> float:
    told = environment.get(name)
    try:
        seconds = float(told) if told else default
    except ValueError:
        seconds = 0.0
    if seconds < 5:
        raise UsageFault(f"{name} doit être un nombre de secondes, 5 au moins.", "Corrigez-la, ou retirez-la.")
    return seconds


def load_house(folder: Path) -> House:
    """The house of `folder`: house.toml, patterns.toml, glossary.toml. Raises UsageFault with the mistake's place."""
    try:
        glossary = Glossary.model_validate(_toml(folder / "glossary.toml"))
        parts = {**_toml(folder / "house.toml"), **_toml(folder / "patterns.toml"), "glossary": glossary}
        return House.model_validate(parts)
    except ValidationError as error:
        raise _unfit(error, f"{folder}/house.toml, patterns.toml ou glossary.toml") from error


def load_service(folder: Path) -> Service:
    """The service of `folder`: service.toml, which may be missing. Raises UsageFault with the mistake's place."""
    if not (folder / "service.toml").exists():
        return Service()
    try:
        return Service.model_validate(_toml(folder / "service.toml"))
    except ValidationError as error:
        raise _unfit(error, f"{folder}/service.toml") from error


def _unfit(error: ValidationError, files: str) -> UsageFault:
    return UsageFault(f"Le fichier de la maison ne convient pas\u00a0: {misfit(error)}.", f"Corrigez {files}.")


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageFault(
            f"Le fichier {path} ne se lit pas\u00a0: {misread(error)}.",
            "Rétablissez-le, ou indiquez MORASSE_HOUSE_DIR.",
        ) from error
