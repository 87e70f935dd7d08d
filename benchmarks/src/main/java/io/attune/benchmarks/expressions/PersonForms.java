package io.attune.benchmarks.expressions;

import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationRun;
import io.attune.expression.UserRecord;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.ScriptableObject;

/**
 * One person in the form that each engine likes best.
 *
 * @param slots for hand-written Java
 * @param input for Attune
 * @param bean for SpEL
 * @param variables a map of one map, without what is absent, for JEXL, Groovy and CEL
 * @param withNulls the same with nulls, for MVEL
 * @param object for Rhino
 */
// Arrays are what hand-written Java reads; nobody compares people.
@SuppressWarnings("ArrayRecordComponent")
record PersonForms(
    @Nullable Object[] slots,
    EvaluationInput input,
    PersonBean bean,
    Map<String, Object> variables,
    Map<String, Object> withNulls,
    NativeObject object) {
  static final int FIRST_NAME = 0;
  static final int LAST_NAME = 1;
  static final int LOGIN = 2;
  static final int EMAIL = 3;
  static final int DEPARTMENT = 4;
  static final int NICK_NAME = 5;
  static final int CITY = 6;
  static final int COUNTRY = 7;
  static final int COST_CENTER = 8;
  static final int ACTIVE = 9;
  static final int LEVEL = 10;
  static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          AttributeDefinition.of("firstName", AttributeKind.STRING),
          AttributeDefinition.of("lastName", AttributeKind.STRING),
          AttributeDefinition.of("login", AttributeKind.STRING),
          AttributeDefinition.of("email", AttributeKind.STRING),
          AttributeDefinition.of("department", AttributeKind.STRING),
          AttributeDefinition.of("nickName", AttributeKind.STRING),
          AttributeDefinition.of("city", AttributeKind.STRING),
          AttributeDefinition.of("country", AttributeKind.STRING),
          AttributeDefinition.of("costCenter", AttributeKind.STRING),
          AttributeDefinition.of("active", AttributeKind.BOOLEAN),
          AttributeDefinition.of("level", AttributeKind.INTEGER));

  private static PersonForms of(@Nullable Object... slots) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    NativeObject object = new NativeObject();
    for (int slot = 0; slot < slots.length; slot++) {
      String name = SCHEMA.attribute(slot).name();
      Object value = slots[slot];
      all.put(name, value);
      if (value != null) {
        attributes.put(name, value);
      }
      // JavaScript has no long; a number below 2^53 is one as it is.
      ScriptableObject.putProperty(
          object, name, value instanceof Long number ? number.doubleValue() : value);
    }
    UserRecord record = UserRecord.of(Profile.ofOwned(SCHEMA, slots));
    return new PersonForms(
        slots,
        EvaluationInput.ofUser(EvaluationRun.EMPTY, record),
        new PersonBean(slots),
        Map.of("user", attributes),
        Map.of("user", all),
        object);
  }

  /** People who take every branch of the expressions. */
  static List<PersonForms> people() {
    List<String> departments = List.of("Sales", "Engineering", "Marketing", "People Operations");
    List<String> cities = List.of("Geneva", "Krak\u00f3w", "Toronto", "S\u00e3o Paulo");
    List<PersonForms> people = new ArrayList<>();
    for (int number = 0; number < 64; number++) {
      people.add(
          of(
              "Ada" + number,
              "Lovelace-King",
              "ada" + number + "@example.com",
              number % 7 == 0 ? null : "ada.lovelace" + number + "@mail.example.com",
              departments.get(number % departments.size()),
              number % 3 == 0 ? "Countess" : null,
              cities.get(number % cities.size()),
              "CH",
              "CC-10-" + number,
              number % 5 != 0,
              number % 9L));
    }
    return people;
  }
}
