package io.attune.plan;

import io.attune.matching.Criterion;
import io.attune.matching.MatchPolicy;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.TreeSet;

/** The attributes of Okta users that a policy compares. */
final class MatchSlots {
  private MatchSlots() {}

  /** Their slots, ascending. */
  static List<Integer> of(MatchPolicy policy, ProfileSchema schema) {
    TreeSet<Integer> slots = new TreeSet<>();
    for (Criterion criterion : policy.exact()) {
      if (criterion instanceof Criterion.Attribute attribute) {
        slots.add(schema.slot(attribute.name()));
      } else {
        slots.add(schema.slot(criterion instanceof Criterion.Email ? "email" : "login"));
      }
    }
    if (policy.partial()) {
      slots.add(schema.slot("firstName"));
      slots.add(schema.slot("lastName"));
    }
    return List.copyOf(slots);
  }
}
