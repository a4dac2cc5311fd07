// Sends things on: the address of a page, or a report of a wrong fact. Loaded when one of them is wanted.

// Completes the list of ways to share a page where the phone has no share sheet of its own.
// The address never has what stands behind `#` or `?`: no answers leave with it.
export function completeShare(part) {
  const address = location.origin + location.pathname;
  const text = encodeURIComponent(`${document.title} ${address}`);
  // The address where the visitor really is, not the one the build was told.
  part.querySelector('a[href^="https://wa.me/"]').href = `https://wa.me/?text=${text}`;
  part.querySelector('a[href^="sms:"]').href = `sms:?body=${text}`;
  const field = document.createElement("input");
  field.readOnly = field.hidden = true;
  field.value = address;
  field.dir = "ltr";
  field.setAttribute("aria-label", part.dataset.copy);
  const row = copyRow(field, part.dataset, "li");
  row.append(field);
  part.querySelector("ul").append(row);
}

// Fills the report with the fact that stands behind `#`, and the version of the page. Nothing else goes into it.
export function completeReport(box) {
  const field = box.querySelector("textarea");
  const show = () => {
    const id = /^#fact=([\w-]{1,80})$/.exec(location.hash)?.[1];
    box.querySelector(".report-box__which").hidden = Boolean(id);
    field.value = `Wegweiser: ${id ?? "?"}\nVersion: ${box.dataset.version}\n`;
  };
  show();
  addEventListener("hashchange", show);
  field.closest("label").hidden = false;
  box.append(copyRow(field, box.dataset, "div"));
  if (!navigator.share) return;
  const send = document.createElement("button");
  send.type = "button";
  send.textContent = box.dataset.send;
  send.addEventListener("click", () => navigator.share({ text: field.value }).catch(() => field.select()));
  box.append(send);
}

// A button that copies what the field holds; where the browser forbids it, the field is shown and marked for copying.
function copyRow(field, labels, kind) {
  const row = document.createElement(kind);
  const button = document.createElement("button");
  const said = document.createElement("p");
  button.type = "button";
  button.textContent = labels.copy;
  said.setAttribute("role", "status");
  row.append(button, said);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = labels.copied;
    } catch {
      said.textContent = labels.byHand;
      field.hidden = false;
      field.select();
    }
  });
  return row;
}
