// The plan on the page: puts it in, and carries out what its buttons say.

import { forget, toHash } from "./answers.js";
import { text } from "./texts.js";

const byId = (id) => document.getElementById(id);

/** Shows the plan. Its HTML comes from our own rules, which escape what the visitor wrote. */
export function showPlan(advice) {
  byId("wizard-plan-body").innerHTML = advice.plan_html;
  byId("wizard-plan-answers").innerHTML = advice.answers_html;
  byId("wizard-copied").hidden = true;
}

/** Says which answers the rules could not use. */
export function showProblems(problems) {
  const box = byId("wizard-problems");
  box.hidden = problems.length === 0;
  byId("wizard-problems-list").replaceChildren(
    ...problems.map((problem) => Object.assign(document.createElement("li"), { textContent: problem })),
  );
}

/** Copies a link that holds the answers; where copying is not allowed, shows it to copy by hand. */
export async function copyLink(answers) {
  const address = new URL(location.pathname, location.href);
  address.hash = toHash(answers);
  const field = byId("wizard-link");
  field.value = address.href;
  let copied = true;
  try {
    await navigator.clipboard.writeText(address.href);
  } catch {
    copied = false;
  }
  byId("wizard-copied").hidden = false;
  byId("wizard-copied-text").textContent = text(copied ? "copy.done" : "copy.by_hand");
  byId("wizard-link-row").hidden = copied;
  if (!copied) {
    field.focus();
    field.select();
  }
}

/** Leaves at once: nothing of the visit stays in this tab, and the next site learns nothing of this one. */
export function leaveQuickly() {
  forget();
  document.body.hidden = true;
  const meta = Object.assign(document.createElement("meta"), { name: "referrer", content: "no-referrer" });
  document.head.append(meta);
  location.replace("https://www.wikipedia.org/");
}
