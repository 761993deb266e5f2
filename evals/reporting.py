"""The report of a comparison: one HTML page that needs nothing else, the same as Markdown and as JSON."""

import difflib
import re
from collections import Counter
from collections.abc import Callable
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from evals.cases import Case, read_golden
from evals.compare import Comparison, ScorerComparison
from evals.gate import FAMILIES, GateVerdict
from evals.results import Run
from evals.scorers import SCORERS
from evals.scorers.subject import draft_text
from schemas.base import Closed
from schemas.house import House

__all__ = ["FRENCH", "VERDICTS", "Exhibit", "exhibits", "html_report", "markdown_report", "number", "said"]

VERDICTS = {
    "better": "mieux",
    "worse": "moins bien",
    "same": "aucune différence vue",
    "too_few": "trop peu de cas",
    "unstable": "référence instable",
}
FRENCH = {one.name: one.french for one in SCORERS}


class Exhibit(Closed):
    """A case laid open: its texts side by side, the changed parts with what differs marked."""

    case: str
    tags: tuple[str, ...]
    stand_in: bool
    new_hard: dict[str, int]
    flaky: tuple[str, ...]
    source: str
    golden: str
    before: str
    after: str
    changes: tuple[tuple[str, str, str], ...]
    scores: tuple[tuple[str, str, str, str], ...]


def exhibits(
    comparison: Comparison,
    baseline: Run,
    candidate: Run,
    cases: tuple[Case, ...],
    *,
    house: House,
    source_of: Callable[[Case], str],
) -> tuple[Exhibit, ...]:
    """Every compared case but those kept apart, new hard failures first. `source_of` gives the text of an article."""
    known = {one.name: one for one in cases}
    shown = []
    for one in sorted(
        (each for each in comparison.cases if not each.holdout),
        key=lambda case: (-sum(case.new_hard.values()), case.case),
    ):
        old = next((run for run in baseline.cases if run.case == one.case), None)
        new = next((run for run in candidate.cases if run.case == one.case), None)
        case = known.get(one.case)
        golden = read_golden(case, house) if case else None
        shown.append(
            Exhibit(
                case=one.case,
                tags=one.tags,
                stand_in=one.stand_in,
                new_hard=one.new_hard,
                flaky=one.flaky,
                source=source_of(case) if case else "",
                golden=draft_text(golden) if golden else "",
                before=draft_text(old.draft) if old and old.draft else "",
                after=draft_text(new.draft) if new and new.draft else "",
                changes=tuple((text.part, *marked(text.before, text.after)) for text in one.texts),
                scores=tuple(
                    (
                        FRENCH[score.scorer],
                        number(was.value if old and (was := old.score(score.scorer)) else None),
                        number(score.value),
                        score.reason,
                    )
                    for score in (new.scores if new else ())
                ),
            )
        )
    return tuple(shown)


def html_report(
    comparison: Comparison, verdict: GateVerdict, baseline: Run, candidate: Run, shown: tuple[Exhibit, ...]
) -> str:
    """The page. Texts of sources and models are escaped; nothing in it is fetched from anywhere."""
    jinja = Environment(
        loader=PackageLoader("evals"), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    jinja.filters |= {"number": number, "verdict": said, "claim": FRENCH.__getitem__, "family": FAMILIES.__getitem__}
    return jinja.get_template("report.html.jinja").render(
        comparison=comparison,
        verdict=verdict,
        baseline=baseline,
        candidate=candidate,
        exhibits=shown,
        plot=plot,
        families=tuple(FAMILIES.values()),
        silent=unscored(comparison, candidate),
        reported={one.name for one in SCORERS if one.standing == "reported"},
    )


def markdown_report(comparison: Comparison, verdict: GateVerdict, candidate: Run) -> str:
    """The comparison for a pull request."""
    title = "Rien ne s’oppose au changement" if verdict.is_open else "Le changement est bloqué"
    lines = [f"## {title}", ""]
    lines += [f"- **Bloque**\u00a0: {one}" for one in verdict.blocks]
    lines += [f"- Instable\u00a0: {one}" for one in verdict.flaky]
    lines += [f"- {one}" for one in verdict.notes]
    lines += ["", "| mesure | cas | référence | candidat | gain [95\u00a0%] | verdict |", "|---|---|---|---|---|---|"]
    lines += [_row(one) for one in comparison.scorers]
    lines += [f"| {name} | – | – | – | – | non notée\u00a0: {why} |" for name, why in unscored(comparison, candidate)]
    if comparison.stand_ins:
        lines += [
            "",
            "Sources reconstituées, à part\u00a0:",
            "",
            "| mesure | cas | référence | candidat |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| {FRENCH[one.scorer]} | {one.cases} | {number(one.baseline)} | {number(one.candidate)} |"
            for one in comparison.stand_ins
        ]
    return "\n".join(lines) + "\n"


def unscored(comparison: Comparison, candidate: Run) -> tuple[tuple[str, str], ...]:
    """The scorers that no row is about, and why: left out without a word they would pass for well."""
    told = {one.scorer for one in (*comparison.scorers, *comparison.stand_ins)}
    return tuple((one.french, _why(one.name, candidate)) for one in SCORERS if one.name not in told)


def _why(scorer: str, candidate: Run) -> str:
    words = [one.score(scorer) for one in candidate.cases]
    reasons = [one.reason for one in words if one and one.value is None and one.reason]
    if reasons:
        return Counter(reasons).most_common(1)[0][0].removeprefix("non noté\u00a0: ")
    return "pas notée dans la référence" if any(words) else "pas demandée"


def number(value: float | None) -> str:
    """A number as French writes it, a dash where there is none."""
    if value is None:
        return "–"
    if abs(value) >= 1000:
        return f"{value:.0f}"
    # Less than a thousandth would be written with an exponent.
    written = f"{value:.3g}" if abs(value) >= 0.001 else f"{value:.4f}".rstrip("0").rstrip(".")
    return {"-0": "0"}.get(written, written).replace(".", ",")


def marked(before: str, after: str) -> tuple[str, str]:
    """Both texts as HTML, with the words that only one of them has marked."""
    old, new = re.findall(r"\s+|\S+", before), re.findall(r"\s+|\S+", after)
    left, right = Markup(""), Markup("")
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[i:j]), "".join(new[k:m])
        left += Markup("<del>{}</del>").format(was) if kind != "equal" and was else was
        right += Markup("<ins>{}</ins>").format(now) if kind != "equal" and now else now
    return left, right


def said(one: ScorerComparison) -> str:
    """The verdict in words; a difference that chance did not make may still be too small to matter."""
    scorer = next(known for known in SCORERS if known.name == one.scorer)
    is_small = one.verdict in ("better", "worse") and abs(one.gain) <= scorer.tolerance
    return VERDICTS[one.verdict] + (", sans portée" if is_small else "")


def plot(one: ScorerComparison) -> Markup:
    """The gain with its interval around zero, as SVG, on a scale of its own: right of the line is better."""
    reach = max(abs(one.low), abs(one.high), abs(one.gain), 1e-9)
    low, mid, high = (110 + 100 * value / reach for value in (one.low, one.gain, one.high))
    return Markup(
        '<svg viewBox="0 0 220 16" width="220" height="16" role="img" aria-label="{label}" class="{kind}">'
        '<line x1="110" x2="110" y1="0" y2="16" class="zero"/><line x1="{low:.1f}" x2="{high:.1f}" y1="8" y2="8"/>'
        '<circle cx="{mid:.1f}" cy="8" r="4"/></svg>'
    ).format(label=VERDICTS[one.verdict], kind=_kind(one), low=low, mid=mid, high=high)


def _kind(one: ScorerComparison) -> Literal["better", "worse", "same"]:
    return one.verdict if one.verdict in ("better", "worse") else "same"


def _row(one: ScorerComparison) -> str:
    interval = f"{number(one.gain)} [{number(one.low)}\u00a0; {number(one.high)}]"
    sides = f"{number(one.baseline)} | {number(one.candidate)}"
    return f"| {FRENCH[one.scorer]} | {one.cases} | {sides} | {interval} | {said(one)} |"
