import fc from "fast-check";
import { similarTitles, titleForm, titleOf } from "../../../src/core/diagnosis/title-similarity";
import { levenshteinAtMost } from "../../../src/core/methods/levenshtein";

describe("comparison form of a title (methodology §C.18)", () => {
  test.each([
    ["2021年4月6日学习《民法典》", "学习民法典"],
    ["４月份主题党日：红色 观影", "主题党日红色观影"],
    ["12号 例会", "例会"],
    ["第二季度党课", "党课"],
    ["3季度 党课", "党课"],
    ["第12次支委会", "支委会"],
    ["第二十一期讲堂", "讲堂"],
    ["第一讲、第〇场", ""],
    ["二〇二一年四月学习", "二〇二一年四月学习"],
    ["第一检察部学习", "第一检察部学习"],
    ["ABC Day", "abcday"],
    ["五月学习", "五月学习"],
    ["第3集", "第3集"],
  ])("%s is %s", (title, form) => {
    expect(titleForm(title)).toBe(form);
  });
});

describe("similar titles (methodology §7)", () => {
  const similar = (...forms: readonly string[]): string[] =>
    [...similarTitles(forms.map(titleOf))].map(({ form }) => form).sort();

  test("1 − Levenshtein ÷ longer length from 0.9 on, nothing below", () => {
    expect(similar("一二三四五六七八九十", "一二三四五六七八九百")).toHaveLength(2);
    expect(similar("一二三四五六七八九", "一二三四五六七八十")).toEqual([]);
    expect(similar("一二三四五六七八九十", "一二三四五六七八九")).toHaveLength(2);
    expect(
      similar("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", "一二三四五六七八九百甲乙丙丁戊己庚辛壬子"),
    ).toHaveLength(2);
  });

  test("lengths are in code points", () => {
    const nine = "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷";
    expect(similar(`${nine}甲`, `${nine}乙`)).toHaveLength(2);
    expect(similar(`${nine.slice(2)}甲`, `${nine.slice(2)}乙`)).toEqual([]);
  });

  test("finds what comparing every pair finds", () => {
    const word = fc.string({ unit: fc.constantFrom("学", "习", "党", "课", "𠮷", "一"), maxLength: 24 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 14 }), (forms) => {
        const expected = forms.filter((one) =>
          forms.some((other) => {
            const longer = Math.max([...one].length, [...other].length);
            return one !== other && levenshteinAtMost(one, other, Math.floor(longer / 10)) !== null;
          }),
        );
        expect(similar(...forms)).toEqual([...expected].sort());
      }),
    );
  });
});
