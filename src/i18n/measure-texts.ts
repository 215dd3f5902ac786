import type { MeasureKey } from "../core/diagnosis/measures";
import type { MeasureText } from "../core/report/report-messages";

/** The words of the library of 对策: each says what to do, who leads it and which figure should move. */
export const measureTexts: Readonly<Record<MeasureKey, MeasureText>> = {
  "measure.politicalOrgan.1": {
    task: "办结案件逐件写明政治效果、社会效果、法律效果，支委会每月抽看一次，写不清的退回补写",
    owner: "业务部门负责人",
    moves: "三个效果统一",
  },
  "measure.politicalOrgan.2": {
    task: "建立群众来信收转登记，七日内程序性回复，逾期件在支委会上说明原因",
    owner: "业务部门负责人",
    moves: "群众来信回复",
  },
  "measure.politicalOrgan.3": {
    task: "把认罪认罚、涉案企业合规、来信办理、公开听证列为党课和主题党日内容，每次讲清一件本支部承办的案件",
    owner: "支部书记",
    moves: "业务结合率、未结合率",
  },
  "measure.serviceOverall.1": {
    task: "办案高峰月改用案前一课、庭前一议等小型就地活动，每月至少安排一次，不停不补",
    owner: "组织委员",
    moves: "忙时弱化、主题党日",
  },
  "measure.serviceOverall.2": {
    task: "对照生态保护、乡村振兴、优化营商环境等当前任务列出活动清单，每季度至少办成两项与任务挂钩的活动",
    owner: "支部书记",
    moves: "业务结合率、未结合率",
  },
  "measure.partySupports.1": {
    task: "活动方案先写业务结合点再报批，写不出结合点的暂不列入计划，活动后在台账中如实登记",
    owner: "组织委员",
    moves: "业务结合率、联结度",
  },
  "measure.partySupports.2": {
    task: "党建与业务列入同一张年度计划表，每季度由支委会对照两方面指数查找短板，商定补短措施",
    owner: "支部书记",
    moves: "协调度、两翼差",
  },
  "measure.guidance.1": {
    task: "宣传选题从办案一线和党员骨干中来，每季度至少报送一篇写党员先进性或写融合的稿件，并标明主题类型",
    owner: "宣传委员",
    moves: "宣传融合率",
  },
  "measure.guidance.2": {
    task: "围绕支部品牌开展业务能手竞赛、案例评讲，把传达文件并入其中，减少单独组织的事务性活动",
    owner: "支部书记",
    moves: "事务化、一支部一特色",
  },
  "measure.guidance.3": {
    task: "选取本支部达成度最低的两项业务指标，由党员骨干领题，学习指导性案例和典型案例，按月通报进展",
    owner: "业务部门负责人",
    moves: "业务指标达成、协调度",
  },
  "measure.supervision.1": {
    task: "流程监控和质量评查发现的问题逐条定人定期限整改，销号后补登整改日",
    owner: "业务部门负责人",
    moves: "监督问题整改",
  },
  "measure.supervision.2": {
    task: "任务到期前五个工作日提醒责任人，逾期任务在支委会上说明原因并重定期限",
    owner: "组织委员",
    moves: "任务按期完成",
  },
  "measure.supervision.3": {
    task: "重大案件、重要事项、疑难问题提交支委会先议，由党员先锋岗承办，结果记入台账的业务结合点",
    owner: "支部书记",
    moves: "联结度、业务结合率",
  },
  "measure.appraisal.1": {
    task: "每项重点任务同时填写党建、业务的部署日、落实日、考核日，三个阶段相差不超过七日",
    owner: "支部书记",
    moves: "三同步",
  },
  "measure.appraisal.2": {
    task: "业务部署后一周内召开支委会同步部署党建工作，部署日期当日登记",
    owner: "支部书记",
    moves: "部署时差",
  },
  "measure.appraisal.3": {
    task: "任务清单逐项补填责任人和期限，未落实到人的任务不予立项",
    owner: "组织委员",
    moves: "责任到人",
  },
  "measure.appraisal.4": {
    task: "把融合成效列入党员年度民主评议和评先评优内容，党建与业务一并述职、一并评议",
    owner: "支部书记",
    moves: "联结度、三同步",
  },
  "measure.politicalAbility.1": {
    task: "接到上级部署先开短会研判政治要求和风险，形成一页研判意见，再分解业务任务",
    owner: "支部书记",
    moves: "部署时差、忙时弱化",
  },
  "measure.politicalAbility.2": {
    task: "为每个先锋岗明确一件重大案件或疑难问题，每季度记录承办情况，空岗及时调整",
    owner: "组织委员",
    moves: "先锋岗履职",
  },
  "measure.politicalAbility.3": {
    task: "对照六个载体查找空白，空白载体每个至少安排一次活动，并在台账载体列登记",
    owner: "组织委员",
    moves: "六载体覆盖",
  },
  "measure.massWork.1": {
    task: "每季度至少组织一次公开听证、现场释法或矛盾化解，邀请人大代表、政协委员、律师、人民监督员参加",
    owner: "业务部门负责人",
    moves: "形式单一、业务结合率",
  },
  "measure.massWork.2": {
    task: "组建普法和矛盾化解志愿服务小组，到社区、企业、学校开展服务，每两月至少一次",
    owner: "组织委员",
    moves: "志愿服务",
  },
  "measure.massWork.3": {
    task: "补齐内部联建、上下级对口、横向交流、党建+中的空白方向，共建成果同步整理为宣传稿件",
    owner: "宣传委员",
    moves: "共建四向、宣传融合率",
  },
  "measure.execution.1": {
    task: "每季度至少采用一种新的活动形式，如案例复盘、情景模拟、实地走访，会议式学习控制在半数以内",
    owner: "组织委员",
    moves: "形式单一、主题雷同",
  },
  "measure.execution.2": {
    task: "制定季度主题计划，立项前与本季度已办主题逐一比对，内容相近的合并举办",
    owner: "组织委员",
    moves: "主题雷同",
  },
  "measure.execution.3": {
    task: "观摩学习和座谈研讨后十日内提出转化措施，列入任务清单，落实后更新转化状态",
    owner: "支部书记",
    moves: "学习成果转化、事务化",
  },
  "measure.execution.4": {
    task: "按支部工作条例排出组织生活日历，缺开的会议限期补上，会议情况当月登记",
    owner: "支部书记",
    moves: "支部党员大会、支委会、党小组会",
  },
  "measure.execution.6": {
    task: "党课每季度至少安排一次，书记每季度带头讲一次，讲课人如实登记在台账主持人列",
    owner: "支部书记",
    moves: "党课、书记讲党课",
  },
  "measure.execution.5": {
    task: "活动前核对应到人员，缺席的说明原因并补学；每月抽查一次党徽佩戴，登记抽查和佩戴人数",
    owner: "纪检委员",
    moves: "参与率、亮身份",
  },
};
