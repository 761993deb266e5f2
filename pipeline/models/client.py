"""A chat model behind an OpenAI-compatible address: hosted, vLLM, Ollama, or the embedded server."""

import importlib
import logging
import re
import time
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationError

from pipeline.errors import ModelFault, ReplyError
from pipeline.models import Answer, Prompt, ReplyT
from pipeline.models.faults import fault_from, place_of, usage_within
from pipeline.models.line import Line, OwnLine
from pipeline.models.prices import PriceList
from pipeline.models.retry import RetryPolicy, persist
from schemas.base import Closed
from schemas.provenance import Usage
from schemas.replies import reply_schema

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage
    from langchain_openai import ChatOpenAI

__all__ = ["OPENAI_URL", "Address", "ChatModel"]

OPENAI_URL = "https://api.openai.com/v1"
# What providers differ on: a parameter that one refuses is left out from then on.
_OPTIONAL = frozenset({"temperature", "seed"})
_PROBLEMS_SHOWN = 5
# A server that is there takes a connection at once; only its answer may need long.
_CONNECT_TIMEOUT_S = 10.0
_CHARS_A_TOKEN = 3
# Of a call that a draft can go on without; fewer than make a provider pass for down (`store.calls`).
_STUMBLES = 4
_LOG = logging.getLogger("morasse.models")


class Address(Closed):
    """Where a model listens. `base_url` ends before `/chat/completions`."""

    base_url: str
    api_key: SecretStr


class ChatModel:
    """A `Model` over HTTP. `find` gives the address before every attempt: a server that moved is found again.

    `timeout_s` is for a whole call. `line` is shared with the other workers of a house; without one, calls are free.
    """

    def __init__(
        self,
        name: str,
        find: Callable[[], Address],
        *,
        embedded: bool = False,
        prices: PriceList | None = None,
        policy: RetryPolicy | None = None,
        timeout_s: float = 120.0,
        line: Line | None = None,
    ) -> None:
        self.name = name
        self.embedded = embedded
        self._find = find
        self._prices = prices
        self._policy = policy or RetryPolicy()
        self._timeout_s = timeout_s
        self._line: Line = line or OwnLine()
        self._refused: frozenset[str] = frozenset() if embedded else frozenset({"seed"})
        self._provider = ""
        self._clients: dict[str, ChatOpenAI] = {}
        self._lock = Lock()

    def ask(
        self,
        prompt: Prompt,
        reply: type[ReplyT],
        *,
        max_tokens: int,
        schema: dict[str, Any] | None = None,
        temperature: float = 0.0,
        seed: int = 0,
        insists: bool = True,
    ) -> Answer[ReplyT]:
        """See `Model.ask`. A narrowed `schema` binds the decoder; the reply is validated against `reply`."""
        spent: list[Usage] = []
        tries = 0
        shape = {**(schema or reply_schema(reply)), "title": reply.__name__}
        wishes = {"temperature": temperature, "seed": seed}

        def attempt(problem: str) -> ReplyT:
            nonlocal tries
            tries += 1
            messages = _messages(prompt, problem)
            _load()
            with self._line.call(tokens_in=_tokens(messages, shape), tokens_out=max_tokens // 2) as call:
                before = len(spent)
                try:
                    raw, parsed = self._call(messages, shape, wishes, max_tokens, spent)
                    return _validated(raw, parsed, reply, self.name)
                finally:
                    call.usage = sum(spent[before:], Usage())

        policy = self._policy if insists else self._policy.model_copy(update={"doubts": 0, "stumbles": _STUMBLES})
        value = persist(
            attempt,
            policy,
            note=lambda fault, wait_s: self._note(fault, tries, wait_s),
            answered_lately=self._line.answered_lately,
            is_down=self._line.is_down,
        )
        return Answer[ReplyT](value=value, usage=sum(spent[1:], spent[0]), model=self.name)

    def _call(
        self,
        messages: list[tuple[str, str]],
        shape: dict[str, Any],
        wishes: dict[str, Any],
        max_tokens: int,
        spent: list[Usage],
    ) -> "tuple[AIMessage, Any]":
        """One HTTP request (a second one where the provider refuses an optional parameter), counted into `spent`."""
        import openai

        address = self._find()
        self._provider = place_of(address.base_url)
        refused = self._refused
        asked = {key: value for key, value in wishes.items() if key not in refused}
        started = time.monotonic()
        try:
            outcome = self._send(address, messages, shape, {**asked, **_length(address.base_url, max_tokens)})
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            if named := _OPTIONAL.intersection(asked, _words(str(error))):
                self._refused = refused | named
                return self._call(messages, shape, wishes, max_tokens, spent)
            raise self._fault(error, address) from None
        except (openai.OpenAIError, ValueError, KeyError, TypeError, AttributeError) as error:
            # What is of no use is charged all the same.
            if said := usage_within(error):
                spent.append(self._usage(said, time.monotonic() - started))
            # The chain is cut: what the libraries say may show the key. The last four are how they meet foreign bodies.
            raise self._fault(error, address) from None
        raw = outcome["raw"]
        spent.append(self._usage(raw.response_metadata.get("token_usage"), time.monotonic() - started))
        return raw, outcome["parsed"]

    def _send(
        self, address: Address, messages: list[tuple[str, str]], shape: dict[str, Any], parameters: dict[str, Any]
    ) -> dict[str, Any]:
        from langsmith import tracing_context

        asking = self._client(address).with_structured_output(
            shape, method="json_schema", include_raw=True, strict=True, **parameters
        )
        # A source may be confidential: whatever the environment says, no tracing service hears of it.
        with tracing_context(enabled=False):
            outcome: dict[str, Any] = asking.invoke(messages)
        return outcome

    def _client(self, address: Address) -> "ChatOpenAI":
        import httpx2
        from langchain_openai import ChatOpenAI

        from pipeline.models.deadline import DeadlineClient

        with self._lock:
            if address.base_url not in self._clients:
                # A proxy named in the environment must never see what is said on loopback, and a server of one's own
                # comes and goes: no connection to it is kept.
                is_local = urlsplit(address.base_url).hostname in ("127.0.0.1", "localhost", "::1")
                limits = httpx2.Limits(max_keepalive_connections=0 if is_local else 20)
                timeout = httpx2.Timeout(self._timeout_s, connect=min(_CONNECT_TIMEOUT_S, self._timeout_s))
                self._clients = {
                    address.base_url: ChatOpenAI(
                        model=self.name,
                        base_url=address.base_url,
                        api_key=address.api_key,
                        max_retries=0,
                        timeout=timeout,
                        use_responses_api=False,
                        http_client=DeadlineClient(
                            deadline_s=self._timeout_s, timeout=timeout, trust_env=not is_local, limits=limits
                        ),
                    )
                }
            return self._clients[address.base_url]

    def _fault(self, error: Exception, address: Address) -> Exception:
        return fault_from(error, model=self.name, base_url=address.base_url, secret=address.api_key.get_secret_value())

    def _note(self, fault: ModelFault, attempt: int, wait_s: float | None) -> None:
        """One line of the log for a call that failed. Faults of no kind are the house's own: nobody was asked."""
        if not fault.kind:
            return
        about = {"provider": self._provider, "model": self.name, "kind": fault.kind, "status": fault.status}
        rounded = None if wait_s is None else round(wait_s, 3)
        _LOG.warning("a model call failed", extra={"fields": {**about, "attempt": attempt, "wait_s": rounded}})

    def _usage(self, said: Any, seconds: float) -> Usage:
        """Tokens as the server counted them; a server that does not count gives zeros and no cost."""
        counted = said if isinstance(said, dict) else said.model_dump() if said else {}
        cached = (counted.get("prompt_tokens_details") or {}).get("cached_tokens") or 0
        usage = Usage(
            calls=1,
            tokens_in=counted.get("prompt_tokens") or 0,
            tokens_cached=cached,
            tokens_out=counted.get("completion_tokens") or 0,
            seconds=seconds,
        )
        if self.embedded:
            return usage.model_copy(update={"cost": 0.0})
        if self._prices is None or not counted:
            return usage
        return usage.model_copy(update={"cost": self._prices.cost(self.name, usage)})


def _load() -> None:
    """The libraries take seconds the first time. A place that is held meanwhile counts in a minute in which nothing is
    sent, and the provider then sees more than its limit in the next.
    """
    for name in ("openai", "langchain_openai"):
        importlib.import_module(name)


def _messages(prompt: Prompt, problem: str) -> list[tuple[str, str]]:
    """One user message: several chat templates refuse two in a row. What changes between tasks comes last."""
    user = f"{prompt.shared}\n\n{prompt.task}" if prompt.shared else prompt.task
    if problem:
        user += (
            f"\n\nTa réponse précédente a été refusée\u00a0: {problem}.\n"
            "Réponds de nouveau, par un seul objet JSON qui suit exactement le schéma."
        )
    return [("system", prompt.system), ("user", user)] if prompt.system else [("user", user)]


def _tokens(messages: list[tuple[str, str]], shape: dict[str, Any]) -> int:
    """What a request may come to, on the high side: French and JSON break into short tokens."""
    return (sum(len(text) for _, text in messages) + len(str(shape))) // _CHARS_A_TOKEN


def _length(base_url: str, max_tokens: int) -> dict[str, Any]:
    """OpenAI's own reasoning models know only the new name of the limit; other servers only the old one."""
    if base_url == OPENAI_URL:
        return {"max_completion_tokens": max_tokens}
    return {"extra_body": {"max_tokens": max_tokens}}


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text))


def _validated(raw: "AIMessage", parsed: Any, reply: type[ReplyT], model: str) -> ReplyT:
    remedy = "Reprenez avec «\u00a0morasse resume\u00a0», ou choisissez un autre modèle (MORASSE_MODEL)."
    if refusal := raw.additional_kwargs.get("refusal"):
        raise ReplyError(
            f"Le modèle {model} refuse de répondre.", remedy, problem=f"you declined ({refusal})", kind="refusal"
        )
    if parsed is None:
        raise ReplyError(
            f"La réponse du modèle {model} n'est pas du JSON.",
            remedy,
            problem="the reply was not valid JSON",
            kind="not_json",
        )
    try:
        return reply.model_validate(parsed)
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, one['loc'])) or 'reply'}: {one['msg']}"
            for one in error.errors(include_url=False)[:_PROBLEMS_SHOWN]
        )
        raise ReplyError(
            f"La réponse du modèle {model} ne suit pas le schéma demandé.", remedy, problem=problems, kind="schema"
        ) from None
