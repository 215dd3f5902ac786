/** What Excel says to an entry that is not in its list, in sheets that the add-in made: Chinese in every language, like the sheet. */
export const entryAlerts = {
  title: "请核实",
  closed: "请从列表中选择",
  suggested: "所填内容不在列表中。填写多项的，用顿号分开",
} as const;
