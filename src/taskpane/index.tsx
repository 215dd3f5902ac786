import { announce, type RibbonCommand, type RibbonNews } from "../commands/ribbon-news";
import { displayLanguage } from "../excel/display-language";
import { showPane } from "../excel/show-pane";
import { inTurns } from "../excel/turns";
import { associateFunctions } from "../functions/associate";
import product from "../../package.json";
import { excelServices } from "./excel-services";
import { type Surroundings, startPane } from "./start";
import type { OfficeLook } from "./theme";
import { thrownIssue } from "./thrown";

/** How long Office may take to answer, in milliseconds. */
const PATIENCE = 10_000;

/** What Office says of its look, where it does. */
function officeLook(): OfficeLook | null {
  const theme: unknown = Office.context.officeTheme;
  if (typeof theme !== "object" || theme === null || !("bodyBackgroundColor" in theme)) return null;
  const { bodyBackgroundColor } = theme;
  return typeof bodyBackgroundColor === "string" ? { bodyBackgroundColor } : null;
}

/** What surrounds the pane; `null` where Excel does not answer, or this page is not open in Excel. */
async function surroundings(): Promise<Surroundings | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  const info = await Promise.race([Office.onReady(), late]);
  if (info?.host !== Office.HostType.Excel) return null;
  return { services: excelServices, locale: displayLanguage(), look: officeLook(), version: product.version };
}

/** What a command tells of its end: a button waits for it, a key combination need not. */
type CommandEvent = Pick<Office.AddinCommands.Event, "completed">;
type Command = (event: CommandEvent) => Promise<void>;

/** That a command has changed nothing, because it could not be loaded. */
function failing(name: RibbonCommand): (error: unknown) => RibbonNews {
  return (error) => ({ kind: "ended", command: name, outcome: "failed", issues: [thrownIssue(error)] });
}

/**
 * A command of the ribbon or of a key combination, loaded when it is first asked for. Where it cannot be loaded, the pane opens on
 * what `otherwise` makes of the reason, and Excel must not wait for the command.
 */
function command(
  otherwise: (error: unknown) => RibbonNews | null,
  load: () => Promise<Command>,
): (event?: CommandEvent) => void {
  return (event) => {
    const waiting: CommandEvent = { completed: () => event?.completed() };
    load().then(
      (run) => void run(waiting),
      async (error: unknown) => {
        const news = otherwise(error);
        if (news !== null) announce(news);
        try {
          await showPane();
        } finally {
          waiting.completed();
        }
      },
    );
  };
}

if ("Office" in window) {
  // Excel asks for these as soon as it has answered.
  associateFunctions(displayLanguage, inTurns);
  // The names under which the manifest's buttons and the key combinations of shortcuts.json find their commands.
  Office.actions.associate(
    "showPane",
    command(
      () => null,
      async () => (await import("../commands/ribbon")).showPaneCommand,
    ),
  );
  Office.actions.associate(
    "assess",
    command(failing("assess"), async () => (await import("../commands/assess")).assess),
  );
  Office.actions.associate(
    "freeze",
    command(failing("freeze"), async () => (await import("../commands/freeze")).freeze),
  );
  Office.actions.associate(
    "newWorkbook",
    command(failing("newWorkbook"), async () => (await import("../commands/ribbon")).newWorkbookCommand),
  );
  Office.actions.associate(
    "help",
    command(
      () => ({ kind: "help" }),
      async () => (await import("../commands/ribbon")).helpCommand,
    ),
  );
}
void startPane(() => ("Office" in window ? surroundings() : Promise.resolve(null)));
