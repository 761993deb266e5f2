// Forms of the review page answer in place: the same page comes back, and what changed is put in.
import { fault, say } from "./desk.js";

const parse = (text) => new DOMParser().parseFromString(text, "text/html");
const isBusy = (node) => node.classList.contains("editing")
  || (node.contains(document.activeElement) && document.activeElement.matches("input, textarea, select"));

/** Put a freshly read page in the place of this one, less the cards that someone is typing in; `acted`: after an act of one's own. */
export function apply(page, acted = false) {
  const fresh = page.getElementById("relecture"), here = document.getElementById("relecture");
  if (!fresh) { location.reload(); return; }
  Object.assign(here.dataset, fresh.dataset);
  const cards = document.getElementById("cards"), focused = acted || document.activeElement !== document.body;
  const kept = new Map([...cards.children].filter(isBusy).map((card) => [card.id, card]));
  for (const card of cards.children) carry(card, page.getElementById(card.id));
  const held = [...document.querySelectorAll("details[open]")].find((fold) => fold.contains(document.activeElement));
  const again = held ? heldAgain(held, page) : sameButton(page);
  const struck = [...kept.values()].filter((card) => !page.getElementById(card.id));
  const next = [...page.getElementById("cards").children].map((card) => kept.get(card.id) ?? document.adoptNode(card));
  // A part that was struck stays while one is typing in it: those words are one's own.
  for (const card of struck) next.splice([...cards.children].indexOf(card), 0, card);
  if (struck.length) say("Quelqu’un vient de retirer cette partie\u00a0: votre frappe est gardée.");
  for (const card of page.querySelectorAll("[data-card]")) warnOfOthers(kept.get(card.id), card);
  if (next.some((card, n) => card !== cards.children[n]) || next.length !== cards.children.length) {
    placeCards(cards, next);
  }
  for (const part of document.querySelectorAll("[data-swap]")) {
    const other = page.getElementById(part.id);
    carry(part, other);
    if (other && !isBusy(part)) part.replaceWith(document.adoptNode(other));
  }
  document.dispatchEvent(new CustomEvent("swapped", { detail: { focused } }));
  if (again?.isConnected) again.focus({ preventScroll: true });
}

// Remarks and reasons that are typed and not sent go on in the form that takes the place of theirs; what lay open stays open.
function carry(old, fresh) {
  for (const fold of old.querySelectorAll("details[open]")) {
    const same = sameFold(fold, fresh);
    if (same) same.open = true;
  }
  for (const box of old.querySelectorAll(".panel textarea, .panel input")) {
    if (box.value === box.defaultValue) continue;
    const form = [...fresh?.querySelectorAll("form") ?? []].find((one) => nameOf(one) === nameOf(box.form));
    const same = form?.elements.namedItem(box.name);
    if (!same) continue;
    same.value = box.value;
    const fold = same.closest("details");
    if (fold) fold.open = box.closest("details").open;
  }
}

// Two folds are one where they ask the same, or show the same of the same text.
function sameFold(fold, fresh) {
  const asked = (one) => one.querySelector("form") ?? one.closest("form");
  const name = (one) => `${one.closest("[data-field]")?.dataset.field} ${asked(one) ? nameOf(asked(one)) : one.className}`;
  return [...fresh?.querySelectorAll("details") ?? []].find((one) => name(one) === name(fold));
}

// The button one is about to press, in the fold that takes the place of its own.
function heldAgain(fold, page) {
  const held = document.activeElement, same = sameFold(fold, page);
  return [...same?.querySelectorAll(held.localName) ?? []].find((one) => one.textContent === held.textContent);
}

// The button one is about to press, in the fresh copy of a place that has as many of its name.
function sameButton(page) {
  const held = document.activeElement, place = held.closest("[data-swap]");
  const named = (root) => [...root?.querySelectorAll(held.localName) ?? []].filter((one) => one.textContent === held.textContent);
  if (!place) return null;
  const here = named(place), there = named(page.getElementById(place.id));
  return here.length === there.length ? there[here.indexOf(held)] : null;
}

// Two forms are one where they ask the same of the same part; the revision they were read in may be another.
function nameOf(form) {
  const told = form.querySelectorAll('input[type="hidden"]:not([name="base"]), textarea[hidden]');
  return [form.getAttribute("action"), ...[...told].map((one) => `${one.name}=${one.value}`)].join("\n");
}

// A node that stays is never taken out, or typing in it would lose its place.
function placeCards(cards, next) {
  for (const old of [...cards.children]) if (!next.includes(old)) old.remove();
  next.forEach((card, n) => { if (cards.children[n] !== card) cards.insertBefore(card, cards.children[n] ?? null); });
}

function warnOfOthers(kept, fresh) {
  if (!kept) return;
  for (const box of kept.querySelectorAll("textarea[data-part]")) {
    const now = fresh.querySelector(`textarea[data-part="${CSS.escape(box.dataset.part)}"]`);
    if (now && now.dataset.saved !== box.dataset.saved && now.dataset.saved !== box.value) {
      say("Quelqu’un vient de modifier cette partie\u00a0: à l’enregistrement, vous verrez les deux versions.");
    }
  }
}

// One answer at a time: a page read beside a sending would carry on what is just being sent.
let last = Promise.resolve();
const inTurn = (act) => { last = last.then(act, act); return last; };

/** Read the page again, unless what happened up to `event` is on it already. */
export const refresh = (event = Infinity) => inTurn(async () => {
  const here = document.getElementById("relecture");
  if (!here || event <= Number(here.dataset.event)) return;
  const answer = await fetch(location.pathname);
  if (answer.redirected || !answer.ok) { location.reload(); return; }
  apply(parse(await answer.text()));
});

/** Send a form; true when what it asked for was done. */
export async function send(form, submitter) {
  const body = new FormData(form, submitter);
  submitter?.setAttribute("disabled", "");
  try {
    return await inTurn(() => exchange(form, body));
  } catch {
    say("Morasse ne répond pas. Rien n’est perdu\u00a0: réessayez dans un instant.");
  } finally {
    submitter?.removeAttribute("disabled");
  }
  return false;
}

async function exchange(form, body) {
  const answer = await fetch(form.action, { method: "POST", body });
  const page = parse(await answer.text());
  if (answer.ok && page.getElementById("relecture")) {
    if (form.matches("#conflict")) { leaveConflict(form); return true; }
    document.activeElement?.blur();
    // The form itself may have been taken out meanwhile, with what was typed carried on into another.
    for (const one of [...document.forms].filter((other) => nameOf(other) === nameOf(form))) settle(one);
    apply(page, true);
    return true;
  }
  if (page.getElementById("conflict")) showConflict(page);
  else say(fault(page));
  return false;
}

// What was sent is not carried on into the fresh page.
function settle(form) {
  form.closest("details")?.removeAttribute("open");
  if (form.matches("[data-edit]")) form.closest("[data-card]").classList.remove("editing");
  form.reset();
}

// The review page is no longer there to be swapped: it is read anew, at the part that was in question.
function leaveConflict(form) {
  location.hash = form.elements.carte.value;
  location.reload();
}

function showConflict(page) {
  // What was announced has come.
  say("");
  document.body.className = page.body.className;
  document.getElementById("bar")?.remove();
  document.getElementById("main").replaceChildren(...page.getElementById("main").childNodes);
  document.querySelector("#conflict textarea")?.focus();
}
