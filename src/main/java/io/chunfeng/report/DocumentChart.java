package io.chunfeng.report;

import java.io.IOException;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A column chart of Word's own: its figures lie in a sheet behind it and can be edited there. */
final class DocumentChart {
    /** Between the margins of {@link ReportDocument}. */
    private static final int WIDTH = 156 * Units.EMU_PER_CENTIMETER / 10;

    private static final int HEIGHT = 75 * Units.EMU_PER_CENTIMETER / 10;
    /** Told apart in black and white too. */
    private static final PresetColor[] COLOURS = {PresetColor.ROYAL_BLUE, PresetColor.ORANGE};

    private DocumentChart() {}

    static void add(XWPFDocument document, Block.Chart content, Date created)
            throws IOException, InvalidFormatException {
        XWPFChart chart = document.createChart(WIDTH, HEIGHT);
        chart.setTitleText(content.title());
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setTitle("人次");
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMinimum(0);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.COL);
        int last = content.categories().size();
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromArray(
                content.categories().toArray(String[]::new), chart.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
        for (int i = 0; i < content.series().size(); i++) {
            Block.Series series = content.series().get(i);
            int column = i + 1;
            XDDFChartData.Series drawn = data.addSeries(
                    names,
                    XDDFDataSourcesFactory.fromArray(
                            series.values().toArray(Long[]::new),
                            chart.formatRange(new CellRangeAddress(1, last, column, column)),
                            column));
            drawn.setTitle(series.name(), chart.setSheetTitle(series.name(), column));
            drawn.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(COLOURS[i % COLOURS.length])));
        }
        chart.plot(data);
        chart.getWorkbook().getProperties().getCoreProperties().setCreated(Optional.of(created));
    }
}
