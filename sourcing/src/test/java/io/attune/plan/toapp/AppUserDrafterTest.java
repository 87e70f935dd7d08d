package io.attune.plan.toapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.expression.Compilation;
import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Expression;
import io.attune.expression.ExpressionScope;
import io.attune.expression.UserRecord;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.OnError;
import io.attune.mapping.PushStatus;
import io.attune.plan.Because.Rule;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gives an app user's attribute its value. Source: okta-behaviour 1.2, 4.2, 10, 14. */
class AppUserDrafterTest {
  private static final ProfileSchema APP =
      ProfileSchema.of(
          AttributeDefinition.of("userName", AttributeKind.STRING),
          AttributeDefinition.of("title", AttributeKind.STRING),
          AttributeDefinition.of("plan", AttributeKind.STRING).withDefault("basic"),
          AttributeDefinition.of("roles", AttributeKind.STRING_ARRAY));
  private static final ExpressionScope SCOPE = ExpressionScope.toApp(UserSchema.base(), "crm", APP);
  private static final Profile USER =
      Profile.empty(UserSchema.base()).with("login", "Ann@x.test").with("title", "Lead");

  private static ToAppSettings settings(AttributeMapping... rows) {
    return ToAppSettings.of(
        Objects.requireNonNull(
            MappingProgram.compile(new MappingTable(List.of(rows)), SCOPE).program()));
  }

  private static AttributeMapping row(String target, String expression, PushStatus pushStatus) {
    return new AttributeMapping(target, expression, pushStatus);
  }

  private static AppUserDraft draft(
      ToAppSettings settings, @Nullable StoredAppUser stored, GroupAssignment... groups) {
    EvaluationInput person = EvaluationInput.ofUser(EvaluationRun.EMPTY, UserRecord.of(USER));
    List<GroupAssignment> sorted = Stream.of(groups).sorted(GroupAssignment.ORDER).toList();
    return new AppUserDrafter(settings).draft(person, sorted, stored);
  }

  private static StoredAppUser stored(Profile profile, String... individual) {
    return new StoredAppUser(profile, true, new TreeSet<>(List.of(individual)));
  }

  private static Profile app(String name, Object value) {
    return Profile.empty(APP).with(name, value);
  }

  private static void is(AppUserDraft draft, String name, @Nullable Object value, Rule rule) {
    assertEquals(value, draft.profile().value(name));
    assertEquals(rule, draft.because().get(APP.slot(name)).rule());
  }

  /** Acceptance 13. */
  @Test
  void createOnlyKeepsTheStoredValueWhichIsStillPresent() {
    ToAppSettings settings = settings(row("title", "user.title", PushStatus.DONT_PUSH));
    is(draft(settings, stored(app("title", "Analyst"))), "title", "Analyst", Rule.CREATE_ONLY);
    is(draft(settings, null), "title", "Lead", Rule.MAPPED);
  }

  @Test
  void createAndUpdateFollowsTheUser() {
    ToAppSettings settings = settings(row("title", "user.title", PushStatus.PUSH));
    is(draft(settings, stored(app("title", "Analyst"))), "title", "Lead", Rule.MAPPED);
    is(draft(settings, stored(app("title", "Lead"))), "title", "Lead", Rule.SAME);
    is(draft(settings(), stored(app("title", "Old"))), "title", "Old", Rule.NOT_MAPPED);
  }

  private static GroupAssignment group(String id, @Nullable Integer priority, Object roles) {
    return new GroupAssignment(id, priority, 0, app("roles", roles));
  }

  /** Acceptance 22. */
  @Test
  void groupsByPriorityOrCombined() {
    GroupAssignment first = group("00g1", 0, List.of("a", "b"));
    GroupAssignment second = group("00g2", 1, List.of("b", "c"));
    is(draft(settings(), null, second, first), "roles", List.of("a", "b"), Rule.GROUP_VALUE);
    ToAppSettings combining =
        new ToAppSettings(
            settings().toApp(),
            AppUsername.NONE,
            OnError.KEEP,
            Collections.emptySortedMap(),
            new TreeSet<>(List.of("roles")),
            EvaluationRun.EMPTY);
    AppUserDraft draft = draft(combining, null, second, first);
    is(draft, "roles", List.of("a", "b", "c"), Rule.COMBINED);
    assertEquals(
        "combined from the groups `00g1, 00g2`", draft.because().get(APP.slot("roles")).words());
  }

  @Test
  void aGroupWithoutAValuePassesItOnAndABlankDoesNot() {
    GroupAssignment silent = new GroupAssignment("00g1", 0, 0, Profile.empty(APP));
    GroupAssignment blank = new GroupAssignment("00g2", 1, 0, app("title", ""));
    GroupAssignment last = new GroupAssignment("00g3", null, 0, app("title", "x"));
    is(draft(settings(), null, last, silent, blank), "title", "", Rule.GROUP_VALUE);
    is(draft(settings(), null, last, silent), "title", "x", Rule.GROUP_VALUE);
  }

  /** Individual, then group, then mapping, then default; a pushed mapping leaves groups no say. */
  @Test
  void precedence() {
    GroupAssignment group = new GroupAssignment("00g1", 0, 0, app("title", "of the group"));
    ToAppSettings pushed = settings(row("title", "user.title", PushStatus.PUSH));
    ToAppSettings once = settings(row("title", "user.title", PushStatus.DONT_PUSH));
    StoredAppUser own = stored(app("title", "own"), "title");
    is(draft(pushed, own, group), "title", "own", Rule.INDIVIDUAL);
    is(draft(pushed, null, group), "title", "Lead", Rule.MAPPED);
    is(draft(once, null, group), "title", "of the group", Rule.GROUP_VALUE);
    is(draft(once, stored(app("title", "x")), group), "title", "of the group", Rule.GROUP_VALUE);
    StoredAppUser byAdministrator =
        new StoredAppUser(app("title", "x"), false, Collections.emptySortedSet());
    is(draft(once, byAdministrator, group), "title", "x", Rule.CREATE_ONLY);
    is(draft(settings(), null), "plan", "basic", Rule.DEFAULT);
    is(draft(settings(row("plan", "null", PushStatus.PUSH)), null), "plan", "basic", Rule.DEFAULT);
  }

  @Test
  void theUsernameIsComputedOnceOrFollows() {
    Compilation compiled = Expression.compile("String.toLowerCase(user.login)", SCOPE, null);
    Expression expression = ((Compilation.Compiled) compiled).expression();
    for (boolean onUpdate : new boolean[] {false, true}) {
      ToAppSettings settings =
          new ToAppSettings(
              settings().toApp(),
              new AppUsername(expression, onUpdate),
              OnError.KEEP,
              Collections.emptySortedMap(),
              Collections.emptySortedSet(),
              EvaluationRun.EMPTY);
      is(draft(settings, null), "userName", "ann@x.test", Rule.USERNAME_FORMAT);
      is(
          draft(settings, stored(app("userName", "old"))),
          "userName",
          onUpdate ? "ann@x.test" : "old",
          onUpdate ? Rule.USERNAME_FORMAT : Rule.CREATE_ONLY);
    }
  }

  @Test
  void aFailureKeepsClearsOrRefuses() {
    AttributeMapping failing = row("title", "user.title + 1 / 0", PushStatus.PUSH);
    StoredAppUser before = stored(app("title", "old"));
    for (OnError onError : OnError.values()) {
      ToAppSettings settings =
          new ToAppSettings(
              settings(failing, row("roles", "{'r'}", PushStatus.PUSH)).toApp(),
              AppUsername.NONE,
              onError,
              Collections.emptySortedMap(),
              Collections.emptySortedSet(),
              EvaluationRun.EMPTY);
      AppUserDraft draft = draft(settings, before);
      Object title = draft.profile().value("title");
      assertEquals(Rule.EXPRESSION_FAILED, draft.because().get(1).rule());
      if (onError == OnError.NULL) {
        assertNull(title);
      } else {
        assertEquals("old", title);
      }
      assertEquals(onError == OnError.FAIL_USER, draft.refused());
      assertEquals(onError != OnError.FAIL_USER, draft.profile().value("roles") != null);
    }
    assertTrue(draft(settings(failing), before).because().get(1).words().contains("failed"));
  }
}
