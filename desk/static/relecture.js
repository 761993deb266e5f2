// The review page: going from part to part, pointing, answering in place, and seeing who else is here.
import { say } from "./desk.js";
import { closeEditor, isEditing, openEditor, save, takeUp, watchTyping } from "./editing.js";
import { light, pin, watchPointer } from "./lighting.js";
import { refresh, send } from "./swapping.js";

const room = document.getElementById("relecture");
const cards = () => [...document.querySelectorAll("[data-card]")];
const card = () => document.getElementById(now) ?? cards()[0];
let now = decodeURIComponent(location.hash.slice(1)) || cards()[0]?.id;
// Side by side, a part's points stand beside it; one below the other, going to them would leave the part.
const isSideBySide = matchMedia("(min-width: 63rem)");
let sentence = -1;

function goTo(next, { focus = true } = {}) {
  if (!next) return;
  if (next.id !== now) { sentence = -1; pin(null); }
  now = next.id;
  mark();
  if (focus) next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function mark() {
  for (const one of cards()) one.classList.toggle("now", one.id === now);
  for (const one of document.querySelectorAll("[data-note]")) one.classList.toggle("near", one.dataset.note === now);
  if (isSideBySide.matches) document.querySelector(".note.near")?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = cards(), at = all.indexOf(card());
  goTo(all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

// The next point in the order of the margin: what weighs most comes first.
let point = -1;
function stepPoint(by) {
  const notes = [...document.querySelectorAll("#notes > [data-note]:not(.answered)")];
  if (!notes.length) { say("Aucun point ouvert."); return; }
  point = (point + by + notes.length) % notes.length;
  const note = notes[point];
  if (note.dataset.note) goTo(document.getElementById(note.dataset.note));
  document.querySelectorAll(".note.near").forEach((one) => one.classList.remove("near"));
  note.classList.add("near");
  if (isSideBySide.matches || !note.dataset.note) note.scrollIntoView({ block: "nearest" });
  light(note);
  const words = `${note.querySelector("h3").textContent}\u00a0: ${note.querySelector("p:not(.quiet)").textContent}`;
  say(words, { isShown: isSideBySide.matches });
}

// From a part to its point in the margin, without the way through all parts between them.
function goToMargin() {
  const note = document.querySelector("#notes > .note.near");
  const held = note?.querySelector("button") ?? note?.querySelector("a");
  if (held) held.focus(); else say("Aucun point ouvert sur cette partie.");
}

function nextSentence() {
  const all = [...card().querySelectorAll(".read .sentence")];
  if (!all.length) { say("Cette partie n’a pas de phrase rattachée à la source."); return; }
  sentence = (sentence + 1) % all.length;
  const places = pin(all[sentence]);
  const text = [...new Set(places)].map((one) => document.querySelector(`[data-place="${one}"]`).textContent);
  if (!places.length) say("Aucun passage de la source ne soutient cette phrase.");
  else say(`${[...new Set(places)].join(", ")}\u00a0: ${text[0].slice(0, 160)}`, { isShown: isSideBySide.matches });
}

function tool(name) {
  const found = card().querySelector(`[data-tool="${name}"]`);
  const fold = found?.matches("details") ? found : found?.querySelector("details");
  if (fold) {
    fold.open = true;
    fold.querySelector("textarea, input:not([type=hidden]), select, button").focus();
  } else if (found?.matches("form")) found.requestSubmit();
}

function turnTo(view) {
  const source = document.getElementById("source");
  source.className = `source view-${view}`;
  for (const one of source.querySelectorAll("[data-view]")) one.setAttribute("aria-pressed", String(one.dataset.view === view));
  const frame = source.querySelector(".archive");
  frame.hidden = view !== "archive";
  if (!frame.hidden && !frame.src) frame.src = frame.dataset.src;
}

const KEYS = {
  j: () => step(1), k: () => step(-1), n: () => stepPoint(1), p: () => stepPoint(-1), s: nextSentence, m: goToMargin,
  a: () => tool("accept"), e: () => openEditor(card()), c: () => tool("comment"), r: () => tool("back"), x: () => tool("strike"),
  d: () => { const fold = card().querySelector(".changes"); if (fold) fold.open = !fold.open; else say("Ce texte est celui du modèle."); },
  t: () => turnTo(document.getElementById("source").classList.contains("view-translation") ? "original" : "translation"),
  "?": () => document.getElementById("help").showModal(),
};

// Whoever dictates, or whose hand trembles, may want letters to be letters.
const LETTERS = "morasse:lettres", letters = document.getElementById("letters");
letters.checked = localStorage.getItem(LETTERS) !== "non";
letters.addEventListener("change", () => localStorage.setItem(LETTERS, letters.checked ? "oui" : "non"));

document.addEventListener("keydown", (event) => {
  // A key that is held down asks once.
  if (event.repeat) return;
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && document.getElementById("cards")) {
    const open = event.target.closest("details[open]");
    if (open) { open.open = false; card().focus(); } else if (isEditing(card()) && typing) closeEditor(card());
    else if (event.target.closest("#margin")) card().focus();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    (typing?.form ?? document.querySelector(".editing > [data-edit]"))?.requestSubmit();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) {
    event.preventDefault();
    document.querySelector("[data-undo]")?.requestSubmit();
    return;
  }
  if (!letters.checked || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const act = KEYS[event.key.toLowerCase()];
  if (act && document.getElementById("cards")) { event.preventDefault(); act(); }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.matches("[data-plain]") || form.closest(".top")) return;
  event.preventDefault();
  if (form.matches("[data-edit], #conflict")) save(form, event.submitter);
  else send(form, event.submitter);
});

document.addEventListener("click", (event) => {
  const within = event.target.closest("[data-card]");
  if (within && within.id !== now) goTo(within, { focus: false });
  const words = event.target.closest(".sentence");
  if (words && !getSelection().toString()) pin(words);
  if (event.target.closest('button[data-tool="edit"]')) openEditor(within);
  const correct = event.target.closest("[data-correct]");
  if (correct) { goTo(document.getElementById(correct.dataset.correct)); openEditor(card(), correct.dataset.field); }
  const link = event.target.closest('#notes a[href^="#"]');
  if (link) { event.preventDefault(); goTo(document.getElementById(decodeURIComponent(link.hash.slice(1)))); }
  const view = event.target.closest("[data-view]");
  if (view) turnTo(view.dataset.view);
  if (event.target.closest("[data-help]")) document.getElementById("help").showModal();
});

document.addEventListener("change", (event) => {
  if (event.target.matches(".points-form select")) event.target.form.requestSubmit();
});

// Pressing a button gives it the focus before the click comes: nothing may move under the pointer in between.
let isPressed = false;
for (const kind of ["pointerdown", "pointerup", "pointercancel"]) {
  document.addEventListener(kind, () => { isPressed = kind === "pointerdown"; }, { capture: true });
}

document.addEventListener("focusin", (event) => {
  if (isPressed) return;
  const within = event.target.closest("[data-card]");
  if (within && within.id !== now) goTo(within, { focus: false });
});

document.addEventListener("swapped", (event) => {
  takeUp();
  mark();
  // Only where the focus went with what was taken out: never from under someone's hands.
  if (event.detail.focused && document.activeElement === document.body) card()?.focus({ preventScroll: true });
});

function showPresent(present) {
  const others = present.filter((one) => one.name !== room.dataset.me);
  document.getElementById("present").replaceChildren(...others.map((one) => {
    const badge = document.createElement("span");
    badge.className = "who";
    badge.role = "img";
    badge.title = `${one.name} lit aussi cette page`;
    badge.setAttribute("aria-label", badge.title);
    badge.textContent = one.initials;
    return badge;
  }));
}

const news = new EventSource(`/brouillons/${room.dataset.draft}/nouvelles`);
news.addEventListener("message", (event) => {
  const said = JSON.parse(event.data);
  showPresent(said.present);
  if (document.getElementById("cards")) refresh(said.event);
});

watchTyping(document.getElementById("main"));
watchPointer(document.getElementById("draft"), document.getElementById("margin"));
takeUp();
mark();
if (location.hash) card()?.scrollIntoView({ block: "nearest" });
