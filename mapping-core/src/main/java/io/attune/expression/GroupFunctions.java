package io.attune.expression;

import static io.attune.expression.Function.text;

import io.attune.expression.Function.OfAny;
import io.attune.expression.Function.Parameter;
import io.attune.expression.Function.Reads;
import io.attune.expression.Function.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What asks for the user's groups. Source: expression-language 3, Groups. */
final class GroupFunctions {
  private static final Parameter CRITERIA = new Parameter("criteria", Want.CRITERIA, false);

  private GroupFunctions() {}

  /** All of them, in the order of the specification. */
  static List<Function> all() {
    return List.of(
        member(
            "isMemberOfGroupName",
            "whether the user is in the group of this name",
            arguments -> any(arguments, group -> group.name().equals(arguments.text(0))),
            text("name"),
            "isMemberOfGroupName('Engineering')"),
        member(
            "isMemberOfGroup",
            "whether the user is in the group of this id",
            arguments -> any(arguments, group -> group.id().equals(arguments.text(0))),
            text("id"),
            "isMemberOfGroup('00g1')"),
        member(
                "isMemberOfAnyGroup",
                "whether the user is in a group of one of these ids",
                GroupFunctions::isMemberOfAny,
                text("id"),
                "isMemberOfAnyGroup('00g8', '00g1')")
            .repeating(),
        member(
            "isMemberOfGroupNameStartsWith",
            "whether the user is in a group whose name begins so",
            arguments -> any(arguments, group -> group.name().startsWith(arguments.text(0))),
            text("prefix"),
            "isMemberOfGroupNameStartsWith('Eng')"),
        member(
            "isMemberOfGroupNameContains",
            "whether the user is in a group whose name holds the part",
            arguments -> any(arguments, group -> group.name().contains(arguments.text(0))),
            text("part"),
            "isMemberOfGroupNameContains('Leads')"),
        member(
            "isMemberOfGroupNameRegex",
            "whether the user is in a group whose whole name matches the pattern",
            GroupFunctions::isMemberByPattern,
            new Parameter("pattern", Want.PATTERN, false),
            "isMemberOfGroupNameRegex('Eng.*')"),
        Function.of(
                "user.getGroups",
                Kinds.of(Kind.GROUP_ARRAY),
                "the user's groups that meet all criteria",
                GroupFunctions::groups,
                CRITERIA)
            .repeating()
            .reading(Reads.GROUPS)
            .example("user.getGroups({'group.profile.name': 'Eng'}).![name]"),
        Function.of(
                "user.isMemberOf",
                Kinds.BOOLEAN,
                "whether the user is in a group that meets all criteria",
                arguments -> !groups(arguments).isEmpty(),
                CRITERIA)
            .repeating()
            .reading(Reads.GROUPS)
            .example("user.isMemberOf({'group.type': 'APP_GROUP'})"),
        Function.of(
                "getFilteredGroups",
                Kinds.of(Kind.STRING_ARRAY),
                "of the user's groups of these ids, the names or ids, so many at most",
                GroupFunctions::filtered,
                Function.array("ids"),
                text("field"),
                Function.integer("limit"))
            .reading(Reads.GROUPS)
            .example("getFilteredGroups({'00g3', '00g1'}, 'group.name', 10)"));
  }

  private static Function member(
      String name, String documentation, OfAny body, Parameter parameter, String example) {
    return Function.of(name, Kinds.BOOLEAN, documentation, body, parameter)
        .reading(Reads.GROUPS)
        .example(example);
  }

  private static boolean any(Arguments arguments, Predicate<Group> wanted) {
    List<Group> groups = arguments.input().groups();
    arguments.steps(groups.size());
    return groups.stream().anyMatch(wanted);
  }

  private static boolean isMemberOfAny(Arguments arguments) {
    for (int index = 0; index < arguments.count(); index++) {
      String id = arguments.text(index);
      if (any(arguments, group -> group.id().equals(id))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMemberByPattern(Arguments arguments) {
    String pattern = pattern(arguments.text(0));
    return any(arguments, group -> arguments.matches(pattern, group.name()));
  }

  /** A pattern without the slash that may stand before it. */
  static String pattern(String text) {
    return text.startsWith("/") ? text.substring(1) : text;
  }

  private static List<Group> groups(Arguments arguments) {
    List<Group> found = new ArrayList<>();
    for (Group group : arguments.input().groups()) {
      arguments.steps(arguments.count());
      boolean holds = true;
      for (int index = 0; index < arguments.count(); index++) {
        holds = holds && ((Criteria) arguments.given(index)).holds(group);
      }
      if (holds) {
        found.add(group);
      }
    }
    arguments.roomForList(found.size());
    return found;
  }

  private static List<String> filtered(Arguments arguments) {
    List<?> ids = arguments.array(0);
    boolean names = arguments.text(1).equals("group.name");
    if (!names && !arguments.text(1).equals("group.id")) {
      throw arguments.fail(
          FailureCode.INVALID_CRITERIA, "the field is neither `group.name` nor `group.id`");
    }
    long limit = arguments.integer(2);
    List<String> found = new ArrayList<>();
    for (Group group : arguments.input().groups()) {
      arguments.steps(ids.size() + 1L);
      if (found.size() < limit && ids.contains(group.id())) {
        found.add(names ? group.name() : group.id());
      }
    }
    arguments.roomForList(found.size());
    return found;
  }
}
