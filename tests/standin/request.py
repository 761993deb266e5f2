"""A chat completion request, read; and the one place that reads the prompts' layout."""

import re
from dataclasses import dataclass
from typing import Any

__all__ = ["Request"]

_PARAGRAPH = re.compile(r"^\[(p\d+|title|description)\](?: \([^)\n]*\))? (.*)$", re.MULTILINE)
_LANGUAGE = re.compile(r"^Langue : (\w+)", re.MULTILINE)
_QUOTE = re.compile(r"^- (q\d+), dans (p\d+)(?:, ([^(:\n]+?))?(?: \(([^)\n]*)\))? : (.+)$", re.MULTILINE)
_WANTED = re.compile(r"avec son identifiant : ([^.(]*)")
_PART = re.compile(r"^PARTIE (\S+)$", re.MULTILINE)
_CLAIM = re.compile(r"^PHRASE (\d+) : (.+)$", re.MULTILINE)
_PILLAR = re.compile(r'^- "(\w+)" \(', re.MULTILINE)


@dataclass(frozen=True)
class Request:
    """What was asked, as it came over the wire."""

    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def model(self) -> str:
        return str(self.body.get("model", ""))

    @property
    def text(self) -> str:
        """All messages, in order."""
        return "\n\n".join(str(one["content"]) for one in self.body["messages"])

    @property
    def reply_name(self) -> str:
        """The schema's name, such as `AnalyseReply`; empty when none was sent."""
        return str(self.body.get("response_format", {}).get("json_schema", {}).get("name", ""))

    @property
    def schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = self.body.get("response_format", {}).get("json_schema", {}).get("schema", {})
        return schema

    @property
    def paragraphs(self) -> dict[str, str]:
        """The fenced source by paragraph id, title and description included."""
        return {found[1]: found[2].strip() for found in _PARAGRAPH.finditer(self.text)}

    @property
    def language(self) -> str:
        found = _LANGUAGE.search(self.text)
        return found[1] if found else "en"

    @property
    def quotes(self) -> tuple[tuple[str, str, str], ...]:
        """The quotes found in the source: id, speaker, role."""
        return tuple((one[1], one[3] or "", one[4] or "") for one in _QUOTE.finditer(self.text))

    @property
    def wanted_paragraphs(self) -> tuple[str, ...]:
        """The ids to translate; all of them where the task names none."""
        found = _WANTED.search(self.text)
        named = tuple(one.strip() for one in found[1].split(",")) if found else ()
        return tuple(one for one in named if one in self.paragraphs) or tuple(self.paragraphs)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts to write again, by their paths."""
        return tuple(dict.fromkeys(_PART.findall(self.text)))

    @property
    def claims(self) -> dict[int, str]:
        """The sentences to judge, by their numbers."""
        return {int(found[1]): found[2] for found in _CLAIM.finditer(self.text)}

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys listed with their meaning, such as pillars."""
        return tuple(dict.fromkeys(_PILLAR.findall(self.text.split("Piliers", 1)[-1])))
