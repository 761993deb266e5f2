// Editing in place. What is typed is kept at once in this browser and, a moment later, on the server.
import { say } from "./desk.js";
import { refresh, send } from "./swapping.js";

const KEEP_AFTER_MS = 500, LOOK_AFTER_MS = 900, TRY_AGAIN_MS = 3000;
// Browsers refuse to keep more than 64 KiB under way.
const KEEPALIVE_CHARS = 30_000;
// The page where two versions are put together takes the place of the review page, and keeps typing as it does.
const room = () => document.querySelector("#relecture, #conflict").dataset;
const key = (part) => `morasse:${room().draft}:${part}`;
const timers = new Map();
// The newsroom's time, as everywhere on the page.
const CLOCK = new Intl.DateTimeFormat("fr-FR", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Paris" });
let keeping = Promise.resolve();

export const isEditing = (card) => card.classList.contains("editing");

export function openEditor(card, part) {
  const form = card.querySelector("[data-edit]");
  if (!form) return;
  form.hidden = false;
  card.classList.add("editing");
  const box = (part && form.querySelector(`[data-part="${CSS.escape(part)}"]`)) || form.querySelector("textarea");
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

/** Close without losing anything: typing that is not saved stays, here and on the server. */
export function closeEditor(card) {
  const form = card.querySelector("[data-edit]");
  form.hidden = true;
  card.classList.remove("editing");
  card.focus();
  if ([...form.querySelectorAll("[data-part]")].some((box) => box.value !== box.dataset.saved)) {
    say("Votre frappe est gardée, sans être enregistrée\u00a0; E la rouvre.");
  }
}

// Outlives the page, or what is typed, or given up, just before it is left would not be.
function post(address, values) {
  const body = new URLSearchParams({ jeton: room().token, ...values });
  const keepalive = body.toString().length < KEEPALIVE_CHARS;
  return fetch(`/brouillons/${room().draft}/${address}`, { method: "POST", body, keepalive });
}

function keep(box) {
  const base = box.form.elements.base.value;
  const told = (words) => { document.getElementById("saved").textContent = words; };
  const kept = post("essai", { partie: box.dataset.part, texte: box.value, base }).then((answer) => {
    if (answer.status >= 500) throw new Error(answer.statusText);
    if (answer.ok) told("Frappe gardée");
  }).catch(() => {
    // It must reach the server without another key: whoever waits for the house to be back may go on elsewhere.
    told("Frappe gardée dans ce navigateur seulement");
    if (box.isConnected) later(box, "keep", keep, TRY_AGAIN_MS);
  });
  keeping = Promise.all([keeping, kept]);
}

async function look(box) {
  const place = box.form.querySelector(`[data-typed="${CSS.escape(box.dataset.part)}"]`);
  try {
    const answer = await post("verification", { partie: box.dataset.part, texte: box.value });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.body.childNodes);
  } catch { /* The check comes with saving in any case. */ }
}

function later(box, name, act, after) {
  const id = `${name} ${box.dataset.part}`;
  clearTimeout(timers.get(id));
  timers.set(id, setTimeout(() => act(box), after));
}

async function settle() {
  const stop = () => timers.forEach((timer) => clearTimeout(timer));
  stop();
  await keeping;
  // What was on its way may have failed just now, and would try again after the saving.
  stop();
}

const putBack = ([name, text]) => { if (text !== null) localStorage.setItem(name, text); };

export async function save(form, submitter) {
  await settle();
  const boxes = [...form.querySelectorAll("[data-part]")];
  const typed = boxes.map((box) => [key(box.dataset.part), localStorage.getItem(key(box.dataset.part))]);
  // What comes back is the text as the house sets it: the copy kept here must not pass for newer typing.
  typed.forEach(([name]) => localStorage.removeItem(name));
  document.getElementById("saved").textContent = "Enregistrement et vérification…";
  if (await send(form, submitter)) {
    document.getElementById("saved").textContent = `Enregistré à ${CLOCK.format(new Date()).replace(":", "\u00a0h\u00a0")}`;
    return;
  }
  document.getElementById("saved").textContent = "";
  // Another conflict than the one that was just answered: the server kept what it shows.
  if (![null, form].includes(document.getElementById("conflict"))) return;
  typed.forEach(putBack);
  boxes.filter((_, n) => typed[n][1] !== null).forEach((box) => later(box, "keep", keep, TRY_AGAIN_MS));
}

/** Forget what was typed and show the part as it stands now, which may be a colleague's text. */
async function abandon(card) {
  await settle();
  const boxes = [...card.querySelectorAll("[data-edit] [data-part]")];
  const typed = boxes.map((box) => [key(box.dataset.part), localStorage.getItem(key(box.dataset.part))]);
  try {
    typed.forEach(([name]) => localStorage.removeItem(name));
    await Promise.all(boxes.map((box) => post("essai", { partie: box.dataset.part, oublier: "1" })));
  } catch {
    typed.forEach(putBack);
    say("Morasse ne répond pas\u00a0: réessayez dans un instant.");
    return;
  }
  for (const box of boxes) box.value = box.dataset.saved;
  closeEditor(card);
  document.getElementById("saved").textContent = "";
  await refresh();
}

/** Open the editors that hold typing, from the server or, where it never heard of it, from this browser. */
export function takeUp() {
  for (const box of document.querySelectorAll("[data-edit] [data-part]")) {
    const card = box.closest("[data-card]");
    if (isEditing(card)) continue;
    const kept = JSON.parse(localStorage.getItem(key(box.dataset.part)) ?? "null");
    if (kept && kept.text !== box.value && kept.text !== box.dataset.saved) {
      box.value = kept.text;
      box.form.elements.base.value = kept.base;
      box.form.hidden = false;
      keep(box);
    }
  }
  for (const form of document.querySelectorAll("[data-edit]:not([hidden])")) form.closest("[data-card]").classList.add("editing");
}

// Typing in one text of a merge makes its base that of all: a card's texts are saved from one revision.
const keptWith = (box) => (box.form.matches("#conflict") ? [...box.form.querySelectorAll("[data-part]")] : [box]);

export function watchTyping(main) {
  main.addEventListener("input", (event) => {
    const typed = event.target.closest("[data-part]");
    if (!typed) return;
    const base = typed.form.elements.base.value;
    for (const box of keptWith(typed)) {
      localStorage.setItem(key(box.dataset.part), JSON.stringify({ text: box.value, base }));
      later(box, "keep", keep, KEEP_AFTER_MS);
    }
    later(typed, "look", look, LOOK_AFTER_MS);
  });
  main.addEventListener("click", (event) => {
    if (event.target.closest("[data-abandon]")) abandon(event.target.closest("[data-card]"));
  });
}
