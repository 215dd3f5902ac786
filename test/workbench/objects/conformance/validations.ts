import { entry, load, property, refused, untyped, type Entry, type Scene } from "./scene";

const validation = ({ sheet }: Scene) => sheet.getRange("B2:B9").dataValidation;

/** A list of two values on B2:B9. */
function list(scene: Scene): Excel.DataValidation {
  const made = validation(scene);
  made.rule = { list: { inCellDropDown: true, source: "正向,逆向" } };
  return made;
}

const ALERT = { showAlert: true, style: "Warning", title: "请核实", message: "不在列表中" };
const PROMPT = { showPrompt: true, title: "方向", message: "请选择" };

/** Checks of data validation. */
export const validationEntries: readonly Entry[] = [
  entry(["Range.dataValidation", "DataValidation.rule", "DataValidation.type"], async (scene) => {
    expect(await load(scene, validation(scene), "type")).toBe("None");
    list(scene);
    const inside = scene.sheet.getRange("B3").dataValidation;
    expect(await load(scene, inside, "type")).toBe("List");
    expect(await load(scene, inside, "rule")).toEqual({ list: { inCellDropDown: true, source: "正向,逆向" } });
    expect(await load(scene, scene.sheet.getRange("A3").dataValidation, "rule")).toEqual({});
    expect(await load(scene, scene.sheet.getRange("B1:B4").dataValidation, "type")).toBe("Inconsistent");
    scene.sheet.getRange("C2:C9").dataValidation.rule = { list: { inCellDropDown: false, source: "是,否" } };
    expect(await load(scene, scene.sheet.getRange("B2:C9").dataValidation, "type")).toBe("MixedCriteria");
  }),
  entry("DataValidation.rule", async (scene) => {
    const set = (rule: unknown) => untyped(validation(scene), "set", [{ rule }]);
    await refused(scene, () => set({ wholeNumber: { formula1: 1, operator: "EqualTo" } }), "NotImplemented");
    await refused(scene, () => set({ list: { inCellDropDown: true, source: "=A1:A3" } }), "NotImplemented");
    await refused(scene, () => set({ list: { inCellDropDown: true, source: "" } }), "InvalidArgument");
    await refused(scene, () => set({ list: { inCellDropDown: true, source: "x".repeat(256) } }), "InvalidArgument");
    await refused(scene, () => set({ list: { source: "a,b" } }), "InvalidArgument");
    list(scene);
    await scene.context.sync();
    const part = scene.sheet.getRange("B2:B3").dataValidation;
    await refused(scene, () => (part.rule = { list: { inCellDropDown: true, source: "a" } }), "NotImplemented");
  }),
  property("DataValidation.ignoreBlanks", list, { first: true, set: [[false]], refuses: [["no"]] }),
  property("DataValidation.errorAlert", list, {
    first: { showAlert: true, style: "Stop", title: "", message: "" },
    set: [[ALERT]],
    refuses: [[{ ...ALERT, style: "Loud" }], [{ ...ALERT, title: "题".repeat(33) }], ["x"]],
  }),
  property("DataValidation.prompt", list, {
    first: { showPrompt: true, title: "", message: "" },
    set: [[PROMPT]],
    refuses: [[{ ...PROMPT, message: "话".repeat(256) }], ["x"]],
  }),
  entry("DataValidation.prompt", async (scene) => {
    validation(scene).prompt = PROMPT;
    expect(await load(scene, validation(scene), "prompt")).toEqual(PROMPT);
    expect(await load(scene, validation(scene), "type")).toBe("None");
    await refused(scene, () => (validation(scene).ignoreBlanks = true), "NotImplemented");
    scene.sheet.getRange("C2").dataValidation.rule = { list: { inCellDropDown: true, source: "a" } };
    await scene.context.sync();
    await refused(scene, () => (scene.sheet.getRange("B2:C9").dataValidation.prompt = PROMPT), "NotImplemented");
  }),
  entry("DataValidation.clear", async (scene) => {
    list(scene);
    scene.sheet.getRange("A1:C20").dataValidation.clear();
    expect(await load(scene, validation(scene), "type")).toBe("None");
    list(scene);
    scene.sheet.getRange("A4:C5").dataValidation.clear();
    const types = ["B2:B3", "B4:B5", "B6:B9"].map((address) => scene.sheet.getRange(address).dataValidation);
    for (const type of types) type.load("type");
    await scene.context.sync();
    expect(types.map(({ type }) => type)).toEqual(["List", "None", "List"]);
  }),
];
