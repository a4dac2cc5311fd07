// The questions: the first ones stand in the page, the rules bring the others; this shows one at a time and reads its answer.

import { text } from "./texts.js";

const UNKNOWN = "unknown";

const sections = () => [...document.querySelectorAll("#wizard .question")];

/** The section of a view: named after its field, but the first question has a second form for "someone else". */
export function sectionOf(view) {
  return document.getElementById(`q-${view}`);
}

/** Whether the page has the question, asked of the right person: the rules word theirs for one of the two. */
export function hasQuestion(view, forWhom) {
  const section = sectionOf(view);
  return section !== null && (section.dataset.forWhom ?? forWhom ?? "self") === (forWhom ?? "self");
}

/** Puts a question of the rules into the page. Its HTML is our own. */
export function addQuestion(view, html, forWhom) {
  sectionOf(view)?.remove();
  document.getElementById("wizard-questions").insertAdjacentHTML("beforeend", html);
  sectionOf(view).dataset.forWhom = forWhom ?? "self";
}

/** Shows one question, with the earlier answer if there is one. */
export function showQuestion(view, answers) {
  const shown = sectionOf(view);
  for (const section of sections()) section.hidden = section !== shown;
  complain(shown, "");
  keepToCountry(shown, answers.nationality);
  fill(shown, answers);
  return shown;
}

/** Asks about the person the answers are for. `others`: headings for somebody else, where there are such. */
export function speakTo(forWhom, others) {
  for (const [field, heading] of Object.entries(others)) {
    const shown = sectionOf(field)?.querySelector("h2");
    if (!shown) continue;
    shown.dataset.own ??= shown.textContent;
    shown.textContent = forWhom === "other" ? heading : shown.dataset.own;
  }
}

/** Hides all questions. */
export function hideQuestions() {
  for (const section of sections()) section.hidden = true;
}

/** Towns are only those of the visitor's country. */
function keepToCountry(section, country) {
  for (const option of section.querySelectorAll(".option[data-country]")) {
    option.hidden = option.dataset.country !== country;
    if (option.hidden) option.querySelector("input").checked = false;
  }
}

const inputs = (section) => [...section.querySelectorAll("input, select, textarea")];
const isChoice = (input) => input.type === "radio" || input.type === "checkbox";

function fill(section, answers) {
  const { field } = section.dataset;
  const other = section.id === `q-${field}` && field === "situation" && answers.for_whom === "other";
  // Nothing answered: a tap that came before this script stays, all else is as the page was made.
  if (!other && !(field in answers)) return;
  const answer = other ? "someone_else" : answers[field];
  const values = (Array.isArray(answer) ? answer : [answer ?? UNKNOWN]).map(String);
  for (const input of inputs(section)) {
    if (isChoice(input)) input.checked = values.includes(input.value);
    else input.value = answer === null ? "" : String(answer);
  }
}

/** Empties all questions. */
export function clearQuestions() {
  for (const input of sections().flatMap(inputs)) {
    if (isChoice(input)) input.checked = false;
    else input.value = "";
  }
}

/** "I don't know" and an answer exclude each other. */
export function keepExclusive(event) {
  const section = event.target.closest?.(".question");
  if (!section) return;
  const changed = event.target;
  const chosen = isChoice(changed) ? changed.checked : changed.value !== "";
  if (!chosen) return;
  for (const input of inputs(section)) {
    if (input === changed) continue;
    if (isChoice(changed) && changed.value === UNKNOWN) {
      if (isChoice(input)) input.checked = false;
      else input.value = "";
    } else if (isChoice(input) && input.value === UNKNOWN) input.checked = false;
  }
}

/** Shows what is wrong with an answer, or takes the message away. */
function complain(section, message) {
  const error = section.querySelector(".error");
  error.textContent = message;
  error.hidden = !message;
  error.id ||= `${section.id}-error`;
  for (const input of inputs(section)) {
    if (message) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", error.id);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  }
  if (message) inputs(section)[0]?.focus();
}

/** The answer given in a section; undefined when there is none that can be used (the page then says so). */
export function readAnswer(section) {
  const answer = parse(section);
  complain(section, answer instanceof Error ? answer.message : "");
  return answer instanceof Error ? undefined : answer;
}

function parse(section) {
  const all = inputs(section);
  const checked = all.filter((input) => isChoice(input) && input.checked).map((input) => input.value);
  if (checked.includes(UNKNOWN)) return null;
  const kind = section.dataset.kind;
  if (kind === "choices") return checked.length ? checked : new Error(text("error.choose"));
  const typed = all.find((input) => !isChoice(input));
  if (!typed) return checked.length ? plain(checked[0]) : new Error(text("error.choose"));
  const value = typed.value.trim();
  if (kind === "number") return number(typed, value);
  // A half-written date reads as empty, but is not.
  if (kind === "date") return value && !typed.validity.badInput ? value : new Error(text("error.date"));
  return value || new Error(text("error.empty"));
}

function plain(value) {
  return value === "true" ? true : value === "false" ? false : value;
}

function number(input, value) {
  const read = Number(value.replace(",", "."));
  const fits = value !== "" && !input.validity.badInput && Number.isFinite(read) && input.validity.valid;
  return fits ? read : new Error(text("error.number", { least: input.min, most: input.max }));
}
