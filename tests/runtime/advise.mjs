// Asks the rules in the small Python, as a phone does. node advise.mjs RUNTIME_FOLDER DATA_FILE REQUESTS_FILE
import { readFileSync } from "node:fs";
import { startPhone } from "../../wizard/runtime/phone.mjs";

const [runtime, data, requests] = process.argv.slice(2);
const { rules } = await startPhone(runtime);
for (const line of readFileSync(data, "utf-8").trimEnd().split("\n")) rules.load(line.slice(line.indexOf("{")));
const answers = JSON.parse(readFileSync(requests, "utf-8")).map((request) => rules.advise(JSON.stringify(request)));
console.log(JSON.stringify(answers));
