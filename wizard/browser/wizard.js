// The wizard page: asks, keeps the answers, and shows the plan that the rules make of them.

import { forget, fromHash, remember, remembered } from "./answers.js";
import { allKept, keepForLater, savesData } from "./kept.js";
import { copyLink, leaveQuickly, showPlan, showProblems } from "./plan.js";
import { Python } from "./python.js";
import {
  addQuestion,
  clearQuestions,
  hasQuestion,
  hideQuestions,
  keepExclusive,
  readAnswer,
  showQuestion,
  speakTo,
} from "./questions.js";
import { showStatus } from "./status.js";
import { text, useTexts } from "./texts.js";

const byId = (id) => document.getElementById(id);
const config = JSON.parse(byId("wizard-config").textContent);
const FIRST = "situation";
const FIRST_OF_OTHER = "situation-other";
// What stands in the browser's history for a plan asked for before the last question.
const ENOUGH = "plan-now";
const SCRIPTS_OF_PYTHON = ["loader.js", "download.js", "worker.js", "arrivals.js", "engine.js", "fault.js", "kept.js"];
const DANGER = "trafficking_or_violence";

let answers = {};
// Grows with each step; what was waited for in an earlier step no longer matters.
let turn = 0;
let waits = false;
// True while a plan is shown although questions are left.
let stopped = false;
// The question or "plan" that is on the screen.
let current = FIRST;

useTexts(config.texts, config.lang);
const python = new Python(absolute(config.worker), partsOfPython(), pythonChanged);

let kept = false;

function pythonChanged() {
  if (python.state === "ready" && !kept) {
    kept = true;
    keepForLater(addressesOfPython()).catch((error) => console.warn(`Python is not kept: ${error.message}`));
  }
  showStatus(python, waits, wayOut());
  if (waits && python.state === "failed") focusOn(byId("wizard-failed-heading"));
}

function absolute(address) {
  return new URL(address, document.baseURI).href;
}

/** All that a plan needs besides the page. */
function addressesOfPython() {
  const scripts = SCRIPTS_OF_PYTHON.map((name) => new URL(name, python.workerUrl).href);
  return [...scripts, ...Object.values(python.parts.files).map(({ url }) => url)];
}

/** Where data is dear, Python comes only after a yes; what is on the phone already needs none. */
async function askWhereDataIsDear() {
  if (!savesData() || (await allKept(addressesOfPython()))) return;
  python.blocked = true;
}

function partsOfPython() {
  const files = Object.entries(config.files).map(([name, file]) => [name, { ...file, url: absolute(file.url) }]);
  return { files: Object.fromEntries(files), lockInfo: config.lock_info };
}

/** The page without Python that fits the answers best. */
function wayOut() {
  const { [config.country_field]: country, situation } = answers;
  const fitting = document.querySelector(
    `#wizard-without a[data-country="${CSS.escape(country ?? "")}"][data-situation="${CSS.escape(situation ?? "")}"]`,
  );
  if (!fitting) return { href: "#wizard-without", text: text("without.all") };
  const values = { country: fitting.dataset.countryName, situation: fitting.dataset.situationName };
  return { href: fitting.href, text: text("without.place", values) };
}

/** The next question that needs no rules, if one is left. */
function nextOfHead() {
  const field = [FIRST, ...(config.heads[answers.situation] ?? [])].find((one) => !(one in answers));
  return field === FIRST && answers.for_whom === "other" ? FIRST_OF_OTHER : field;
}

/** Goes to the next open question, or to the plan. `how`: "push" or "replace" an entry of the browser's history. */
async function goOn(how, focus = true) {
  const own = (turn += 1);
  stopped = false;
  const view = nextOfHead();
  if (view) {
    record(how, view);
    ask(view, focus);
    return;
  }
  if (python.state !== "ready") waitForPython();
  const advice = await python.advise(answers);
  if (own !== turn) return;
  if (advice.next && !hasQuestion(advice.next, answers.for_whom)) {
    addQuestion(advice.next, advice.question_html, answers.for_whom);
  }
  record(how, advice.next ?? "plan");
  showProblems(advice.problems);
  if (advice.next) ask(advice.next, focus);
  else present(advice);
}

/** Shows a question again, which the rules bring where the page does not have it. */
async function askAgain(view, focus = true) {
  const own = (turn += 1);
  if (!hasQuestion(view, answers.for_whom)) {
    if (python.state !== "ready") waitForPython();
    const advice = await python.advise(answers, { view });
    if (own !== turn) return;
    if (!advice.question_html) {
      goOn("keep", focus);
      return;
    }
    addQuestion(view, advice.question_html, answers.for_whom);
  }
  ask(view, focus);
}

/** The plan for what is answered so far: nobody has to answer everything. */
async function stopAsking(how) {
  const own = (turn += 1);
  if (python.state !== "ready") waitForPython();
  const advice = await python.advise(answers, { plan: true });
  if (own !== turn) return;
  stopped = true;
  record(how, ENOUGH);
  showProblems(advice.problems);
  present(advice);
}

function record(how, view) {
  if (how === "push") history.pushState({ view }, "");
  if (how === "replace") history.replaceState({ view }, "", location.pathname + location.search);
}

/** Makes one part of the page the visible one. */
function reveal(part) {
  waits = part === "wait";
  byId("wizard-plan").hidden = part !== "plan";
  byId("wizard-steps").hidden = part !== "question";
  byId("wizard").dataset.shows = part;
  if (part !== "question") hideQuestions();
  showStatus(python, waits, wayOut());
}

function ask(view, focus = true) {
  current = view;
  speakTo(answers.for_whom, config.headings_other);
  const section = showQuestion(view, answers);
  reveal("question");
  byId("wizard-back").hidden = view === FIRST;
  byId("wizard-leave").hidden = view !== DANGER;
  byId("wizard-delete-early").hidden = Object.keys(answers).length === 0;
  // From the first question that the rules chose: before it there is too little for a plan.
  byId("wizard-now").hidden = !python.wasReady || nextOfHead() !== undefined;
  if (focus) focusOn(section.querySelector("h2"));
}

function waitForPython() {
  current = "";
  reveal("wait");
  const panel = python.state === "failed" ? "failed" : python.blocked ? "consent" : "wait";
  focusOn(byId(`wizard-${panel}-heading`));
}

function present(advice) {
  current = stopped ? ENOUGH : "plan";
  showPlan(advice);
  reveal("plan");
  byId("wizard-leave").hidden = answers[DANGER] !== true;
  focusOn(byId("wizard-plan-heading"));
}

function focusOn(heading) {
  heading.focus({ preventScroll: true });
  byId("wizard").scrollIntoView({ block: "start" });
}

function answered(section) {
  const answer = readAnswer(section);
  if (answer === undefined) return;
  if (answer === "someone_else") {
    answers.for_whom = "other";
    record("push", FIRST_OF_OTHER);
    ask(FIRST_OF_OTHER);
    remember(answers);
    return;
  }
  if (section.id === `q-${FIRST}`) delete answers.for_whom;
  answers[section.dataset.field] = answer;
  remember(answers);
  byId("wizard-notice").hidden = true;
  python.load();
  goOn("push");
}

function deleteAnswers() {
  turn += 1;
  answers = {};
  forget();
  clearQuestions();
  showPlan({ plan_html: "", answers_html: "" });
  showProblems([]);
  byId("wizard-link").value = "";
  record("push", FIRST);
  ask(FIRST);
  notice(text("deleted"));
}

function notice(sentence) {
  byId("wizard-notice").textContent = sentence;
  byId("wizard-notice").hidden = false;
}

/** Shows what an entry of the browser's history stands for. */
function restore(view = FIRST, focus = true) {
  if (view === ENOUGH) stopAsking("keep");
  else if (view === "plan") goOn("keep", focus);
  else askAgain(view, focus);
}

/** Takes the answers of a link; false when the address holds none. */
function takeLink() {
  const linked = fromHash(location.hash);
  if (linked === undefined) return false;
  answers = linked ?? {};
  remember(answers);
  clearQuestions();
  goOn("replace", linked !== null);
  if (linked === null) notice(text("link.broken"));
  return true;
}

const ACTIONS = {
  "wizard-back": () => history.back(),
  "wizard-now": () => stopAsking("push"),
  "wizard-retry": () => {
    python.retry();
    if (waits) waitForPython();
  },
  "wizard-load": () => {
    python.allow();
    focusOn(byId("wizard-wait-heading"));
  },
  "wizard-print": () => print(),
  "wizard-copy": () => copyLink(answers),
  "wizard-delete": deleteAnswers,
  "wizard-delete-early": deleteAnswers,
  "wizard-leave": leaveQuickly,
};

function tapped(event) {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.matches(".continue")) answered(button.closest(".question"));
  else if (button.dataset.change) {
    record("push", button.dataset.change);
    askAgain(button.dataset.change);
  } else ACTIONS[button.id]?.();
}

function typed(event) {
  if (event.key !== "Enter" || !event.target.matches(".question input")) return;
  event.preventDefault();
  answered(event.target.closest(".question"));
}

function start() {
  const wizard = byId("wizard");
  wizard.addEventListener("click", tapped);
  wizard.addEventListener("keydown", typed);
  wizard.addEventListener("input", keepExclusive);
  addEventListener("popstate", (event) => {
    if (takeLink()) return;
    // A jump within the page, for example to a contact in the plan, is not a step of the interview.
    const view = event.state?.view ?? (location.hash ? current : FIRST);
    if (view !== current) restore(view);
  });
  // Coming back from the network is a reason to try again without being asked.
  addEventListener("online", () => python.cause === "network" && python.retry());
  if (!takeLink()) {
    answers = remembered();
    if (history.state?.view) restore(history.state.view, false);
    else if (Object.keys(answers).length) goOn("replace", false);
    else history.replaceState({ view: FIRST }, "");
  }
  // A tap on "Continue" that came before this script (kept by a line in the page).
  const early = window.wizardEarly;
  if (early) tapped({ target: early });
  whenIdle(() => python.load());
}

/** The page first, Python after it. */
function whenIdle(task) {
  const later = () => (window.requestIdleCallback ? requestIdleCallback(task, { timeout: 2000 }) : setTimeout(task, 300));
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}

await askWhereDataIsDear();
start();
