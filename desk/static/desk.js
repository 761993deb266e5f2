// On every page: say that scripts run, and hold one place where things are said aloud.
document.documentElement.classList.add("js");

let silence;

/** Show one sentence for a while; screen readers speak it. Where the page shows it already, it is only spoken. */
export function say(sentence, { isShown = false } = {}) {
  const place = document.getElementById("said");
  place.classList.toggle("hidden", isShown);
  clearTimeout(silence);
  place.textContent = sentence;
  silence = setTimeout(() => { place.textContent = ""; }, 7000);
}

/** The sentence with which a page of ours refuses something, or one of our own. */
export function fault(page) {
  const said = page?.querySelector("[data-fault]");
  return said ? said.textContent.trim() : "La demande n’a pas abouti. Réessayez.";
}
