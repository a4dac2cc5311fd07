// Measures the rules in the small Python. node evaluate.mjs RUNTIME_FOLDER EVALUATE_PY DATA_FILE PEOPLE_FILE DAY ROUNDS
import { readFileSync } from "node:fs";
import { startPhone } from "../runtime/phone.mjs";

const [runtime, program, data, people, day, rounds] = process.argv.slice(2);
const { pyodide } = await startPhone(runtime);
pyodide.runPython(readFileSync(program, "utf-8"));
const measure = pyodide.globals.get("measure");
console.log(measure(readFileSync(data, "utf-8"), readFileSync(people, "utf-8"), day, Number(rounds)));
