"""The same pipeline written plainly on LangGraph with its checkpointer: what Morasse's own is measured against.

Only the order, the parallel tasks and the durability are LangGraph's; the stages are the product's own functions, the
guard of hostile pages among them. As a process, given URL FIRST DRAFTS AT_ONCE, it runs that many drafts once a line
comes in, and says when it is ready and when it is done.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, TypedDict

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.postgres import PostgresSaver
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import END, START, StateGraph

from bench.pages import page
from pipeline.compose import open_composer
from pipeline.composer import Composer
from pipeline.fetch import Captured
from pipeline.propose import Proposals, assemble, propose
from pipeline.reading import read_article
from pipeline.repair import repair
from pipeline.settings import load_settings
from pipeline.summarise import summarise
from pipeline.translate import translate
from pipeline.verify.form.grammar import verify_with_grammar
from schemas.article import Article
from schemas.draft import DRAFT, Analyse
from schemas.finding import Verification
from schemas.house import House
from schemas.provenance import Stamped

__all__ = ["main", "plain_graph", "saver"]

_NOW = "2026-01-05T08:00:00.000000+00:00"


class _State(TypedDict, total=False):
    page: dict[str, Any]
    article: dict[str, Any]
    written: dict[str, Any]
    proposals: dict[str, Any]
    translation: dict[str, Any]
    draft: dict[str, Any]
    findings: dict[str, Any]
    mended: dict[str, Any]


def saver(url: str, held: ExitStack) -> BaseCheckpointSaver[str]:
    """LangGraph's own checkpointer on that database, its tables made; open as long as `held`."""
    if url.startswith("sqlite"):
        kept: Any = held.enter_context(SqliteSaver.from_conn_string(url.removeprefix("sqlite:///")))
        kept.conn.execute("PRAGMA synchronous=FULL")
    else:
        kept = held.enter_context(PostgresSaver.from_conn_string(url))
    kept.setup()
    saver: BaseCheckpointSaver[str] = kept
    return saver


def plain_graph(composer: Composer, house: House, checkpointer: BaseCheckpointSaver[str]) -> Any:
    """The graph from a captured page to a verified draft. A node makes one model call at most, so that each is kept."""

    def read(state: _State) -> _State:
        article = read_article(Captured.model_validate(state["page"]))
        if not isinstance(article, Article):
            raise TypeError(f"no article: {article.message}")
        return {"article": article.model_dump(mode="json")}

    def write(state: _State) -> _State:
        made = summarise(_article(state), format="analyse", composer=composer, house=house, now=_NOW)
        return {"written": made.model_dump(mode="json")}

    def suggest(state: _State) -> _State:
        made = propose(_article(state), format="analyse", composer=composer, house=house)
        return {"proposals": made.model_dump(mode="json")}

    def render(state: _State) -> _State:
        return {"translation": translate(_article(state), composer=composer).model_dump(mode="json")}

    def check(state: _State) -> _State:
        written = Stamped[Analyse].model_validate(state["written"]).value
        draft = assemble(written, Stamped[Proposals].model_validate(state["proposals"]).value)
        found = verify_with_grammar(draft, _article(state), house=house)
        return {"draft": draft.model_dump(mode="json"), "findings": found.model_dump(mode="json")}

    def mend(state: _State) -> _State:
        draft, found = DRAFT.validate_python(state["draft"]), Verification.model_validate(state["findings"])
        if not found.blocking:
            return {}
        return {"mended": repair(draft, _article(state), found, composer=composer, house=house).model_dump(mode="json")}

    def check_again(state: _State) -> _State:
        if "mended" not in state:
            return {}
        mended = DRAFT.validate_python(state["mended"]["value"])
        found = verify_with_grammar(mended, _article(state), house=house)
        return {"draft": mended.model_dump(mode="json"), "findings": found.model_dump(mode="json")}

    graph = StateGraph(_State)
    nodes = (read, write, suggest, render, check, mend, check_again)
    for node in nodes:
        graph.add_node(node.__name__, node)
    graph.add_edge(START, "read")
    for task in ("write", "suggest", "render"):
        graph.add_edge("read", task)
    graph.add_edge(["write", "suggest", "render"], "check")
    graph.add_edge("check", "mend")
    graph.add_edge("mend", "check_again")
    graph.add_edge("check_again", END)
    return graph.compile(checkpointer=checkpointer)


def _article(state: _State) -> Article:
    return Article.model_validate(state["article"])


def main() -> None:
    """See the module."""
    url, first, drafts, at_once = sys.argv[1], *map(int, sys.argv[2:])
    settings = load_settings()
    with ExitStack() as held, ThreadPoolExecutor(at_once) as threads:
        graph = plain_graph(open_composer(settings), settings.house, saver(url, held))

        def run(number: int) -> None:
            given = {"page": page(number).model_dump(mode="json")}
            graph.invoke(given, {"configurable": {"thread_id": str(number)}}, durability="sync")

        # Libraries and the embedding are loaded before anything is measured.
        run(-1)
        print("ready", flush=True)
        sys.stdin.readline()
        list(threads.map(run, range(first, first + drafts)))
        print("done", flush=True)
        sys.stdin.readline()
