import type { FurtherOutputs } from "../assessment/assessment";
import type { Frame } from "../assessment/frame";
import type { IssueList } from "../issue-list";
import { brandsOf } from "./brands";
import { hearingsOf } from "./hearings";
import { honoursOf } from "./honours";
import { partnerMatrix } from "./partners";
import { pipelinesOf } from "./pipeline";

/** What methodology §8 asks for beside selection and stars; cells that cannot be read are listed. Pauses by yielding, branch by branch. */
export function* furtherOutputs(frame: Frame, issues: IssueList): Generator<void, FurtherOutputs> {
  const partners = yield* partnerMatrix(frame);
  const hearings = yield* hearingsOf(frame);
  const brands = yield* brandsOf(frame);
  const honours = honoursOf(frame);
  yield;
  return { partners, hearings, brands, honours, pipelines: pipelinesOf(frame, issues) };
}
