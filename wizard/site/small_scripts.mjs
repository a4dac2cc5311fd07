// Makes our scripts small with terser, which reads JavaScript as a browser does. Reads {name: script} from standard
// input and prints the same with the small ones. All are modules, or alone in their worker: names of their own may be short.
import { minify } from "terser";
import { text } from "node:stream/consumers";

const OPTIONS = { module: true, compress: { passes: 2 }, mangle: true, format: { comments: false } };
const small = {};
for (const [name, script] of Object.entries(JSON.parse(await text(process.stdin)))) {
  try {
    small[name] = (await minify(script, OPTIONS)).code;
  } catch ({ message, line, col }) {
    console.error(`${name} is no JavaScript: ${message}, line ${line}, column ${col}.`);
    process.exit(1);
  }
}
process.stdout.write(JSON.stringify(small));
