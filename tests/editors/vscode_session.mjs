// What a user does in VS Code with the example shop, in a real browser. Prints a line for every check.
//
//     node vscode_session.mjs CODE_SERVER VSIX SHOP FOLDER [PICTURES]
//
// CODE_SERVER: where code-server is installed; SHOP: a copy of the shop; FOLDER: for profile and logs; PICTURES: where
// screenshots go. Run from editors/vscode, whose node_modules hold playwright-core.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";

const [, , codeServer, vsix, shop, folder, pictures] = process.argv;
const { chromium } = createRequire(path.join(process.cwd(), "package.json"))("playwright-core");
const PATIENCE = 90_000;
const program = path.join(codeServer, "node_modules", "code-server");
const profile = ["--extensions-dir", path.join(folder, "extensions"), "--user-data-dir", path.join(folder, "data")];
const environment = { ...process.env, HOME: folder, XDG_CONFIG_HOME: path.join(folder, "config") };
delete environment.PYTHONDONTWRITEBYTECODE;

fs.writeFileSync(path.join(shop, "queries", "emoji.sql"), "SELECT '😀',\t* FROM orders;\n");
fs.mkdirSync(path.join(folder, "data", "User"), { recursive: true });
fs.writeFileSync(
  path.join(folder, "data", "User", "settings.json"),
  JSON.stringify({
    "security.workspace.trust.enabled": false,
    "workbench.startupEditor": "none",
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "extensions.autoCheckUpdates": false,
    "extensions.ignoreRecommendations": true,
    "files.autoSave": "off",
    "editor.minimap.enabled": false,
    "window.menuBarVisibility": "classic",
    "workbench.tips.enabled": false,
    "chat.commandCenter.enabled": false,
    "workbench.colorTheme": "Default Light Modern",
  }),
);
const installed = spawnSync(process.execPath, [program, ...profile, "--install-extension", vsix], { env: environment, encoding: "utf8" });
if (installed.status !== 0) throw new Error(`the extension was not installed: ${installed.stdout}${installed.stderr}`);

const port = await new Promise((resolve) => {
  const probe = net.createServer().listen(0, "127.0.0.1", () => {
    const found = probe.address().port;
    probe.close(() => resolve(found));
  });
});
const options = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"];
const server = spawn(process.execPath, [program, ...options, ...profile], { env: environment, detached: true, stdio: ["ignore", "pipe", "pipe"] });
const log = fs.createWriteStream(path.join(folder, "code-server.log"));
server.stdout.pipe(log);
server.stderr.pipe(log);

let failures = 0;
let browser;
let page;

async function check(name, run) {
  try {
    await run();
    console.log(`ok      ${name}`);
  } catch (error) {
    failures += 1;
    console.log(`FAILED  ${name}: ${String(error.stack ?? error).split("\n").slice(0, 6).join(" | ")}`);
    await picture(`failed-${failures}`);
    await page.keyboard.press("Escape");
  }
}

async function picture(name) {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

async function until(what, condition) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await condition()) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

const plain = (text) => text.replaceAll("\u00a0", " ");
const editorText = async () => plain((await page.locator(".editor-instance .view-lines").first().innerText()));

async function command(title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor({ state: "visible" });
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor({ timeout: PATIENCE });
  await page.keyboard.press("Enter");
}

/** Opens a file by its name; asked again where the list of files was not ready for the key. */
async function open(name) {
  const input = page.locator(".quick-input-widget input").first();
  await until(`the editor of ${name}`, async () => {
    await page.keyboard.press("Control+p");
    await input.waitFor({ state: "visible" });
    await input.fill(name);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor({ timeout: PATIENCE });
    await page.keyboard.press("Enter");
    const tab = page.locator(`.tab.active[data-resource-name="${name}"]`).first();
    if (await tab.waitFor({ timeout: 5000 }).then(() => true, () => false)) return true;
    await page.keyboard.press("Escape");
    return false;
  });
}

async function go(line, column = 1) {
  await page.keyboard.press("Control+g");
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor({ state: "visible" });
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await input.waitFor({ state: "hidden" });
}

/** Takes the last edit back. */
async function undo() {
  await go(1);
  await page.keyboard.press("Control+z");
}

/** The rows of the Problems panel that its filter lets through, each as a line of text; it draws only what is seen. */
async function problems(text) {
  const filter = page.locator(".viewpane-filter input, .markers-panel-action-filter-container input").first();
  if ((await filter.inputValue()) !== text) await filter.fill(text);
  const rows = await page.locator(".markers-panel .monaco-list-row").allInnerTexts();
  return rows.map((row) => plain(row).replaceAll("\n", " "));
}

async function problem(text) {
  await until(`the problem ${text}`, async () => (await problems(text)).some((row) => row.includes(text)));
  return (await problems(text)).find((row) => row.includes(text));
}

async function noProblem(text) {
  await until(`the end of ${text}`, async () => !(await problems(text)).some((row) => row.includes(text)));
}

/** Chooses an entry of the menu that Ctrl+. opens; its list answers the keyboard only. */
async function quickFix(title) {
  const wanted = page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first();
  await until(`the action ${title}`, async () => {
    await page.keyboard.press("Control+.");
    await page.waitForTimeout(1500);
    if (await wanted.isVisible()) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  for (let step = 0; step < 40; step++) {
    const focused = plain(await page.locator(".action-widget .monaco-list-row.focused").first().innerText());
    if (focused.includes(title)) break;
    await page.keyboard.press("ArrowDown");
  }
}

try {
  const root = `http://127.0.0.1:${port}`;
  const end = Date.now() + PATIENCE;
  while (!(await fetch(`${root}/healthz`).then((answer) => answer.ok, () => false))) {
    if (Date.now() > end) throw new Error("code-server did not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 })).newPage();
  await page.goto(`${root}/?folder=${encodeURIComponent(shop)}`, { waitUntil: "domcontentloaded" });
  await page.waitForSelector(".monaco-workbench", { timeout: PATIENCE });

  await check("findings are underlined and listed", async () => {
    await open("0003_indexes.sql");
    await page.waitForSelector(".squiggly-warning", { timeout: PATIENCE });
    await page.keyboard.press("Control+Shift+M");
    await page.waitForSelector(".markers-panel .monaco-list-row", { timeout: PATIENCE });
    await picture("problems");
    const row = await problem("Takes SHARE on `orders`");
    if (!row.includes("blocking-index-build") || !row.includes("[Ln 2, Col 1]")) throw new Error(row);
  });

  await check("findings of files that are not open are listed too", async () => {
    await problem("NOT IN is true for no row");
  });

  await check("the status bar names engine and counts", async () => {
    await until("the status bar", async () => /postgres \d+/.test(plain(await page.locator(".statusbar").innerText())));
  });

  await check("hover tells the impact of the statement and why the rule reports it", async () => {
    await problems("");
    await open("0003_indexes.sql");
    await go(2, 3);
    await command("Show or Focus Hover");
    await until("the hover", async () => {
      const shown = (await page.locator(".monaco-hover:visible").allInnerTexts()).join(" ");
      return shown.includes("Impact") && shown.includes("SHARE on orders");
    });
    await picture("hover");
    await page.keyboard.press("Escape");
  });

  await check("columns are right behind an emoji and a tab", async () => {
    await open("emoji.sql");
    await until("the place", async () => (await problems("select-star")).some((row) => row.includes("[Ln 1, Col 14]")));
  });

  await check("a quick fix is applied and its finding is gone", async () => {
    await open("orders.sql");
    await problem("Silences nothing");
    await problems("");
    await go(14, 5);
    await quickFix("Remove the comment");
    await picture("quick-fix");
    await page.keyboard.press("Enter");
    await noProblem("Silences nothing");
    await undo();
    await problem("Silences nothing");
  });

  await check("a fix that takes a migration creates its file, and clears the finding of the other file", async () => {
    await open("0002_reviews.sql");
    await problem("No index of `reviews` begins with (customer_id)");
    await go(12, 30);
    await quickFix("Create the index in a migration");
    await picture("follow-up");
    await page.keyboard.press("Enter");
    const created = path.join(shop, "migrations", "0008_create_reviews_customer_id_idx.sql");
    await until("the file", async () => fs.existsSync(created));
    await command("File: Save All Files");
    await until("its text", async () => fs.readFileSync(created, "utf8").includes("CREATE INDEX CONCURRENTLY"));
    await noProblem("No index of `reviews` begins with (customer_id)");
  });

  await check("an ignore comment silences a finding", async () => {
    await open("0003_indexes.sql");
    await problem("Takes SHARE on `orders`");
    await go(2, 1);
    await quickFix("Ignore locks/blocking-index-build for this statement");
    await page.keyboard.press("Enter");
    await until("the comment", async () => (await editorText()).includes("ignore[locks/blocking-index-build]"));
    await noProblem("Takes SHARE on `orders`");
    await undo();
    await problem("Takes SHARE on `orders`");
  });

  await check("a configuration takes effect when its file changes", async () => {
    fs.writeFileSync(path.join(shop, "sqlreview.toml"), 'ignore = ["locks/blocking-index-build"]\n');
    await noProblem("Takes SHARE on `orders`");
    fs.rmSync(path.join(shop, "sqlreview.toml"));
    await problem("Takes SHARE on `orders`");
  });

  await check("the impact of a file is shown beside it", async () => {
    await open("0004_loyalty.sql");
    await command("sqlreview: Show Impact of This File");
    await until("the table", async () => plain((await page.locator(".view-lines").allInnerTexts()).join("\n")).includes("who waits"));
    await picture("impact");
    await command("View: Close All Editors");
  });

  await check("the schema is drawn", async () => {
    await open("0001_create_shop.sql");
    await command("sqlreview: Show Schema of This Migration as a Diagram");
    await until("the diagram", async () => {
      for (const frame of page.frames()) {
        const found = await frame.locator("#diagram svg").count().catch(() => 0);
        if (found && (await frame.locator("#diagram svg").innerHTML()).includes("order_items")) return true;
      }
      return false;
    });
    await page.waitForTimeout(500);
    await picture("schema");
    await command("View: Close All Editors");
  });

  await check("a rule is explained", async () => {
    await open("orders.sql");
    await problem("select-star");
    await go(2, 8);
    await quickFix("Explain queries/select-star");
    await page.keyboard.press("Enter");
    await until("the page", async () => {
      for (const frame of page.frames()) {
        const shown = await frame.locator("body").innerText({ timeout: 2000 }).catch(() => "");
        if (shown.includes("queries/select-star") && shown.includes("Why")) return true;
      }
      return false;
    });
    await command("View: Close All Editors");
  });

  await check("after a crash the server starts again", async () => {
    await open("0003_indexes.sql");
    await problem("Takes SHARE on `orders`");
    const killed = spawnSync("pkill", ["-9", "-f", `${folder}/extensions/.*run.py lsp`]);
    if (killed.status !== 0) throw new Error("there was no server to kill");
    await page.waitForTimeout(1000);
    await go(1, 1);
    await page.locator(".editor-instance .view-lines").first().click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("CREATE INDEX again ON products (name);");
    await problem("Takes SHARE on `products`");
  });
} catch (error) {
  failures += 1;
  console.log(`FAILED  the session: ${error.stack}`);
  if (page) await picture("failed-session");
} finally {
  await browser?.close();
  try {
    process.kill(-server.pid, "SIGTERM");
  } catch {}
  console.log(failures ? `${failures} failed` : "all passed");
  process.exit(failures ? 1 : 0);
}
