"""The same pipeline written plainly on LangGraph with its checkpointer: what Morasse's own is measured against.

Only the order, the parallel tasks and the durability are LangGraph's; the stages are the product's own functions.
"""

from contextlib import ExitStack
from typing import Any, TypedDict

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.postgres import PostgresSaver
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import END, START, StateGraph

from pipeline.composer import Composer
from pipeline.fetch import Captured
from pipeline.propose import Proposals, assemble, propose
from pipeline.repair import repair
from pipeline.steps.source import read_article
from pipeline.summarise import summarise
from pipeline.translate import translate
from pipeline.verify import verify
from schemas.article import Article
from schemas.draft import DRAFT, Analyse
from schemas.finding import Verification
from schemas.house import House

__all__ = ["plain_graph", "saver"]

_NOW = "2026-01-05T08:00:00.000000+00:00"


class _State(TypedDict, total=False):
    page: dict[str, Any]
    article: dict[str, Any]
    written: dict[str, Any]
    proposals: dict[str, Any]
    translation: dict[str, Any]
    draft: dict[str, Any]
    findings: dict[str, Any]


def saver(url: str, held: ExitStack) -> BaseCheckpointSaver[str]:
    """LangGraph's own checkpointer on that database, its tables made; open as long as `held`."""
    if url.startswith("sqlite"):
        opened: Any = held.enter_context(SqliteSaver.from_conn_string(url.removeprefix("sqlite:///")))
    else:
        opened = held.enter_context(PostgresSaver.from_conn_string(url))
    opened.setup()
    saver: BaseCheckpointSaver[str] = opened
    return saver


def plain_graph(composer: Composer, house: House, checkpointer: BaseCheckpointSaver[str]) -> Any:
    """The graph from a captured page to a verified draft."""

    def read(state: _State) -> _State:
        article = read_article(Captured.model_validate(state["page"]))
        if not isinstance(article, Article):
            raise TypeError(f"no article: {article.message}")
        return {"article": article.model_dump(mode="json")}

    def write(state: _State) -> _State:
        article = Article.model_validate(state["article"])
        made = summarise(article, format="analyse", composer=composer, house=house, now=_NOW)
        return {"written": made.value.model_dump(mode="json")}

    def suggest(state: _State) -> _State:
        article = Article.model_validate(state["article"])
        made = propose(article, format="analyse", composer=composer, house=house)
        return {"proposals": made.value.model_dump(mode="json")}

    def render(state: _State) -> _State:
        made = translate(Article.model_validate(state["article"]), composer=composer)
        return {"translation": made.value.model_dump(mode="json")}

    def check(state: _State) -> _State:
        draft = assemble(Analyse.model_validate(state["written"]), Proposals.model_validate(state["proposals"]))
        found = verify(draft, Article.model_validate(state["article"]), house=house)
        return {"draft": draft.model_dump(mode="json"), "findings": found.model_dump(mode="json")}

    def mend(state: _State) -> _State:
        article, draft = Article.model_validate(state["article"]), DRAFT.validate_python(state["draft"])
        found = Verification.model_validate(state["findings"])
        if not found.blocking:
            return {}
        mended = repair(draft, article, found, composer=composer, house=house).value
        checked = verify(mended, article, house=house)
        return {"draft": mended.model_dump(mode="json"), "findings": checked.model_dump(mode="json")}

    graph = StateGraph(_State)
    for name, node in {"read": read, "write": write, "suggest": suggest, "render": render}.items():
        graph.add_node(name, node)
    graph.add_node("check", check)
    graph.add_node("mend", mend)
    graph.add_edge(START, "read")
    for task in ("write", "suggest", "render"):
        graph.add_edge("read", task)
    graph.add_edge(["write", "suggest", "render"], "check")
    graph.add_edge("check", "mend")
    graph.add_edge("mend", END)
    return graph.compile(checkpointer=checkpointer)
