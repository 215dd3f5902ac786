import type { Assessment } from "../core/assessment/assessment";
import { BANDS, COORDINATION_LEVELS, FUSION_LEVELS } from "../core/assessment/indices";
import type { Definition, DefinitionMessages, Defined } from "../core/report/definitions";
import { levelSteps } from "./level-steps";
import { shareWords } from "./share-words";

const COUPLING: Readonly<Record<Assessment["formula"], string>> = {
  wang2021: "C＝√{[1－Σ|ui－uj|÷(n(n－1)÷2)]×[Π(ui÷max u)]^(1÷(n－1))}",
  standard: "C＝(Πui)^(1÷n)÷ui的平均数",
};

function parameter(assessment: Assessment, key: string): string | null {
  const value = assessment.parameters.find((each) => each.key === key)?.value ?? "";
  return value === "" ? null : value;
}

function couplingWeights({ couplingWeights: weights, couplingSubsystems }: Assessment): string {
  return weights === null
    ? "各子系统权重相等"
    : `权重为${couplingSubsystems.map((name, index) => `${name}${weights[index] ?? 0}`).join("、")}`;
}

function definition(figure: Defined, assessment: Assessment): Definition {
  const { thresholds, couplingSubsystems, linkageSubsystem } = assessment;
  const least = shareWords(thresholds.availability);
  switch (figure) {
    case "raw":
      return {
        name: "原始值",
        rule: "按评分标准的“计量”，由台账中符合“条件”的行直接算出",
        remark: "缺表、缺列或者没有可用的行的，未评；不符合“适用”的，不适用。",
      };
    case "attainment":
      return {
        name: "达成度s",
        rule: "s＝(原始值－下限)÷(上限－下限)，小于0的取0，大于1的取1；逆向指标s＝1－该值",
        remark: "有审定分的，s＝审定分÷分值。标明“折算”的，上下限按评估期内月数折算。",
      };
    case "points":
      return { name: "得分", rule: "得分＝分值×达成度", remark: "只计已评且适用的指标。" };
    case "index":
      return {
        name: "子系统指数U",
        rule: "U＝该子系统得分合计÷已评且适用指标分值合计",
        remark: `该子系统可评率低于${least}的，未评。`,
      };
    case "availability":
      return {
        name: "可评率",
        rule: "可评率＝已评指标分值合计÷适用指标分值合计",
        remark: "按子系统和全部指标分别计算，不适用的指标不计入。",
      };
    case "coupling":
      return {
        name: "耦合度C",
        rule: COUPLING[assessment.formula],
        remark: `u为${couplingSubsystems.join("、")}的指数，n为其个数；各指数越接近，C越高，全为0时C＝0。公式：${assessment.formula}。`,
      };
    case "development":
      return {
        name: "发展度T",
        rule: `T＝${couplingSubsystems.map((name) => `U${name}`).join("、")}的加权平均`,
        remark: `${couplingWeights(assessment)}。`,
      };
    case "coordination":
      return { name: "协调度D", rule: "D＝√(C×T)", remark: "各子系统既强又均衡的，D高；有一项未评的，未评。" };
    case "coordinationLevel":
      return {
        name: "协调等级",
        rule: levelSteps([...COORDINATION_LEVELS].reverse(), thresholds.coordination),
        remark: "按协调度D划分。",
      };
    case "linkage":
      return {
        name: "联结度L",
        rule: `L＝U${linkageSubsystem}`,
        remark: "反映党建与业务是否联结在一起。",
      };
    case "fusion":
      return { name: "融合指数F", rule: "F＝100×√(D×L)", remark: "D、L有一项未评的，未评。" };
    case "fusionLevel":
      return { name: "融合等级", rule: levelSteps(FUSION_LEVELS, thresholds.fusion), remark: "按融合指数F划分。" };
    case "base":
      return {
        name: "基础分",
        rule: "基础分＝100×得分合计÷已评且适用指标分值合计",
        remark: `全部指标可评率低于${least}的，未评。`,
      };
    case "bonus": {
      const most = parameter(assessment, "加分上限");
      return {
        name: "加分",
        rule: `评估期内已审批的加分合计${most === null ? "" : `，最多${most}分`}`,
        remark: "理由、依据和审批人见“加减分”。",
      };
    }
    case "deduction":
      return { name: "扣分", rule: "评估期内已审批的扣分合计", remark: "理由、依据和审批人见“加减分”。" };
    case "total":
      return { name: "百分制", rule: "百分制＝基础分＋加分－扣分，小于0的取0", remark: "基础分未评的，未评。" };
    case "band":
      return { name: "档次", rule: levelSteps(BANDS, thresholds.bands), remark: "按百分制划分。" };
    case "rank":
      return { name: "名次", rule: "按融合指数F由高到低，数值相同的并列", remark: "未评的不排名次。" };
    case "problem":
      return {
        name: "首要问题",
        rule: "五类问题中状态最重的一类；状态相同的，取达到该界限的诊断项较多的，再相同的按问题顺序",
        remark: "每类问题取各诊断项中最重的一项，数值和界限见“问题诊断”。",
      };
    case "obstacle":
      return {
        name: "障碍度",
        rule: "障碍度＝分值×(1－达成度)÷全部已评且适用指标的同项合计",
        remark: "列前三项；首要障碍为其中最大的一项，百分数为其障碍度。",
      };
  }
}

/** The words of the definitions in 口径说明. */
export const definitionMessages: DefinitionMessages = {
  title: "四、达成度与各项指数的算法",
  headings: ["名称", "算法", "说明"],
  definition,
};
