import path from "node:path";
import { parseArguments } from "./arguments";
import { assessFile } from "./assess-file";
import { processConsole } from "./console";
import { freezeFile } from "./freeze-file";
import { momentOf } from "./moment";
import { EXIT } from "./press-on-file";
import { fill, words } from "./words";

async function main(): Promise<number> {
  const console = processConsole(process.stdout, process.stderr);
  const parsed = parseArguments(process.argv.slice(2));
  switch (parsed.kind) {
    case "help":
      await console.print(`${words(parsed.locale).usage}\n`);
      return EXIT.done;
    case "wrong": {
      const text = words(parsed.locale);
      // What is wrong comes last, where it is seen.
      console.say(`${text.usage}\n`);
      console.say(fill(text.wrongUsage[parsed.why], { found: parsed.found }));
      return EXIT.unusable;
    }
    case "call": {
      const epoch = process.env.SOURCE_DATE_EPOCH;
      const moment = momentOf(epoch);
      if (moment === "wrong") {
        console.say(fill(words(parsed.call.locale).epoch, { found: epoch ?? "" }));
        return EXIT.unusable;
      }
      // The report states the time of day: the same wherever it is made again.
      if (moment !== null) process.env.TZ = "UTC";
      const carryOut = parsed.call.freeze ? freezeFile : assessFile;
      return carryOut(parsed.call, { console, moment, addInFolder: path.join(__dirname, "../addin") });
    }
  }
}

// Files are written under another name and then renamed, in one go: an interruption between two steps leaves nothing behind.
process.on("SIGINT", () => process.exit(EXIT.interrupted));
process.on("SIGTERM", () => process.exit(EXIT.interrupted));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(EXIT.unusable);
  },
);
