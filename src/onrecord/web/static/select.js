// Carries words selected in a document's text into the form that adds a statement. Without it they are copied by hand.
"use strict";
const text = document.querySelector(".card.text");
const bar = document.querySelector(".picked");
const form = document.querySelector('form.fix input[name="kind"][value="add"]')?.form;

function placeOf(range) {
  const block = range.startContainer.parentElement?.closest("[data-start]");
  if (!block || !block.contains(range.endContainer)) return "";
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Number(block.dataset.start) + Array.from(before.toString()).length; // code points, as the record counts
  return `${start}-${start + Array.from(range.toString()).length}`;
}

let picked = null;
if (text && bar && form) {
  for (const hint of document.querySelectorAll(".with-script")) hint.hidden = false;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (!range || range.collapsed || !text.contains(range.commonAncestorContainer)) {
      if (!bar.contains(document.activeElement)) bar.hidden = true;
      return;
    }
    picked = { words: range.toString().trim(), place: placeOf(range) };
    bar.hidden = !picked.words;
  });
  bar.addEventListener("click", (event) => {
    const name = event.target.dataset?.field;
    if (!name || !picked) return;
    form.elements[name].value = picked.words;
    if (name === "content") form.elements.place.value = picked.place;
    form.closest("details").open = true;
    bar.hidden = true;
    form.elements[name === "content" ? "value" : name].focus();
  });
  form.elements.content.addEventListener("input", () => { form.elements.place.value = ""; });
}
