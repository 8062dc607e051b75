// Starts, stops and configures the server.
import * as vscode from "vscode";
import { LanguageClient, State, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { configurationOf, globsOf, HOSTS, serverCommand, type Embedded, type ImportStrategy } from "./core";
import { bundledServer, findPython } from "./python";

const LANGUAGES = ["sql", "pgsql", "postgres", "mysql", "markdown"];
const CONFIGURATIONS = "**/{sqlreview.toml,sqlreview.*.toml,pyproject.toml}";
const EMBEDDED = "sqlreview.embedded";
const PAUSE = 1000; // milliseconds after a configuration has changed
const HELP = "https://www.python.org/downloads/";

/** The settings as the server takes them: what the user has set, under the keys of a sqlreview.toml. */
function settings(): Record<string, unknown> {
  const section = vscode.workspace.getConfiguration("sqlreview");
  const names = Object.keys(section).filter((name) => typeof section[name] !== "function");
  const set: Record<string, unknown> = {};
  for (const name of names) {
    const where = section.inspect(name);
    set[name] = where?.workspaceFolderValue ?? where?.workspaceValue ?? where?.globalValue;
  }
  return {
    lenses: section.get("codeLens", false),
    hints: section.get("inlayHints", false),
    configuration: configurationOf(set),
  };
}

/** The files that the server is told of: SQL, Markdown, configurations, and programs that a configuration asks for. */
function selector(embedded: Embedded[]): vscode.DocumentFilter[] {
  const usual = LANGUAGES.flatMap((language) => [
    { scheme: "file", language },
    { scheme: "untitled", language },
  ]);
  const programs = embedded.flatMap(({ folder, patterns }) =>
    patterns.flatMap(globsOf).flatMap((glob) => {
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), glob);
      return HOSTS.map((language) => ({ scheme: "file", language, pattern }));
    }),
  );
  return [...usual, { scheme: "file", pattern: CONFIGURATIONS }, ...programs];
}

/** Whether a program is asked for: of the patterns that match it, the last one decides. */
function isAskedFor(document: vscode.TextDocument, embedded: Embedded[]): boolean {
  return embedded.some(({ folder, patterns }) => {
    const matches = (pattern: string): boolean =>
      globsOf(pattern).some((glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(vscode.Uri.parse(folder), glob) }, document) > 0);
    const last = patterns.filter((pattern) => matches(pattern.replace(/^!/, ""))).at(-1);
    return last !== undefined && !last.startsWith("!");
  });
}

/** The connection to the server, which may be started again. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private starting: Promise<void> = Promise.resolve();
  private readonly states = new vscode.EventEmitter<boolean>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher(CONFIGURATIONS);
  private timer: NodeJS.Timeout | undefined;
  /** What was asked for when the server was last asked; it is remembered, so that one start will do. */
  private embedded: Embedded[];
  /** Fires when the server begins or ceases to answer. */
  readonly onState = this.states.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly explain: (page: string, rule: string) => Promise<void>,
  ) {
    this.embedded = context.workspaceState.get<Embedded[]>(EMBEDDED, []);
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.followConfiguration(), PAUSE);
    };
    this.watcher.onDidChange(later);
    this.watcher.onDidCreate(later);
    this.watcher.onDidDelete(later);
  }

  /** Starts the server, after stopping the one that runs. */
  restart(): Promise<void> {
    this.starting = this.starting.then(() => this.restartNow());
    return this.starting;
  }

  private async restartNow(): Promise<void> {
    await this.stop();
    if (!vscode.workspace.getConfiguration("sqlreview").get("enable", true)) return;
    try {
      this.client = await this.made();
      await this.client.start();
      void this.followConfiguration();
    } catch (error) {
      void this.complain(error instanceof Error ? error.message : String(error)); // who may answer late, or never
    }
  }

  /** Starts the server again for other programs, if the configuration asks for others now. */
  private async followConfiguration(): Promise<void> {
    const asked = await this.ask<Embedded[]>(EMBEDDED).catch(() => undefined); // an older server does not know
    if (!asked || JSON.stringify(asked) === JSON.stringify(this.embedded)) return;
    this.embedded = asked;
    await this.context.workspaceState.update(EMBEDDED, asked);
    this.log.info("The configuration asks for other programs with SQL; the server starts again.");
    await this.restart();
  }

  private async made(): Promise<LanguageClient> {
    const section = vscode.workspace.getConfiguration("sqlreview");
    const python = await findPython(this.context.extensionPath);
    const strategy = section.get<ImportStrategy>("importStrategy", "fromEnvironment");
    const command = serverCommand(python, strategy, bundledServer(this.context), vscode.workspace.isTrusted);
    this.log.info(`Starting ${command.join(" ")}`);
    const [program = "", ...args] = command;
    const cwd = vscode.workspace.workspaceFolders?.find((folder) => folder.uri.scheme === "file")?.uri.fsPath;
    const run: ServerOptions = { command: program, args, options: { cwd: cwd ?? this.context.extensionPath } };
    const client = new LanguageClient("sqlreview", "sqlreview", run, this.options(section.get("workspaceDiagnostics", true)));
    client.onDidChangeState((event) => {
      this.states.fire(event.newState === State.Running);
      void vscode.commands.executeCommand("setContext", "sqlreview.isActive", event.newState === State.Running);
    });
    return client;
  }

  private options(everywhere: boolean): LanguageClientOptions {
    return {
      // patterns that count from a folder are handed on as they are, though the type knows only text
      documentSelector: selector(this.embedded) as LanguageClientOptions["documentSelector"],
      initializationOptions: { ...settings(), showsExplanations: true, workspaceDiagnostics: everywhere },
      outputChannel: this.log,
      traceOutputChannel: this.log,
      middleware: {
        didOpen: async (document, next) => {
          if (!HOSTS.includes(document.languageId) || isAskedFor(document, this.embedded)) await next(document);
        },
        executeCommand: async (command, args, next) => {
          const result = await next(command, args);
          if (command === "sqlreview.explain" && typeof result === "string") await this.explain(result, String(args[0]));
          return result;
        },
        workspace: { didChangeConfiguration: async () => this.configure() },
      },
    };
  }

  /** Tells the server what the settings say now. */
  async configure(): Promise<void> {
    if (this.client?.state === State.Running) {
      await this.client.sendNotification("workspace/didChangeConfiguration", { settings: { sqlreview: settings() } });
      await this.followConfiguration();
    }
  }

  /** Runs a command of the server; undefined while there is none. */
  async ask<Result>(command: string, ...args: unknown[]): Promise<Result | undefined> {
    if (this.client?.state !== State.Running) return undefined;
    return this.client.sendRequest<Result>("workspace/executeCommand", { command, arguments: args });
  }

  private async complain(message: string): Promise<void> {
    this.log.error(message);
    const choice = await vscode.window.showErrorMessage(message, "Get Python", "Open Settings", "Show Log");
    if (choice === "Get Python") await vscode.env.openExternal(vscode.Uri.parse(HELP));
    if (choice === "Open Settings") await vscode.commands.executeCommand("workbench.action.openSettings", "sqlreview.interpreter");
    if (choice === "Show Log") this.log.show();
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.warn(`The server did not stop in time: ${String(error)}`);
    }
  }

  /** Stops the server for good. */
  async dispose(): Promise<void> {
    clearTimeout(this.timer);
    this.watcher.dispose();
    await this.starting;
    await this.stop();
    this.states.dispose();
  }
}
