import shortcuts from "../../../assets/shortcuts.json";
import { calledBy, shortcutsFrom } from "../../../src/workbench/page/shortcuts";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, code: "KeyA" };

describe("the key combinations of the add-in", () => {
  const known = shortcutsFrom(shortcuts);

  it("call the functions that the file names, on a Mac with Command", () => {
    const held = { ...none, ctrlKey: true, shiftKey: true, altKey: true };
    expect(["KeyP", "KeyA", "KeyV", "KeyH"].map((code) => calledBy(known, { ...held, code }))).toEqual(
      shortcuts.shortcuts.map(({ action }) => action),
    );
    expect(calledBy(known, { ...held, ctrlKey: false, metaKey: true })).toBe("assess");
  });

  it("call nothing with a key too few, or with another key", () => {
    expect(calledBy(known, { ...none, ctrlKey: true, shiftKey: true })).toBeNull();
    expect(calledBy(known, { ...none, ctrlKey: true, shiftKey: true, altKey: true, code: "KeyB" })).toBeNull();
  });

  it("are none where the file is none, and those that cannot be read are left out", () => {
    expect(shortcutsFrom(null)).toEqual([]);
    const odd = [
      { action: "a" },
      { action: "b", key: { default: "Ctrl+" } },
      { action: 1, key: { default: "Ctrl+A" } },
    ];
    expect(shortcutsFrom({ shortcuts: [...odd, { action: "c", key: { default: "ctrl+1" } }] })).toEqual([
      { functionName: "c", ctrl: true, shift: false, alt: false, code: "Digit1" },
    ]);
  });
});
