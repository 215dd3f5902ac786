import { BarChart, LineChart, PieChart, RadarChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TitleComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, PieChart, RadarChart, ScatterChart]);
use([GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TitleComponent, SVGRenderer]);

/** Starts a chart in an element. In a file of its own, so that the charting library is loaded when there is a chart to draw. */
export function startChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: "svg" });
}
