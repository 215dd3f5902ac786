import type { FurtherOutputs } from "../assessment/assessment";
import type { Frame } from "../assessment/frame";
import type { IssueList } from "../issue-list";
import { brandsOf } from "./brands";
import { hearingsOf } from "./hearings";
import { honoursOf } from "./honours";
import { partnerMatrix } from "./partners";
import { pipelinesOf } from "./pipeline";

/** What methodology §8 asks for beside selection and stars; cells that cannot be read are listed. */
export function furtherOutputs(frame: Frame, issues: IssueList): FurtherOutputs {
  return {
    partners: partnerMatrix(frame),
    hearings: hearingsOf(frame),
    brands: brandsOf(frame),
    honours: honoursOf(frame),
    pipelines: pipelinesOf(frame, issues),
  };
}
