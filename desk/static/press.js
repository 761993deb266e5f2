// Copying the signed article: the same door as the download, so that it is recorded alike.
import { fault, say } from "./desk.js";

const form = document.querySelector("[data-export]");
form?.querySelector("[data-copy]").addEventListener("click", async () => {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  if (!answer.ok) { say(fault(new DOMParser().parseFromString(await answer.text(), "text/html"))); return; }
  await navigator.clipboard.writeText(await answer.text());
  say("L’article est dans le presse-papiers.");
});
