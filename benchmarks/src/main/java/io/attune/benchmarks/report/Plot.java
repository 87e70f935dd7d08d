package io.attune.benchmarks.report;

import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Row;
import io.attune.benchmarks.harness.Table;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.CategoryStyler;

/** A table as bars, in colours that can be read on white and on black. */
final class Plot {
  private static final Color NOTHING = new Color(0, 0, 0, 0);
  private static final Color INK = new Color(0x7D, 0x85, 0x90);
  private static final Color BARS = new Color(0x3D, 0x8B, 0xD3);

  private Plot() {}

  /**
   * Draws the measure of every row.
   *
   * @throws IOException if the disk fails
   */
  static void write(Table table, Path svg) throws IOException {
    List<String> names = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    String unit = "";
    for (Row row : table.rows()) {
      Figure figure = row.figure(table.measure());
      if (figure != null) {
        names.add(row.name());
        medians.add(figure.median());
        unit = figure.unit();
      }
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(860)
            .height(460)
            .title(table.title())
            .yAxisTitle(table.measure() + ", " + unit)
            .build();
    style(chart.getStyler());
    chart.addSeries(table.measure(), names, medians).setFillColor(BARS);
    Path folder = svg.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    VectorGraphicsEncoder.saveVectorGraphic(
        chart, svg.toString().replaceFirst("\\.svg$", ""), VectorGraphicsFormat.SVG);
  }

  private static void style(CategoryStyler styler) {
    styler.setLegendVisible(false);
    styler.setXAxisLabelRotation(35);
    styler.setChartBackgroundColor(NOTHING);
    styler.setPlotBackgroundColor(NOTHING);
    styler.setPlotBorderColor(INK);
    styler.setPlotGridLinesColor(new Color(0x7D, 0x85, 0x90, 0x50));
    styler.setChartFontColor(INK);
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTickMarksColor(INK);
    styler.setXAxisTitleColor(INK);
    styler.setYAxisTitleColor(INK);
    styler.setChartTitleBoxVisible(false);
    styler.setAvailableSpaceFill(0.7);
  }
}
