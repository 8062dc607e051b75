// What a user does in VS Code with the example shop, in a real browser. Prints a line for every check.
//
//     node vscode_session.mjs CODE_SERVER VSIX SHOP FOLDER PICTURES [PYTHON]
//
// CODE_SERVER: where code-server is installed; SHOP: a copy of the shop; FOLDER: for profile and logs; PICTURES: where
// screenshots go; PYTHON: if given, the folder is not trusted, and the PATH has an old Python before this one. Run from editors/vscode, whose node_modules hold playwright-core.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";

const [, , codeServer, vsix, shop, folder, pictures, python] = process.argv;
const isTrusted = python === undefined;
const programs = path.join(folder, "bin");
const { chromium } = createRequire(path.join(process.cwd(), "package.json"))("playwright-core");
const PATIENCE = 120_000; // milliseconds for whatever must happen in the end, on a machine that does other things too
const HESITATION = 10_000; // until something is tried again that a busy editor may have missed
const ENOUGH = 3; // failures after which the rest would only wait
const program = path.join(codeServer, "node_modules", "code-server");
const profile = ["--extensions-dir", path.join(folder, "extensions"), "--user-data-dir", path.join(folder, "data")];
const environment = { ...process.env, HOME: folder, XDG_CONFIG_HOME: path.join(folder, "config") };
delete environment.PYTHONDONTWRITEBYTECODE;

fs.writeFileSync(path.join(shop, "queries", "emoji.sql"), "SELECT '😀',\t* FROM orders;\n");
fs.mkdirSync(path.join(folder, "data", "User"), { recursive: true });
fs.writeFileSync(
  path.join(folder, "data", "User", "settings.json"),
  JSON.stringify({
    "security.workspace.trust.enabled": !isTrusted,
    "security.workspace.trust.startupPrompt": "never",
    "sqlreview.importStrategy": "useBundled",
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
if (!isTrusted) {
  fs.mkdirSync(programs);
  fs.writeFileSync(path.join(programs, "python3"), "#!/bin/sh\n[ \"$1\" = -P ] && exit 2\necho 3 9 0\n", { mode: 0o755 });
  fs.writeFileSync(path.join(shop, "interpreter"), `#!/bin/sh\ntouch "${path.join(shop, "was-run")}"\n`, { mode: 0o755 });
  fs.mkdirSync(path.join(shop, ".vscode"));
  fs.writeFileSync(path.join(shop, ".vscode", "settings.json"), JSON.stringify({ "sqlreview.interpreter": path.join(shop, "interpreter") }));
  // programs are looked for where the shell of the user says
  environment.SHELL = "/bin/bash";
  fs.writeFileSync(path.join(folder, ".bash_profile"), `PATH="${programs}"\n`);
}
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
  if (failures >= ENOUGH) return;
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
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

async function until(what, condition, patience = PATIENCE) {
  const end = Date.now() + patience;
  const isSo = async () => condition();
  const notYet = (error) => {
    if (error.name !== "TimeoutError") throw error;
    return false;
  };
  while (Date.now() < end) {
    if (await isSo().catch(notYet)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Whether a condition holds before the editor should be asked again. */
const soon = (what, condition) => until(what, condition, HESITATION).then(() => true, () => false);

const plain = (text) => text.replaceAll("\u00a0", " ");
const textOf = async (locator) => plain((await locator.allInnerTexts()).join("\n"));
const statusOf = (item) => textOf(page.locator(`.statusbar-item[id$="${item}"]`));

/** What the editor shows; its lines stand in the page in the order in which they were drawn. */
async function editorText() {
  const lines = await page.locator(".editor-instance .view-lines").first().locator(".view-line").evaluateAll((found) =>
    found.map((line) => [parseFloat(line.style.top), line.textContent ?? ""]).sort(([a], [b]) => a - b).map(([, text]) => text),
  );
  return plain(lines.join("\n"));
}

/** Types into the box that a key opens, and takes the entry with this name once it is the one that Enter takes. */
async function choose(key, typed, name) {
  const box = page.locator(".quick-input-widget:visible");
  await until(`the entry ${name}`, async () => {
    if (!(await box.isVisible())) await page.keyboard.press(key);
    if (!(await soon("the box", () => box.isVisible()))) return false;
    await box.locator("input").first().fill(typed);
    const focused = box.locator(".quick-input-list .monaco-list-row.focused");
    if (await soon("the entry", async () => (await textOf(focused)).includes(name))) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  await page.keyboard.press("Enter");
}

const command = (title) => choose("F1", `>${title}`, title);

/** Opens a file by its name, and waits for its text. */
async function open(name) {
  const tab = page.locator(`.tab.active[data-resource-name="${name}"]`).first();
  await until(`the editor of ${name}`, async () => {
    if (!(await tab.isVisible())) await choose("Control+p", name, name);
    return soon("its text", async () => (await tab.isVisible()) && (await editorText()).trim() !== "");
  });
}

async function go(line, column = 1) {
  await until(`line ${line}`, async () => {
    await page.keyboard.press("Control+g");
    const input = page.locator(".quick-input-widget:visible input").first();
    if (!(await soon("the box", () => input.isVisible()))) return false;
    await input.fill(`:${line}:${column}`);
    await page.keyboard.press("Enter");
    return soon("the place", async () => (await textOf(page.locator(".statusbar"))).includes(`Ln ${line}, Col ${column}`));
  });
  await page.locator(".editor-instance .monaco-editor.focused").first().waitFor({ timeout: PATIENCE });
}

/** Takes the last edit back, after which the editor shows, or does not show, these words. */
async function undo(words, isShown) {
  const isUndone = async () => (await editorText()).includes(words) === isShown;
  await go(1);
  await until("the text as it was", async () => {
    if (await isUndone()) return true;
    await page.keyboard.press("Control+z");
    return soon("the text as it was", isUndone);
  });
}

async function closeAll() {
  await command("View: Close All Editors");
  await until("the end of all editors", async () => (await page.locator(".tab").count()) === 0);
}

/** Shows or hides the Problems panel. */
async function panel(isShown) {
  const found = page.locator(".markers-panel").first();
  await until("the Problems panel", async () => {
    if ((await found.isVisible()) !== isShown) await page.keyboard.press(isShown ? "Control+Shift+M" : "Control+j");
    return soon("the Problems panel", async () => (await found.isVisible()) === isShown);
  });
}

/** The rows of the Problems panel that its filter lets through, each as a line of text; it draws only what is seen. */
async function problems(text) {
  const filter = page.locator(".viewpane-filter input, .markers-panel-action-filter-container input").first();
  if ((await filter.inputValue()) !== text) await filter.fill(text);
  const rows = await page.locator(".markers-panel .monaco-list-row").allInnerTexts();
  return rows.map((row) => plain(row).replaceAll("\n", " "));
}

/** Waits for a problem, and filters anew at times: a row that comes back while the filter hides all is not always drawn. */
async function problem(text) {
  let found;
  const isThere = async () => (found = (await problems(text)).find((row) => row.includes(text))) !== undefined;
  await until(`the problem ${text}`, async () => {
    if (await soon("the problem", isThere)) return true;
    await problems("");
    return false;
  });
  return found;
}

/** Waits until a problem is gone for good: for a second, since the panel draws with delay what its filter lets through. */
async function noProblem(text) {
  let since = Infinity;
  await until(`the end of ${text}`, async () => {
    if ((await problems(text)).some((row) => row.includes(text))) since = Infinity;
    else since = Math.min(since, Date.now());
    return Date.now() - since > 1000;
  });
}

/** Chooses an entry of the menu that Ctrl+. opens; its list answers the keyboard only. */
async function quickFix(title, show) {
  const menu = page.locator(".action-widget");
  const entry = menu.locator(".monaco-list-row.action", { hasText: title }).first();
  const focused = menu.locator(".monaco-list-row.focused");
  await until(`the action ${title}`, async () => {
    await page.keyboard.press("Control+.");
    if (await soon("the action", () => entry.isVisible())) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  await until(`the choice of ${title}`, async () => {
    const before = await textOf(focused);
    if (before.includes(title)) return true;
    await page.keyboard.press("ArrowDown");
    await soon("the next entry", async () => (await textOf(focused)) !== before);
    return false;
  });
  if (show) await picture(show);
  await page.keyboard.press("Enter");
}

/** The servers that run for this profile, by their process ids. */
function serverProcesses() {
  const found = spawnSync("pgrep", ["-f", `${folder}/extensions/.*run.py lsp`], { encoding: "utf8" });
  return found.stdout.split("\n").filter(Boolean).map(Number);
}

/** A session in a folder that is trusted, on a machine that has what it takes. */
async function session() {
  await check("findings are underlined and listed", async () => {
    await open("0003_indexes.sql");
    await page.waitForSelector(".squiggly-warning", { timeout: PATIENCE });
    await panel(true);
    const row = await problem("Takes SHARE on `orders`");
    if (!row.includes("blocking-index-build") || !row.includes("[Ln 2, Col 1]")) throw new Error(row);
  });

  await check("findings of files that are not open are listed too", async () => {
    await problem("NOT IN is true for no row");
    await until("all problems", async () => (await problems("")).length > 5);
    await go(2);
    await picture("problems");
  });

  await check("the status bar names the engine and counts what is found", async () => {
    let told = "";
    await until("counts that agree with the panel", async () => {
      const row = (await problems("0003_indexes.sql")).find((text) => text.startsWith("0003_indexes.sql"));
      const [engine, ...counts] = (await statusOf("sqlreview.status")).trim().split(/\s{2,}|\n/);
      told = `${engine}: ${counts.join(" + ")}, the panel: ${row}`;
      const sum = counts.reduce((total, count) => total + Number(count), 0);
      return /^postgres \d+$/.test(engine) && sum > 0 && row?.endsWith(` ${sum}`);
    }).catch((error) => {
      throw new Error(`${error.message}; ${told}`);
    });
  });

  await check("hover tells the impact of the statement and why the rule reports it", async () => {
    await problems("");
    await open("0003_indexes.sql");
    await until("the hover", async () => {
      await go(2, 3);
      await command("Show or Focus Hover");
      return soon("its text", async () => {
        const shown = await textOf(page.locator(".monaco-hover:visible"));
        return shown.includes("Impact") && shown.includes("SHARE on orders");
      });
    });
    await page.locator(".monaco-hover:visible").first().hover();
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 100); // to the impact, below the reasons
    await page.waitForTimeout(500); // for the picture alone
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
    await quickFix("Remove the comment", "quick-fix");
    await noProblem("Silences nothing");
    await undo("-- sqlreview: ignore[queries/select-star]", true);
    await problem("Silences nothing");
  });

  await check("a fix that takes a migration creates its file, and clears the finding of the other file", async () => {
    await open("0002_reviews.sql");
    await problem("No index of `reviews` begins with (customer_id)");
    await go(12, 30);
    await quickFix("Create the index in a migration", "follow-up");
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
    await until("the comment", async () => (await editorText()).includes("ignore[locks/blocking-index-build]"));
    await noProblem("Takes SHARE on `orders`");
    await undo("ignore[locks/blocking-index-build]", false);
    await problem("Takes SHARE on `orders`");
  });

  await check("a configuration takes effect when its file changes", async () => {
    for (let round = 0; round < 3; round++) {
      fs.writeFileSync(path.join(shop, "sqlreview.toml"), 'ignore = ["locks/blocking-index-build"]\n');
      await noProblem("Takes SHARE on `orders`");
      fs.rmSync(path.join(shop, "sqlreview.toml"));
      await problem("Takes SHARE on `orders`");
    }
  });

  await check("programs are reviewed where the configuration asks for it", async () => {
    fs.mkdirSync(path.join(shop, "src"));
    fs.writeFileSync(path.join(shop, "src", "report.py"), 'QUERY = """SELECT * FROM order_items"""\n');
    fs.writeFileSync(path.join(shop, "src", "generated.py"), 'QUERY = """SELECT * FROM customers"""\n');
    await open("report.py");
    await noProblem("report.py");
    fs.writeFileSync(path.join(shop, "sqlreview.toml"), 'embedded = ["src/**/*.py", "!generated.py"]\n');
    await until("the place", async () => (await problems("report.py")).some((row) => row.includes("[Ln 1, Col 19]")));
    await open("generated.py");
    await noProblem("generated.py");
    await open("report.py");
    await go(2);
    await page.keyboard.type('OTHER = "SELECT * FROM customers');
    await until("what is typed", async () => (await problems("report.py")).some((row) => row.includes("[Ln 2, Col 17]")));
    await command("File: Revert File");
    fs.rmSync(path.join(shop, "sqlreview.toml"));
    await noProblem("report.py");
  });

  await check("a configuration is completed and explained", async () => {
    fs.writeFileSync(path.join(shop, "sqlreview.toml"), "# How the shop is reviewed\n");
    await open("sqlreview.toml");
    await go(2);
    await page.keyboard.type('profile = "str');
    const suggestion = page.locator(".suggest-widget .monaco-list-row", { hasText: "strict" }).first();
    await until("what can stand here", async () => {
      if (!(await suggestion.isVisible())) await page.keyboard.press("Control+Space");
      return soon("what can stand here", () => suggestion.isVisible());
    });
    await page.keyboard.press("Escape");
    await command("File: Revert File");
    await closeAll();
    fs.rmSync(path.join(shop, "sqlreview.toml"));
  });

  await check("the impact of a file is shown beside it", async () => {
    await open("0004_loyalty.sql");
    await command("sqlreview: Show Impact of This File");
    await until("the table", async () => (await textOf(page.locator(".view-lines"))).includes("who waits"));
    await picture("impact");
    await closeAll();
  });

  await check("the schema is drawn", async () => {
    await open("0001_create_shop.sql");
    await panel(false);
    await command("sqlreview: Show Schema of This Migration as a Diagram");
    await until("the diagram", async () => {
      for (const frame of page.frames()) {
        const found = await frame.locator("#diagram svg").innerHTML({ timeout: 1000 }).catch(() => "");
        if (found.includes("order_items")) return true;
      }
      return false;
    });
    await page.waitForTimeout(500); // for the picture alone
    await picture("schema");
    await closeAll();
    await panel(true);
  });

  await check("a rule is explained", async () => {
    await open("orders.sql");
    await problem("select-star");
    await go(2, 8);
    await quickFix("Explain queries/select-star");
    await until("the page", async () => {
      for (const frame of page.frames()) {
        const shown = await frame.locator("body").innerText({ timeout: 1000 }).catch(() => "");
        if (shown.includes("queries/select-star") && shown.includes("Why")) return true;
      }
      return false;
    });
    await closeAll();
  });

  await check("after a crash the server starts again", async () => {
    await open("0003_indexes.sql");
    await problem("Takes SHARE on `orders`");
    const before = serverProcesses();
    if (before.length === 0) throw new Error("there is no server to kill");
    for (const running of before) process.kill(running, "SIGKILL");
    await until("another server", async () => serverProcesses().some((running) => !before.includes(running)));
    await go(1, 1);
    await page.keyboard.press("Control+End");
    await page.keyboard.type("CREATE INDEX again ON products (name);");
    await problem("Takes SHARE on `products`");
  });
}

/** The first start in a folder that is not trusted, with an old Python on the PATH. */
async function firstStart() {
  await check("a Python that is too old is named", async () => {
    await open("0003_indexes.sql");
    await until("the message", async () => (await textOf(page.locator(".notification-toast"))).includes("Python 3.11 or newer; python3 is 3.9."));
    await picture("old-python");
  });

  await check("the server of the extension starts with a newer one, and the interpreter of the folder is not run", async () => {
    fs.rmSync(path.join(programs, "python3"));
    fs.symlinkSync(python, path.join(programs, "python3"));
    await command("sqlreview: Restart Server");
    await page.waitForSelector(".squiggly-warning", { timeout: PATIENCE });
    await until("restricted mode", async () => (await textOf(page.locator(".statusbar"))).includes("Restricted Mode"));
    if (fs.existsSync(path.join(shop, "was-run"))) throw new Error("the interpreter that the folder names was run");
    await picture("restricted");
  });
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
  page.setDefaultTimeout(HESITATION);
  await page.goto(`${root}/?folder=${encodeURIComponent(shop)}`, { waitUntil: "domcontentloaded", timeout: PATIENCE });
  await page.waitForSelector(".monaco-workbench", { timeout: PATIENCE });

  await (isTrusted ? session() : firstStart());
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
