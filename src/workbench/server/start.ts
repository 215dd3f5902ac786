import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { isAllowedHost, isLocal, misdirected } from "./local-host";
import { serve } from "./serve";
import { parseStart, type StartOptions } from "./start-options";
import { workbenchAnswer } from "./workbench-site";

const usage = `npm start -- [选项 options]

  --port N       端口，默认 3000；被占用时用下一个
                 port, 3000 by default; where it is taken the next one
  --host NAME    监听地址，默认 localhost（仅本机）
                 address to listen on, localhost by default (this machine only)
  --file X.xlsx  先打开这个工作簿
                 workbook to open first
  --no-open      不打开浏览器
                 do not open a browser
  --help, -h`;

/** The command that opens an address where there is a desktop; null where there is none. */
function opener(address: string): readonly [string, readonly string[]] | null {
  switch (process.platform) {
    case "darwin":
      return ["open", [address]];
    case "win32":
      return ["cmd", ["/c", "start", "", address]];
    default:
      return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ["xdg-open", [address]] : null;
  }
}

function openBrowser(address: string): void {
  const command = opener(address);
  if (command === null) return;
  const child = spawn(command[0], command[1], { stdio: "ignore", detached: true });
  // Without such a program the printed address serves.
  child.on("error", () => undefined);
  child.unref();
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

async function start({ port, host, file, opensBrowser }: StartOptions, root: string, folder: string): Promise<number> {
  const workbook = file === null ? null : path.resolve(folder, file);
  if (workbook !== null && statSync(workbook, { throwIfNoEntry: false })?.isFile() !== true) {
    say(`没有这个文件。There is no such file: ${workbook}`);
    return 2;
  }
  const folders = { root, file: workbook };
  const serving = await serve(
    (method, target, asked) => (isAllowedHost(asked, host) ? workbenchAnswer(folders, method, target) : misdirected()),
    port,
    host,
  );
  for (const taken of serving.taken)
    say(`端口 ${taken} 已被占用，用下一个。Port ${taken} is taken; trying the next one.`);
  if (!isLocal(host))
    say(
      `注意：监听 ${host}，网络上的其他人也能打开本页和所给的文件。` +
        `Note: listening on ${host}; others on the network can open this page and the file it was given.`,
    );
  const shown = host.includes(":") ? `[${host}]` : host;
  const address = `http://${shown}:${serving.port}/`;
  say(
    `试用台（Excel 的替身，不是 Excel）The workbench (a stand-in, not Excel):\n\n    ${address}\n\nCtrl-C 结束。Ctrl-C ends it.`,
  );
  if (opensBrowser) openBrowser(address);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await serving.close();
  return 0;
}

/** Carries out `npm start`. `root` is the project's folder, `folder` the one that paths mean. Gives the exit code. */
export async function main(args: readonly string[], root: string, folder: string): Promise<number> {
  const call = parseStart(args);
  switch (call.kind) {
    case "help":
      say(usage);
      return 0;
    case "wrong":
      say(`${usage}\n\n不能用 Cannot be used: ${call.found}`);
      return 2;
    case "start":
      try {
        return await start(call.options, root, folder);
      } catch (error) {
        say(`不能启动 Cannot start: ${error instanceof Error ? error.message : String(error)}`);
        return 2;
      }
  }
}
