// A draft on its way: stages, times, tokens and cost as they come; then on to the room where it waits.
import { say } from "./desk.js";

const sheet = document.getElementById("tracking");
const number = new Intl.NumberFormat("fr-FR");
const price = (cost) => `${cost.toFixed(4).replace(".", ",")}\u00a0${sheet.dataset.currency}`;
let known = [];

function took(one) {
  if (one.cached) return "déjà fait";
  const end = one.finished_at ? Date.parse(one.finished_at) : Date.now();
  const seconds = Math.max(0, (end - Date.parse(one.started_at)) / 1000);
  const time = seconds < 60
    ? `${seconds.toFixed(1).replace(".", ",")}\u00a0s`
    : `${Math.floor(seconds / 60)}\u00a0min ${String(Math.floor(seconds % 60)).padStart(2, "0")}\u00a0s`;
  return one.failed ? `sans résultat, après ${time}` : time;
}

function line(one) {
  const item = document.createElement("li");
  item.className = one.finished_at ? "done" : "doing";
  const name = document.createElement("span");
  name.textContent = one.label;
  const rest = document.createElement("span");
  rest.className = "quiet";
  const tokens = one.tokens_out ? `${number.format(one.tokens_out)} jetons écrits` : "";
  const cost = one.cost ? price(one.cost) : "";
  rest.textContent = [took(one), tokens, cost].filter(Boolean).join(" · ");
  item.append(name, rest);
  return item;
}

function show() {
  const stages = document.getElementById("stages");
  if (!stages || !known.length) return;
  stages.replaceChildren(...known.map(line));
  const read = known.reduce((sum, one) => sum + one.tokens_in, 0);
  const written = known.reduce((sum, one) => sum + one.tokens_out, 0);
  const cost = known.reduce((sum, one) => sum + (one.cost ?? 0), 0);
  document.getElementById("total").textContent = written
    ? `${number.format(read)} jetons lus, ${number.format(written)} écrits` + (cost ? `, coût ${price(cost)}` : "")
    : "";
}

if (sheet?.dataset.state === "working") {
  const news = new EventSource(`/brouillons/${sheet.dataset.draft}/nouvelles`);
  news.addEventListener("message", (event) => {
    const said = JSON.parse(event.data);
    // The page knows which room comes next.
    if (said.state !== "working") { news.close(); location.assign(`/brouillons/${sheet.dataset.draft}`); return; }
    const before = known.at(-1)?.label, last = said.stages.at(-1)?.label;
    // Spoken once for each stage, while the times beside them change every second.
    if (last && last !== before) say(last, { isShown: true });
    known = said.stages;
    show();
  });
  setInterval(show, 1000);
}
