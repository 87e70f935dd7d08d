package io.attune.plan;

import io.attune.matching.ComparedKey;
import io.attune.matching.Criterion;
import io.attune.matching.MatchOutcome;
import io.attune.matching.Normalization;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What speaks against a match although its rule holds: an identifier that seems to have been given
 * to somebody else, a namesake who has another employee number. It changes no outcome by itself.
 */
final class MatchDangers {
  private static final Criterion NUMBER =
      new Criterion.Attribute("employeeNumber", Normalization.NONE);

  private final DirectorySnapshot directory;
  private final List<Criterion> exact;
  private final int number;
  private final int[] names;

  MatchDangers(DirectorySnapshot directory, List<Criterion> exact) {
    this.directory = directory;
    this.exact = exact;
    ProfileSchema schema = directory.userSchema();
    this.number = schema.slot(NUMBER.attribute());
    this.names = new int[] {schema.slot("firstName"), schema.slot("lastName")};
  }

  /** What is dubious about whom the rules found for a record, mapped to {@code values}. */
  List<Diagnostic> of(MatchOutcome found, Profile values) {
    if (found instanceof MatchOutcome.Exact match && haveNoNameInCommon(match.person(), values)) {
      return recycled(match.by());
    }
    return found instanceof MatchOutcome.Partial match && haveOtherNumbers(match.person(), values)
        ? List.of(new Diagnostic("NAMESAKE_OTHER_NUMBER", NUMBER.attribute(), null))
        : List.of();
  }

  private List<Diagnostic> recycled(List<String> by) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Criterion criterion : exact) {
      if (by.contains(criterion.label()) && !isName(criterion.attribute())) {
        diagnostics.add(new Diagnostic("RECYCLED_IDENTIFIER", criterion.attribute(), null));
      }
    }
    return diagnostics;
  }

  private static boolean isName(String attribute) {
    return attribute.equals("firstName") || attribute.equals("lastName");
  }

  /**
   * A new family name is a marriage; two new names are somebody else. Unknown names say nothing.
   */
  private boolean haveNoNameInCommon(int person, Profile values) {
    Set<ComparedKey> here = new HashSet<>();
    Set<ComparedKey> there = new HashSet<>();
    for (int slot : names) {
      ComparedKey ofRecord = slot < 0 ? null : Criterion.nameKey(values.value(slot));
      ComparedKey ofPerson = slot < 0 ? null : Criterion.nameKey(directory.value(person, slot));
      if (ofRecord == null || ofPerson == null) {
        return false;
      }
      here.add(ofRecord);
      there.add(ofPerson);
    }
    return Collections.disjoint(here, there);
  }

  private boolean haveOtherNumbers(int person, Profile values) {
    if (number < 0) {
      return false;
    }
    ComparedKey there = NUMBER.key(directory.value(person, number));
    ComparedKey here = NUMBER.key(values.value(number));
    return there != null && here != null && !there.equals(here);
  }
}
