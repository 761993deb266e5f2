// What would be refused for its size is told before it is sent: the server would read none of the form it came with.
const sizeOf = (field) => (field.files ? field.files[0]?.size ?? 0 : new Blob([field.value]).size);

function judge(field) {
  const told = field.closest("label").nextElementSibling;
  told.hidden = sizeOf(field) <= Number(field.dataset.max);
  field.setCustomValidity(told.hidden ? "" : told.textContent);
}

for (const field of document.querySelectorAll("[data-max]")) {
  field.addEventListener("input", () => judge(field));
  // A browser that cannot show why it sends nothing sends nothing and says nothing.
  field.addEventListener("invalid", () => field.closest("details")?.setAttribute("open", ""));
  judge(field);
}
