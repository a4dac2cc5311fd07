// SHA-256 of each answer of the small Python, a line each: all answers together would not fit into Node.js.
// node digests.mjs RUNTIME_FOLDER DATA_FILE REQUESTS_FILE
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { startPhone } from "../../wizard/runtime/phone.mjs";

const [runtime, data, requests] = process.argv.slice(2);
const { rules } = await startPhone(runtime);
for (const line of readFileSync(data, "utf-8").trimEnd().split("\n")) rules.load(line.slice(line.indexOf("{")));
for (const request of JSON.parse(readFileSync(requests, "utf-8"))) {
  console.log(createHash("sha256").update(rules.advise(JSON.stringify(request))).digest("hex"));
}
