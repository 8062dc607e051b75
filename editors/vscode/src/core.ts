// What the extension decides without the editor: which Python runs which sqlreview, and what it is told. Has unit tests.

export interface Version {
  major: number;
  minor: number;
}

/** What a Python said about itself. */
export interface Interpreter {
  command: string[];
  version: Version;
  /** Whether it can import a sqlreview of its own. */
  hasSqlreview: boolean;
}

export type ImportStrategy = "fromEnvironment" | "useBundled";

export const OLDEST: Version = { major: 3, minor: 11 };

/** A program that prints the version of its Python, and whether sqlreview is installed there. */
export const QUESTION =
  "import sys, importlib.util as u; print(sys.version_info[0], sys.version_info[1], int(u.find_spec('sqlreview') is not None))";

/** Reads the answer to QUESTION. */
export function answered(command: string[], output: string): Interpreter | undefined {
  const found = /^(\d+) (\d+) ([01])\s*$/.exec(output);
  if (!found) return undefined;
  return { command, version: { major: Number(found[1]), minor: Number(found[2]) }, hasSqlreview: found[3] === "1" };
}

export function isNewEnough(version: Version): boolean {
  return version.major > OLDEST.major || (version.major === OLDEST.major && version.minor >= OLDEST.minor);
}

/** The commands to try for Python, in order; what the user set is the only one where there is one. */
export function candidates(setting: string, chosen: string | undefined, platform: NodeJS.Platform): string[][] {
  if (setting.trim()) return [[setting.trim()]];
  const usual = platform === "win32" ? [["py", "-3"], ["python"]] : [["python3"], ["python"]];
  return chosen ? [[chosen], ...usual] : usual;
}

/** The command line of the server. -P keeps the workspace out of the places that Python imports from. */
export function serverCommand(python: Interpreter, strategy: ImportStrategy, bundled: string, trusted: boolean): string[] {
  const own = trusted && strategy === "fromEnvironment" && python.hasSqlreview;
  return own ? [...python.command, "-P", "-m", "sqlreview", "lsp"] : [...python.command, "-I", bundled, "lsp"];
}

/** Why no server can start, for the user. */
export function complaint(setting: string, tried: string[][], old: Interpreter | undefined): string {
  const wanted = `Python ${OLDEST.major}.${OLDEST.minor} or newer`;
  if (old) return `sqlreview needs ${wanted}; ${old.command.join(" ")} is ${old.version.major}.${old.version.minor}.`;
  if (setting.trim()) return `sqlreview cannot run ${setting.trim()}, which the setting sqlreview.interpreter names.`;
  return `sqlreview needs ${wanted} and found none (tried ${tried.map((words) => words.join(" ")).join(", ")}).`;
}

/** What a configuration says of documents and programs: patterns as in a .gitignore, and where they count from. */
export interface Embedded {
  folder: string;
  patterns: string[];
}

/** The languages whose files may hold SQL; they are sent to the server where a configuration asks for them. */
export const HOSTS = [
  "python", "javascript", "javascriptreact", "typescript", "typescriptreact", "go", "java", "kotlin", "ruby", "php", "rust", "csharp", "mdx",
];

/** A pattern of a .gitignore as globs of the editor; none for one that takes files out again. */
export function globsOf(pattern: string): string[] {
  const text = pattern.trim();
  if (!text || text.startsWith("#") || text.startsWith("!")) return [];
  const path = text
    .replace(/\/+$/, "")
    .replace(/\\(.)/g, (_, letter: string) => (/[\w/]/.test(letter) ? letter : `[${letter}]`))
    .replace(/(?<!\[)[{}]/g, (letter) => `[${letter}]`);
  const place = path.includes("/") ? path.replace(/^\//, "") : `**/${path}`;
  return text.endsWith("/") ? [`${place}/**`] : [place, `${place}/**`];
}

const OUR_OWN = new Set(["enable", "interpreter", "importStrategy", "workspaceDiagnostics", "codeLens", "inlayHints", "trace"]);

/** Settings by name, each as the user wrote it or undefined, as the keys of a sqlreview.toml. */
export function configurationOf(settings: Record<string, unknown>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings)) {
    if (value !== undefined && value !== null && !OUR_OWN.has(name)) found[kebab(name)] = value;
  }
  return found;
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What the server tells of a file. */
export interface Status {
  engine: string;
  profile: string;
  tool: string;
  configuration: string | null;
  findings: Partial<Record<"error" | "warning" | "info" | "hint", number>>;
  statements: number;
  notAnalysed: number;
  notes: string[];
}

/** The text of the status bar: engine, version, profile where it is not the usual one, and counts. */
export function statusText(status: Status): string {
  const { error = 0, warning = 0, info = 0, hint = 0 } = status.findings;
  const counts = [error ? `$(error) ${error}` : "", warning ? `$(warning) ${warning}` : "", info + hint ? `$(info) ${info + hint}` : ""];
  const profile = status.profile === "recommended" ? "" : ` · ${status.profile}`;
  const shown = counts.filter(Boolean).join(" ") || "$(check)";
  return `$(database) ${status.engine}${profile} ${shown}`;
}

/** The lines behind the status bar's text. */
export function statusLines(status: Status): string[] {
  const counts = (["error", "warning", "info", "hint"] as const)
    .filter((level) => status.findings[level])
    .map((level) => plural(status.findings[level] ?? 0, level));
  const lines = [
    `**sqlreview** for ${status.engine}, profile ${status.profile}`,
    `Files are read as those of: ${status.tool}`,
    status.configuration ? `Configuration: ${status.configuration}` : "No sqlreview.toml: defaults and the settings of the editor hold.",
    `${plural(status.statements, "statement")}, ${counts.length ? counts.join(", ") : "no findings"}`,
  ];
  if (status.notAnalysed) lines.push(`${plural(status.notAnalysed, "statement")} could not be analysed`);
  return [...lines, ...status.notes];
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === "info" ? "" : "s"}`;
}
