// Pointing at words of the draft lights up where they come from. Places read `p2:24-36`: characters of a paragraph.
const canHighlight = typeof Highlight !== "undefined" && CSS.highlights;
let pinned = null;

// Offsets count characters; a string here counts UTF-16 units.
function unit(text, characters) {
  let units = 0;
  for (const character of text) {
    if (characters-- <= 0) break;
    units += character.length;
  }
  return units;
}

function range(place) {
  const [name, span] = place.split(":");
  const holder = document.querySelector(`[data-place="${CSS.escape(name)}"]`);
  if (!holder?.firstChild) return null;
  const found = document.createRange();
  found.selectNodeContents(holder);
  if (span) {
    const [start, end] = span.split("-").map(Number);
    const text = holder.firstChild;
    found.setStart(text, unit(text.data, start));
    found.setEnd(text, unit(text.data, end));
  }
  return { holder, found };
}

function places(element) {
  return (element?.dataset.lit ?? "").split(" ").filter(Boolean).map(range).filter(Boolean);
}

function paint(name, found) {
  if (canHighlight) {
    const marked = new Highlight(...found.map((one) => one.found));
    marked.priority = name === "exact" ? 1 : 0;
    CSS.highlights.set(name, marked);
  } else found.forEach((one) => one.holder.classList.add("lit-whole"));
}

/** Light up what holds an element's words, and bring it into sight. */
export function light(element) {
  document.querySelectorAll(".lit-whole").forEach((one) => one.classList.remove("lit-whole"));
  const exact = places(element?.closest(".sight"));
  const whole = places(element?.closest(".sentence") ?? element);
  paint("exact", exact);
  paint("lit", whole);
  const first = exact[0] ?? whole[0];
  const column = document.getElementById("source");
  if (first && column.scrollHeight > column.clientHeight) {
    const at = first.found.getBoundingClientRect(), seen = column.getBoundingClientRect();
    if (at.top < seen.top || at.bottom > seen.bottom) column.scrollBy({ top: at.top - seen.top - seen.height / 3 });
  }
  return whole.length ? whole.map((one) => one.holder.dataset.place) : [];
}

/** Keep an element lit until another is pointed at. */
export function pin(element) {
  pinned?.classList.remove("here");
  pinned = element;
  pinned?.classList.add("here");
  return light(element);
}

export function watchPointer(...columns) {
  for (const column of columns) {
    column.addEventListener("pointerover", (event) => {
      const under = event.target.closest("[data-lit]");
      light(under ?? pinned);
    });
    column.addEventListener("pointerleave", () => light(pinned));
  }
}
