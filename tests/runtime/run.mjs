// Runs programs one after another in one Python: node run.mjs FOLDER PROGRAMS_FILE
// FOLDER holds the small Python, or an untouched Pyodide. Prints for each program what JavaScript gets: its value, or
// name, type and message of the error.
import { existsSync, readFileSync } from "node:fs";
import { startPhone } from "../../wizard/runtime/phone.mjs";

const [folder, programs] = process.argv.slice(2);
const stock = async () => ({ pyodide: await (await import(`${folder}/pyodide.mjs`)).loadPyodide() });
const { pyodide } = existsSync(`${folder}/manifest.json`) ? await startPhone(folder) : await stock();
const results = JSON.parse(readFileSync(programs, "utf-8")).map((program) => {
  try {
    return { value: pyodide.runPython(program) ?? null };
  } catch (error) {
    return { error: error.name, type: error.type, message: error.message, is_error: error instanceof Error };
  }
});
console.log(JSON.stringify(results));
