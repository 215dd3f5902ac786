import type { WorkbookDocument } from "../files/document";
import { parseXml } from "../files/xml";
import type { Call } from "./arguments";
import { EXIT, pressOnFile, type Surroundings } from "./press-on-file";
import { unassessedBranches } from "./run-report";
import { fill, words } from "./words";

/** Namespace of the custom XML part in which the add-in leaves its result. */
const RESULT_NAMESPACE = "urn:ronghe:assessment:1";

/** The result that the add-in left in the workbook, as JSON text. */
function storedResult(document: WorkbookDocument): string | null {
  const part = document.customXml.find(({ namespace }) => namespace === RESULT_NAMESPACE);
  const root = part === undefined ? null : parseXml(part.xml);
  return root?.children.find(({ name }) => name === "result")?.text ?? null;
}

/** Assesses one workbook; gives the exit code. */
export function assessFile(call: Call, surroundings: Surroundings): Promise<number> {
  const { console } = surroundings;
  const text = words(call.locale);
  const unusable = (message: string): number => {
    console.say(message);
    return EXIT.unusable;
  };
  return pressOnFile(call, "assess", surroundings, async ({ report, document, targets, write }) => {
    if (report.outcome === "refused") {
      console.say(text.refused);
      return report.because === "nothing" ? EXIT.nothing : EXIT.unusable;
    }
    if (report.outcome !== "assessed") return unusable(text.failed);
    const result = storedResult(document);
    if (result === null) return unusable(text.silent);
    const data: unknown = JSON.parse(result);
    const json = `${JSON.stringify(data, null, 2)}\n`;
    const failed = write(targets.json === null ? [] : [{ file: targets.json, content: json }]);
    if (failed !== null) return failed;
    if (call.json === "-") await console.print(json);
    const incomplete = unassessedBranches(data);
    if (incomplete.length === 0) return EXIT.done;
    console.say(fill(text.incomplete, { branches: incomplete.join("、") }));
    return EXIT.incomplete;
  });
}
