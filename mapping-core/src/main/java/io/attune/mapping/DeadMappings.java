package io.attune.mapping;

import io.attune.expression.Direction;
import io.attune.expression.Expression;
import io.attune.expression.ExpressionFacts;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeMaster;
import io.attune.profile.Mutability;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mappings that can never write anything, and those that write nothing but the first value, of a
 * person whom an import creates. Source: okta-behaviour 2.9, 2.10, 1.6.38.
 */
public final class DeadMappings {
  private DeadMappings() {}

  /**
   * Such mappings of a table, in slot order.
   *
   * @param program the table, compiled
   * @param appNames what priorities of attribute sources call the app: its name and its id
   */
  public static List<MappingIssue> of(MappingProgram program, Set<String> appNames) {
    List<MappingIssue> issues = new ArrayList<>();
    ProfileSchema target = program.target();
    boolean toOkta = program.scope().direction() == Direction.TO_OKTA;
    for (int slot = 0; slot < target.size(); slot++) {
      Expression expression = program.expression(slot);
      if (expression == null) {
        continue;
      }
      AttributeDefinition attribute = target.attribute(slot);
      if (attribute.mutability() == Mutability.READ_ONLY) {
        issues.add(dead(attribute, "it is read-only"));
      } else if (toOkta && !mayWrite(attribute.master(), appNames)) {
        issues.add(firstOnly(attribute));
      } else if (toOkta && readsOnlyUnsent(expression, program.scope().appSchema())) {
        issues.add(dead(attribute, "it reads only attributes that the app never sends"));
      }
    }
    return List.copyOf(issues);
  }

  private static boolean mayWrite(AttributeMaster master, Set<String> appNames) {
    return switch (master.type()) {
      case PROFILE_MASTER -> true;
      case OKTA -> false;
      case OVERRIDE -> master.priority().stream().anyMatch(appNames::contains);
    };
  }

  /** In a SCIM app, an attribute without a place in the resource never arrives. */
  private static boolean readsOnlyUnsent(Expression expression, ProfileSchema app) {
    ExpressionFacts facts = ExpressionFacts.of(expression);
    boolean speaksScim = app.attributes().stream().anyMatch(each -> each.external() != null);
    return speaksScim
        && !facts.appAttributes().isEmpty()
        && facts.appAttributes().stream()
            .map(app::attribute)
            .allMatch(each -> each != null && each.external() == null);
  }

  private static MappingIssue firstOnly(AttributeDefinition attribute) {
    return new MappingIssue(
        attribute.name(),
        "CREATE_ONLY_MAPPING",
        false,
        "the mapping to `"
            + attribute.name()
            + "` never writes but for a new person: its source is"
            + " not this app",
        "remove the mapping, unless new people are to begin with this",
        null);
  }

  private static MappingIssue dead(AttributeDefinition attribute, String why) {
    return new MappingIssue(
        attribute.name(),
        "DEAD_MAPPING",
        false,
        "the mapping to `" + attribute.name() + "` never writes: " + why,
        "remove the mapping",
        null);
  }
}
