import { optionsFrom, queryOf } from "../../../src/workbench/page/options";

test("an address without a query is the sample in Chinese, on the desktop, with nothing wrong", () => {
  expect(optionsFrom("")).toMatchObject({
    sample: "clean",
    transport: "desktop",
    locale: "zh-CN",
    theme: "light",
    excelApi: "1.14",
    latency: 0,
    cellEditing: false,
    isProtected: false,
    failure: null,
  });
  expect(queryOf(optionsFrom(""))).toBe("");
});

test("everything that the bar of the host sets can be said in the address, and is written back the same", () => {
  const query =
    "?sample=messy&transport=web&language=en-US&theme=dark&excelapi=1.9&latency=250&payload=1000&editing=1&protected=1&fail=3%3A5102&trace=1&host=1";
  const options = optionsFrom(query);
  expect(options).toEqual({
    sample: "messy",
    transport: "web",
    locale: "en-US",
    theme: "dark",
    excelApi: "1.9",
    latency: 250,
    payloadLimit: 1000,
    cellEditing: true,
    isProtected: true,
    failure: { request: 3, code: 5102 },
    trace: true,
    hostBar: true,
  });
  expect(queryOf(options)).toBe(query);
});

test.each(["?sample=none", "?latency=-1", "?latency=soon", "?fail=0", "?fail=x:1", "?language=fr", "?excelapi=9"])(
  "what cannot be read is as usual: %s",
  (query) => {
    expect(optionsFrom(query)).toEqual(optionsFrom(""));
  },
);

test("a failure without a code is a general one", () => {
  expect(optionsFrom("?fail=2").failure).toEqual({ request: 2, code: "GeneralException" });
});
