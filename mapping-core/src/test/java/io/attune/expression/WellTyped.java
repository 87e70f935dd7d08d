package io.attune.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes well-typed expressions over the attributes of {@link DifferentialTest} from the forms of
 * {@code well-typed.tsv}. Of a few forms drawn it takes the one made least often so far: with more
 * than a hundred of them that is what gives each its share. Deterministic by its seed.
 */
final class WellTyped {
  private static final Pattern HOLE = Pattern.compile("\\$([a-z]+)");
  private static final String NO_NODE = "constant";

  /** What expressions begin with: most often what has the most forms. */
  private static final List<String> ROOTS =
      List.of(
          "flag", "flag", "flag", "flag", "flag", "flag", "flag", "flag", "text", "text", "text",
          "integer");

  private static final int DEPTH = 5;
  private static final int DRAWN = 4;

  /** One way to write a value. */
  private record Form(String kind, String name, String text) {}

  private final Random random;
  private final Map<String, List<Form>> forms = new TreeMap<>();
  private final Map<String, List<Form>> leaves = new TreeMap<>();
  private final Map<String, List<Form>> inner = new TreeMap<>();
  private final Map<String, Integer> histogram = new TreeMap<>();
  private int nodes;

  WellTyped(long seed) {
    random = new Random(seed);
    List<Form> all =
        Corpus.read("well-typed.tsv", 3).stream()
            .map(cells -> new Form(cells.get(0), cells.get(1), cells.get(2)))
            .toList();
    all.forEach(form -> forms.computeIfAbsent(form.kind(), kind -> new ArrayList<>()).add(form));
    for (Form form : all) {
      boolean leaf = HOLE.matcher(form.text()).results().noneMatch(hole -> isNode(hole.group(1)));
      if (leaf) {
        leaves.computeIfAbsent(form.kind(), kind -> new ArrayList<>()).add(form);
      } else {
        inner.computeIfAbsent(form.kind(), kind -> new ArrayList<>()).add(form);
      }
      if (isNode(form.kind())) {
        histogram.put(form.name(), 0);
      }
    }
  }

  private boolean isNode(String kind) {
    return forms.getOrDefault(kind, List.of()).stream()
        .noneMatch(form -> form.name().equals(NO_NODE));
  }

  /** One expression of any kind that a mapping may end in. */
  String expression() {
    return made(ROOTS.get(random.nextInt(ROOTS.size())), DEPTH);
  }

  /** How often each kind of node was made. */
  Map<String, Integer> histogram() {
    return histogram;
  }

  /** All nodes made so far. */
  int nodes() {
    return nodes;
  }

  private String made(String kind, int depth) {
    // Leaves are half of the forms; near the root they would keep expressions too small. Flags are
    // asked for so seldom that any place will do for theirs.
    boolean small = depth < 3 || (kind.equals("flag") && depth < DEPTH);
    Map<String, List<Form>> fitting = depth == 0 ? leaves : small ? forms : inner;
    List<Form> candidates = fitting.getOrDefault(kind, forms.getOrDefault(kind, List.of()));
    return filled(rarest(candidates), depth);
  }

  private Form rarest(List<Form> candidates) {
    Form rarest = candidates.get(random.nextInt(candidates.size()));
    for (int draw = 1; draw < DRAWN; draw++) {
      Form form = candidates.get(random.nextInt(candidates.size()));
      if (count(form) < count(rarest)) {
        rarest = form;
      }
    }
    return rarest;
  }

  private int count(Form form) {
    return histogram.getOrDefault(form.name(), 0);
  }

  private String filled(Form form, int depth) {
    if (!form.name().equals(NO_NODE)) {
      histogram.merge(form.name(), 1, Integer::sum);
      nodes++;
    }
    return HOLE.matcher(form.text())
        .replaceAll(hole -> Matcher.quoteReplacement(made(hole.group(1), Math.max(0, depth - 1))));
  }
}
