// Bundles the extension, the page that draws diagrams, and with --tests the unit tests.
import { build } from "esbuild";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

process.chdir(path.dirname(fileURLToPath(import.meta.url)));
const common = { bundle: true, minify: true, logLevel: "warning" };
const node = { ...common, platform: "node", format: "cjs", target: "node18" };

if (process.argv.includes("--tests")) {
  const tests = fs.readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({ ...node, minify: false, entryPoints: tests.map((name) => `test/${name}`), outdir: "dist/test" });
} else {
  await build({ ...node, entryPoints: ["src/extension.ts"], external: ["vscode"], outfile: "dist/extension.js" });
  await build({ ...common, platform: "browser", format: "iife", entryPoints: ["src/diagram_page.ts"], outfile: "dist/diagram_page.js" });
  fs.copyFileSync("../../LICENSE", "LICENSE");
}
