package io.attune.expression;

import static io.attune.expression.Function.text;

import io.attune.expression.Function.Parameter;
import io.attune.expression.Function.Reads;
import io.attune.expression.Function.Want;
import io.attune.expression.RelatedUsers.Relation;
import io.attune.profile.Profile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's own record and the people around the user. Source: expression-language 2 and 3. */
final class UserFunctions {
  static final String INTERNAL_PROPERTY = "user.getInternalProperty";

  private UserFunctions() {}

  /** All of them, in the order of the specification. */
  static List<Function> all() {
    return List.of(
        related(
                "getManagerUser",
                "the Okta user who is the user's manager",
                Relation.MANAGER_USER,
                text("source"))
            .example("getManagerUser('active_directory').firstName"),
        related(
                "getManagerAppUser",
                "the app user of the user's manager",
                Relation.MANAGER_APP_USER,
                text("source"),
                text("attributeSource"))
            .example("getManagerAppUser('active_directory', 'payroll').salary"),
        related(
                "getAssistantUser",
                "the Okta user who is the user's assistant",
                Relation.ASSISTANT_USER,
                text("source"))
            .example("getAssistantUser('active_directory').firstName"),
        related(
                "getAssistantAppUser",
                "the app user of the user's assistant",
                Relation.ASSISTANT_APP_USER,
                text("source"),
                text("attributeSource"))
            .example("getAssistantAppUser('active_directory', 'payroll').salary"),
        related(
                "user.getLinkedObject",
                "the Okta user who is linked under this name",
                Relation.LINKED_OBJECT,
                new Parameter("name", Want.LITERAL, false))
            .example("user.getLinkedObject('manager').firstName"),
        has("hasDirectoryUser", "has exactly one app user in a directory", Relation.DIRECTORY_USER),
        related(
                "findDirectoryUser",
                "the user's one app user in a directory",
                Relation.DIRECTORY_USER)
            .example("findDirectoryUser().userName"),
        has("hasWorkdayUser", "has exactly one app user in Workday", Relation.WORKDAY_USER),
        related("findWorkdayUser", "the user's one app user in Workday", Relation.WORKDAY_USER)
            .example("findWorkdayUser().userName"),
        Function.of(
                INTERNAL_PROPERTY,
                Kinds.TEXT.orNull(),
                "the `id` or `status` of the user's own record",
                UserFunctions::internalProperty,
                new Parameter("property", Want.LITERAL, false))
            .reading(Reads.USER)
            .example("user.getInternalProperty('status')"));
  }

  private static Function related(
      String name, String documentation, Relation relation, Parameter... parameters) {
    return Function.of(
            name,
            Kinds.of(Kind.USER, Kind.NULL),
            documentation,
            arguments -> only(find(arguments, relation)),
            parameters)
        .reading(Reads.RELATED_USERS);
  }

  private static Function has(String name, String documentation, Relation relation) {
    return Function.of(
            name,
            Kinds.BOOLEAN,
            "whether the user " + documentation,
            arguments -> find(arguments, relation).size() == 1)
        .reading(Reads.RELATED_USERS)
        .example(name + "()");
  }

  /** Who stands in a relation; nobody is meant where it is not clear who. */
  private static @Nullable Profile only(List<Profile> found) {
    return found.size() == 1 ? found.get(0) : null;
  }

  private static List<Profile> find(Arguments arguments, Relation relation) {
    EvaluationInput input = arguments.input();
    String source = arguments.count() > 0 ? arguments.text(0) : null;
    String attributeSource = arguments.count() > 1 ? arguments.text(1) : null;
    return input.run().related().find(input, relation, source, attributeSource);
  }

  private static @Nullable Object internalProperty(Arguments arguments) {
    RecordField field = RecordField.named(arguments.text(0));
    UserRecord user = arguments.input().user();
    if (user != null && field != null) {
      return field.of(user);
    }
    Map<String, Object> root = arguments.input().roots().get(Names.USER);
    Object value = root == null ? null : root.get(arguments.text(0));
    return value instanceof String ? value : null;
  }

  /** Whether a property can be asked of the record. */
  static boolean isInternalProperty(String name) {
    return name.equals("id") || name.equals("status");
  }
}
