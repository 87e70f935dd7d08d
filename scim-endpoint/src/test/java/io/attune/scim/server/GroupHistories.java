package io.attune.scim.server;

import static io.attune.scim.server.GroupSteps.FIRST_GROUP;
import static io.attune.scim.server.GroupSteps.FIRST_REFERENCE;

import io.attune.scim.server.GroupSteps.AddGroup;
import io.attune.scim.server.GroupSteps.AddUser;
import io.attune.scim.server.GroupSteps.DeleteGroup;
import io.attune.scim.server.GroupSteps.DeleteUser;
import io.attune.scim.server.GroupSteps.NumberedChange;
import io.attune.scim.server.GroupSteps.Patch;
import io.attune.scim.server.GroupSteps.ReadGroup;
import io.attune.scim.server.GroupSteps.Repeat;
import io.attune.scim.server.GroupSteps.ReplaceGroup;
import io.attune.scim.server.GroupSteps.Step;
import io.attune.scim.server.UserSteps.Condition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random requests about groups. Few names and numbers, so that they meet. */
final class GroupHistories {
  private GroupHistories() {}

  static Arbitrary<Step> step() {
    Arbitrary<Step> addUser = Arbitraries.create(AddUser::new);
    Arbitrary<Step> addGroup = addGroup(1).map(step -> step);
    Arbitrary<Step> read =
        Combinators.combine(numbers(), Arbitraries.of(Condition.class)).as(ReadGroup::new);
    return Arbitraries.frequencyOf(
        Tuple.of(2, addUser),
        Tuple.of(2, addGroup),
        Tuple.of(2, read),
        Tuple.of(6, write(1, UserSteps.conditions())),
        Tuple.of(1, bulk()));
  }

  /** Its operations name one version each. */
  private static Arbitrary<Step> bulk() {
    Arbitrary<Condition> conditions =
        Arbitraries.of(Condition.NONE, Condition.NONE, Condition.CURRENT, Condition.OTHER);
    return Combinators.combine(
            addGroup(6), write(6, conditions).list().ofMaxSize(4), Arbitraries.of(true, false))
        .as(GroupBulk::new);
  }

  private static Arbitrary<AddGroup> addGroup(int references) {
    return Combinators.combine(
            Arbitraries.of("red", "green", "blue"),
            Arbitraries.of("", "1", "2"),
            members(references))
        .as(AddGroup::new);
  }

  /** Writes of groups that are there, or that a Bulk request makes. */
  private static Arbitrary<Step> write(int references, Arbitrary<Condition> conditions) {
    Arbitrary<Integer> groups =
        Arbitraries.frequencyOf(
            Tuple.of(20, numbers()), Tuple.of(references, Arbitraries.just(FIRST_REFERENCE)));
    Arbitrary<Step> replace =
        Combinators.combine(groups, addGroup(references), conditions)
            .as(
                (number, content, condition) ->
                    new ReplaceGroup(
                        number,
                        content.name(),
                        content.externalId(),
                        content.members(),
                        condition));
    Arbitrary<Step> patch =
        Combinators.combine(
                groups,
                Arbitraries.of("", "", "red", "green"),
                change(references).list().ofMinSize(1).ofMaxSize(3),
                conditions)
            .as(Patch::new);
    return Arbitraries.oneOf(
        replace,
        patch,
        patch,
        Combinators.combine(numbers(), conditions).as(Repeat::new),
        numbers().map(DeleteUser::new),
        Combinators.combine(numbers(), conditions).as(DeleteGroup::new));
  }

  /** What was just created is added by its reference, and hardly removed. */
  private static Arbitrary<NumberedChange> change(int references) {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of("add", "add", "replace"), members(references))
            .as(NumberedChange::new),
        Combinators.combine(Arbitraries.of("remove", "remove one", "remove all"), members(0))
            .as(NumberedChange::new));
  }

  /** References are nobody but in Bulk requests. */
  private static Arbitrary<List<Integer>> members(int references) {
    return Arbitraries.frequencyOf(
            Tuple.of(16, numbers()),
            Tuple.of(6, Arbitraries.integers().between(FIRST_GROUP, FIRST_REFERENCE - 1)),
            Tuple.of(
                references, Arbitraries.integers().between(FIRST_REFERENCE, FIRST_REFERENCE + 1)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 9);
  }
}
