// The filters answer as soon as one is chosen; the address keeps them.
// Coming back, a browser puts in again what was last chosen, which is not what the list shows.
addEventListener("pageshow", () => document.querySelector(".filters").reset());

for (const choice of document.querySelectorAll(".filters select")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}
